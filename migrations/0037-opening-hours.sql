-- When somebody is there, what people are told while nobody is, and who decided it (src/core/opening-hours).

-- One row for a company that has said so.
create table opening_hours (
  account_id uuid primary key references account,
  rest json not null
);
call protect('opening_hours', 'select, insert, update, delete');

-- One for each line that has hours of its own.
create table line_hours (
  account_id uuid not null,
  line_id uuid not null,
  rest json not null,
  primary key (account_id, line_id),
  foreign key (account_id, line_id) references line
);
call protect('line_hours', 'select, insert, update, delete');

-- Whether it is open decides what may be sent, and every process knows it.
call open_to_installation('opening_hours', 'select');
call open_to_installation('line_hours', 'select');

-- Every change of both, before and after; `line_id` null: the company's. Never altered.
create table opening_hours_change (
  account_id uuid not null references account,
  change_id bigint generated always as identity,
  line_id uuid,
  at timestamptz not null,
  agent_id uuid,
  rest json not null,
  primary key (account_id, change_id)
);
call protect('opening_hours_change', 'select, insert');
create trigger opening_hours_change_stays before update or delete on opening_hours_change
  for each row execute function refuse_change();
create trigger opening_hours_change_stays_whole before truncate on opening_hours_change
  for each statement execute function refuse_change();
