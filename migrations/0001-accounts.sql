-- Companies, the people who work for them, how people and programs sign in; and the wall between companies.
--
-- Every table's key begins with account_id, and every foreign key carries it: foreign keys are checked without row-level
-- security, so a key without the account would let one company point at, and learn of, another's row. Row-level security
-- is forced: the program works as the role hilo_runtime, which owns nothing, and sees the rows of the accounts named in
-- the setting app.accounts, which it sets for one transaction at a time (SET LOCAL). Without it there are no rows.
--
-- Some questions come before the account is known: whose session is this, whose API key, whose e-mail; which lines are
-- there; which work is due. Only these tables have a second policy for the setting app.scope = 'installation', only for
-- the commands named there, and only the statements of registry and effect queue use it. Messages, contacts,
-- conversations, facts and files have no such door.

create function app_accounts() returns uuid[] stable parallel safe language sql
  return nullif(current_setting('app.accounts', true), '')::uuid[];

create function app_scope() returns text stable parallel safe language sql
  return current_setting('app.scope', true);

-- Puts a table behind the wall and grants the runtime role these rights on it. The sub-select makes PostgreSQL read the
-- setting once per statement instead of once per row. The `case` keeps the planner from finding rows by this condition:
-- it would take it for more selective than the keys that statements name, and go through all of an account's rows.
create procedure protect(target regclass, rights text) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy own_account on %s using '
    '(case when account_id = any ((select app_accounts())::uuid[]) then true else false end)', target);
  execute format('grant %s on %s to hilo_runtime', rights, target);
end $$;

-- Lets statements of installation scope do this one thing to all accounts' rows.
create procedure open_to_installation(target regclass, command text) language plpgsql as $$
begin
  execute format(
    'create policy installation_%s on %s for %s using ((select app_scope()) = ''installation'')',
    command, target, command);
end $$;

create table account (
  account_id uuid primary key,
  name text not null,
  country text not null,
  created_at timestamptz not null
);
call protect('account', 'select, insert');
call open_to_installation('account', 'select');

create table agent (
  account_id uuid not null references account,
  agent_id uuid not null,
  email text not null unique,
  name text not null,
  role text not null,
  password_hash text not null,
  primary key (account_id, agent_id),
  check (email = lower(email))
);
call protect('agent', 'select, insert, update');
call open_to_installation('agent', 'select');

create table session (
  account_id uuid not null,
  agent_id uuid not null,
  token_hash text not null unique,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (account_id, token_hash),
  foreign key (account_id, agent_id) references agent on delete cascade
);
create index session_agent on session (account_id, agent_id);
create index session_expiry on session (expires_at);
call protect('session', 'select, insert, update, delete');
call open_to_installation('session', 'select');
call open_to_installation('session', 'delete');

create table api_key (
  account_id uuid not null references account,
  api_key_id uuid not null,
  name text not null,
  key_hash text not null unique,
  primary key (account_id, api_key_id)
);
call protect('api_key', 'select, insert, update');
call open_to_installation('api_key', 'select');
