-- Messages, and the two keys they are known by: the platform's id on the wire and the caller's idempotency key.
--
-- A message id is a UUIDv7, so months are ranges of ids and a look-up by id touches one partition. The routine that makes
-- the months is src/store/postgres/partitions.ts; what falls outside of them lands in the default partition.

create table message (
  account_id uuid not null,
  message_id uuid not null,
  conversation_id uuid not null,
  line_id uuid not null,
  version integer not null default 1,
  direction text not null check (direction in ('in', 'out')),
  at timestamptz not null,
  wire_id text,
  rest json not null,
  primary key (account_id, message_id),
  foreign key (account_id, conversation_id) references conversation
) partition by range (message_id);
create table message_default partition of message default;
-- A thread, newest first.
create index message_thread on message (account_id, conversation_id, at desc, message_id desc);
call protect('message', 'select, insert, update');

-- What is known under an id on the wire: the message, or the commands that wait for it ("parked"). One row for both is
-- on purpose: a status that parks and the send it waits for, committed by two processes at once, meet on this key, and
-- one of them must look again. No foreign key to message: when old months are dropped, their wire ids stay known, so
-- that a webhook sent again years later is not taken for a new message. Nor to line or account, here and in the other
-- tables every message writes to: each check locks the one row all of them point at.
create table wire_ref (
  account_id uuid not null,
  line_id uuid not null,
  wire_id text not null collate "C",
  version integer not null default 1,
  message_id uuid,
  parked json,
  primary key (account_id, line_id, wire_id)
);
create index wire_ref_parked on wire_ref (account_id, line_id) where parked is not null;
call protect('wire_ref', 'select, insert, update');

create table client_ref (
  account_id uuid not null,
  client_key text not null collate "C",
  message_id uuid not null,
  primary key (account_id, client_key)
);
call protect('client_ref', 'select, insert');
