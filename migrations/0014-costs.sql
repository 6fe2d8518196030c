-- What messages cost: rate cards, how each WhatsApp account is billed, the cost ledger with its totals, and budgets.

-- One row per import; of two for the same day and currency the one imported later holds. `rest` is the card as the core
-- knows it. Nothing is ever changed or removed, so that every row of the ledger can name what it was priced by.
create table rate_card (
  account_id uuid not null references account,
  card_id uuid not null,
  effective_from text not null,
  currency text not null,
  imported_at timestamptz not null,
  imported_by uuid,
  rest json not null,
  primary key (account_id, card_id)
);
call protect('rate_card', 'select, insert');

create table billing (
  account_id uuid not null references account,
  group_key text not null,
  time_zone text not null,
  currency text not null,
  primary key (account_id, group_key)
);
call protect('billing', 'select, insert, update');

-- How far the ledger has read the account's facts. Its lock is held by whoever writes the ledger.
create table cost_reader (
  account_id uuid primary key references account,
  seq bigint not null default 0
) with (fillfactor = 50);
call protect('cost_reader', 'select, insert, update');

-- The ledger: rows are only ever added. Revision 0 is the charge of a message, so there is exactly one; a later pair of
-- revisions takes the last row back (-1 message) and puts the right one in its place. Rows without message say what the
-- month's count of a market made cheaper. Amounts in millionths. No foreign keys: as with `message`, a check of each
-- would lock the one row that all of them point at.
create table cost_row (
  account_id uuid not null,
  row_id bigint generated always as identity,
  message_id uuid,
  revision smallint not null,
  messages smallint not null check (messages in (-1, 0, 1)),
  month text not null,
  currency text not null,
  line_id uuid,
  conversation_id uuid,
  market text not null,
  category text not null,
  template text not null,
  author text not null,
  outcome text not null,
  policy text,
  card_id uuid,
  micros bigint not null,
  delivered_at timestamptz not null,
  recorded_at timestamptz not null,
  primary key (account_id, row_id),
  unique (account_id, message_id, revision)
);
call protect('cost_row', 'select, insert');

-- The sums of the ledger, moved in the transaction that adds its rows. `line_id` of rows that belong to no line is all
-- zeros.
create table cost_total (
  account_id uuid not null,
  month text not null,
  currency text not null,
  line_id uuid not null,
  market text not null collate "C",
  category text not null collate "C",
  template text not null collate "C",
  author text not null collate "C",
  outcome text not null,
  messages bigint not null,
  micros bigint not null,
  primary key (account_id, month, currency, line_id, market, category, template, author, outcome)
) with (fillfactor = 70);
call protect('cost_total', 'select, insert, update');

-- A card for days gone by was imported: rows of these months up to `until_row` are held against it, in portions.
create table cost_recount (
  account_id uuid not null,
  recount_id bigint generated always as identity,
  from_month text not null,
  after_row bigint not null default 0,
  until_row bigint not null,
  is_done boolean not null default false,
  primary key (account_id, recount_id)
);
call protect('cost_recount', 'select, insert, update');

create table budget (
  account_id uuid not null references account,
  budget_id uuid not null,
  name text not null,
  line_id uuid,
  category text,
  limit_micros bigint not null check (limit_micros > 0),
  currency text not null,
  warn_at smallint not null check (warn_at between 1 and 100),
  stops text not null check (stops in ('nothing', 'templates', 'everything')),
  primary key (account_id, budget_id),
  foreign key (account_id, line_id) references line
);
call protect('budget', 'select, insert, update, delete');

-- Administrators are told once a month of each level.
create table budget_reached (
  account_id uuid not null,
  budget_id uuid not null,
  month text not null,
  level text not null check (level in ('warning', 'limit')),
  limit_micros bigint not null,
  at timestamptz not null,
  primary key (account_id, budget_id, month, level, limit_micros),
  foreign key (account_id, budget_id) references budget on delete cascade
);
call protect('budget_reached', 'select, insert');
