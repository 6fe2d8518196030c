-- What happened, numbered, and the work for the outside that follows from it.

-- The number of an account's newest fact. Updated last in a transaction and locked until its commit, so numbers are given
-- in the order of commits and have no gaps.
create table account_counter (
  account_id uuid primary key references account,
  fact_seq bigint not null default 0
) with (fillfactor = 50);
call protect('account_counter', 'select, insert, update');

-- Never changed: the runtime role may only add and read.
create table fact (
  account_id uuid not null,
  seq bigint not null,
  at timestamptz not null,
  kind text not null,
  conversation_id uuid,
  rest json not null,
  primary key (account_id, seq, at)
) partition by range (at);
create table fact_default partition of fact default;
call protect('fact', 'select, insert');

-- `take_at`: when it may be taken, or taken again: first `due_at`, while held the end of the hold.
create table effect (
  account_id uuid not null,
  effect_id uuid not null,
  kind text not null,
  priority smallint not null,
  due_at timestamptz not null,
  take_at timestamptz not null,
  attempts integer not null default 0,
  rest json not null,
  primary key (account_id, effect_id)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500);
-- Taking walks this index once per kind and priority and stops at the first that is not due.
create index effect_take on effect (kind, priority, take_at);
call protect('effect', 'select, insert, update, delete');
call open_to_installation('effect', 'select');
call open_to_installation('effect', 'update');
