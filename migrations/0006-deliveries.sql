-- What came through the door, as it came, and who reads it. These tables belong to the installation: which accounts a
-- delivery speaks of is known only after reading it.

create sequence delivery_id;
grant usage on sequence delivery_id to hilo_runtime;

-- Append-only; a partition per day of arrival. The order of reading is (xid, id) below the oldest running transaction:
-- an id alone is given before the commit, and a reader that goes by it skips whoever commits late.
create table delivery (
  xid xid8 not null default pg_current_xact_id(),
  id bigint not null default nextval('delivery_id'),
  received_at timestamptz not null,
  channel text not null,
  app_id text not null,
  body bytea not null,
  primary key (xid, id, received_at)
) partition by range (received_at);
create table delivery_default partition of delivery default;
grant select, insert on delivery to hilo_runtime;

-- The one reader of a shard, and how far it has read. `fence` rises with every change of holder.
create table delivery_lease (
  shard text primary key,
  holder text not null,
  fence bigint not null,
  held_until timestamptz not null,
  xid xid8 not null default '0',
  id bigint not null default 0
) with (fillfactor = 50);
grant select, insert, update on delivery_lease to hilo_runtime;

-- Deliveries, or parts of them, that could not be understood: kept whole for a person.
create table set_aside (
  set_aside_id bigint generated always as identity primary key,
  account_id uuid references account,
  delivery_id text,
  reason text not null,
  raw text not null,
  at timestamptz not null
);
grant insert on set_aside to hilo_runtime;
