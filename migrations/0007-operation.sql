-- For those who run Hilo: deliveries can be put through the loop again, what was set aside can be seen, released or
-- dismissed, and what has had its time is removed.

-- A repetition names the delivery it repeats; null for what came through the door.
alter table delivery add column replay_of bigint;

-- What was set aside gets a place in somebody's list. `account_id` is null where no one company can be told: such rows
-- belong to the installation, like the deliveries themselves. `digest` is of `raw`: the same part of the same delivery is
-- one entry, however often it is set aside (`times`). `history` says who released or dismissed it, oldest first.
alter table set_aside
  add column line_id uuid,
  add column line_key text,
  add column state text not null default 'waiting' check (state in ('waiting', 'released', 'dismissed')),
  add column times integer not null default 1,
  add column digest text,
  add column settled_at timestamptz,
  add column history jsonb not null default '[]';
create index set_aside_list on set_aside (account_id, state, set_aside_id desc);
create unique index set_aside_once on set_aside (delivery_id, digest, account_id) nulls not distinct
  where digest is not null;
create index set_aside_delivery on set_aside (delivery_id);
create index set_aside_settled on set_aside (settled_at) where settled_at is not null;
call protect('set_aside', 'select, insert, update, delete');
call open_to_installation('set_aside', 'select');
call open_to_installation('set_aside', 'delete');
create policy of_installation on set_aside using (account_id is null);

-- The whole body an entry was part of, so that it can be released when the day of its delivery is long gone.
create table set_aside_body (
  delivery_id text primary key,
  channel text not null,
  app_id text not null,
  received_at timestamptz not null,
  body bytea not null
);
create index set_aside_body_age on set_aside_body (received_at);
grant select, insert, update, delete on set_aside_body to hilo_runtime;
insert into set_aside_body
  select delivery.id::text, channel, app_id, received_at, body from delivery
  where delivery.id::text in (select delivery_id from set_aside)
  on conflict do nothing;

-- Ranges of deliveries that an operator had put through the loop again, and how far each has come: everything up to
-- (xid, id) was looked at. Only deliveries older than the request count: `until_xid` was not given to any of them.
create table reprocess (
  reprocess_id bigint generated always as identity primary key,
  asked_at timestamptz not null,
  from_at timestamptz not null,
  to_at timestamptz not null,
  app_id text,
  line_key text,
  rate_per_second integer not null check (rate_per_second > 0),
  state text not null default 'running' check (state in ('running', 'done', 'stopped')),
  until_xid xid8 not null,
  xid xid8 not null default '0',
  id bigint not null default 0,
  looked_at bigint not null default 0,
  replayed bigint not null default 0,
  next_at timestamptz not null default '-infinity',
  ended_at timestamptz,
  check (from_at < to_at)
);
grant select, insert, update on reprocess to hilo_runtime;

-- The platform forgets an uploaded file, and so do we.
create index media_wire_expiry on media_wire (valid_until);
grant delete on media_wire to hilo_runtime;
call open_to_installation('media_wire', 'select');
call open_to_installation('media_wire', 'delete');
