-- How often each template was sent, delivered and read, kept beside the messages by whoever follows the facts
-- (src/store/postgres/template-numbers.ts), so that a list of templates never counts messages.

-- One row per template and day (UTC) its messages were asked for; a message counts in its own day however late it is
-- read. Templates are known by what a message names them with.
create table template_day (
  account_id uuid not null,
  day date not null,
  group_key text not null,
  name text not null collate "C",
  language text not null collate "C",
  sent bigint not null,
  delivered bigint not null,
  read bigint not null,
  primary key (account_id, group_key, name, language, day)
) with (fillfactor = 70);
create index template_day_lately on template_day (account_id, day);
call protect('template_day', 'select, insert, update');

create table template_last_sent (
  account_id uuid not null,
  group_key text not null,
  name text not null collate "C",
  language text not null collate "C",
  at timestamptz not null,
  primary key (account_id, group_key, name, language)
) with (fillfactor = 70);
call protect('template_last_sent', 'select, insert, update');

-- How far the account's facts have been counted. Its lock is held by whoever counts.
create table template_day_reader (
  account_id uuid primary key references account,
  seq bigint not null default 0
) with (fillfactor = 50);
call protect('template_day_reader', 'select, insert, update');
