-- How sends end, by line, hour and error code, kept beside the messages by whoever follows the facts
-- (src/store/postgres/send-hours.ts), so that the page of a number never counts messages.

-- `code` is what a send failed with; the row with '' counts all that were tried, whatever came of them, and
-- of these those the platform took (`taken`), and told something of since (`told`). Each counts in the hour in which we
-- heard of it.
create table send_hour (
  account_id uuid not null,
  line_id uuid not null,
  hour timestamptz not null,
  code text not null collate "C",
  messages bigint not null,
  taken bigint not null,
  told bigint not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  last_conversation_id uuid not null,
  primary key (account_id, line_id, hour, code)
) with (fillfactor = 70);
call protect('send_hour', 'select, insert, update');

-- How far the account's facts have been counted. Its lock is held by whoever counts.
create table send_hour_reader (
  account_id uuid primary key references account,
  seq bigint not null default 0
) with (fillfactor = 50);
call protect('send_hour_reader', 'select, insert, update');
