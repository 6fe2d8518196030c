-- People who write to us, where they can be reached, and what we say to each other.
--
-- `version` counts changes of a row; a writer names the version it read, and finds no row when somebody was faster.

create table contact (
  account_id uuid not null references account,
  contact_id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null,
  name text,
  -- Name, username and phone digits, without accents and capitals, made by src/store/search.ts.
  search text not null,
  rest json not null,
  primary key (account_id, contact_id)
) with (fillfactor = 90);
call protect('contact', 'select, insert, update');

-- Which contact an address leads to. The key decides between two who meet the same new customer at the same moment.
create table address (
  account_id uuid not null,
  channel text not null collate "C",
  kind text not null collate "C",
  value text not null collate "C",
  contact_id uuid not null,
  primary key (account_id, channel, kind, value),
  foreign key (account_id, contact_id) references contact
);
create index address_contact on address (account_id, contact_id);
call protect('address', 'select, insert, update, delete');

create table conversation (
  account_id uuid not null,
  conversation_id uuid not null,
  contact_id uuid not null,
  line_id uuid not null,
  version integer not null default 1,
  state text not null check (state in ('open', 'resolved')),
  assignee_id uuid,
  opened_at timestamptz not null,
  customer_wrote_at timestamptz,
  waiting_since timestamptz,
  unread integer not null,
  failed_sends integer not null,
  sort_at timestamptz not null,
  rest json not null,
  primary key (account_id, conversation_id),
  foreign key (account_id, contact_id) references contact,
  foreign key (account_id, line_id) references line,
  foreign key (account_id, assignee_id) references agent
) with (fillfactor = 80);

-- An album is one conversation, however many readers meet it at once.
create unique index conversation_open on conversation (account_id, contact_id, line_id) where state = 'open';
-- A contact's newest conversation on a line, and all of a contact.
create index conversation_of_contact on conversation (account_id, contact_id, line_id, opened_at desc);

-- One index for each list an agent works from, in its order. Lists of one line filter these.
create index conversation_all on conversation (account_id, sort_at desc, conversation_id desc) where state = 'open';
create index conversation_mine on conversation (account_id, assignee_id, sort_at desc, conversation_id desc)
  where state = 'open' and assignee_id is not null;
create index conversation_unassigned on conversation (account_id, sort_at desc, conversation_id desc)
  where state = 'open' and assignee_id is null;
create index conversation_waiting on conversation (account_id, sort_at desc, conversation_id desc)
  where state = 'open' and waiting_since is not null;
create index conversation_closing on conversation (account_id, customer_wrote_at) where state = 'open';
create index conversation_failed on conversation (account_id, sort_at desc, conversation_id desc)
  where state = 'open' and failed_sends > 0;
create index conversation_resolved on conversation (account_id, sort_at desc, conversation_id desc)
  where state = 'resolved';
call protect('conversation', 'select, insert, update');
