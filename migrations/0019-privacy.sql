-- Requests of privacy, holds on erasing somebody, and what erasing somebody takes: which column of which table goes or stays,
-- and why, is said in src/store/fates.ts, and a test holds that list against the schema.

-- `rest` is the request as the core knows it. `held_until`: which worker is at it; it finishes what another began.
create table privacy_request (
  account_id uuid not null,
  request_id uuid not null,
  contact_id uuid not null,
  kind text not null check (kind in ('export', 'erase')),
  state text not null check (state in ('open', 'scheduled', 'erasing', 'done', 'declined')),
  due_at timestamptz not null,
  carry_out_at timestamptz,
  held_until timestamptz,
  rest json not null,
  primary key (account_id, request_id),
  foreign key (account_id, contact_id) references contact
);
create index privacy_request_list on privacy_request (account_id, state, due_at, request_id);
create index privacy_request_of_contact on privacy_request (account_id, contact_id, request_id);
create index privacy_request_due on privacy_request (carry_out_at) where state in ('scheduled', 'erasing');
call protect('privacy_request', 'select, insert, update');
call open_to_installation('privacy_request', 'select');

create table privacy_hold (
  account_id uuid not null,
  hold_id uuid not null,
  contact_id uuid not null,
  set_at timestamptz not null,
  rest json not null,
  primary key (account_id, hold_id),
  foreign key (account_id, contact_id) references contact
);
create index privacy_hold_of_contact on privacy_hold (account_id, contact_id, hold_id);
call protect('privacy_hold', 'select, insert, update');

-- What an erased person was reached at, as a hash under a key that is not in this database: what they said before, said
-- again by the platform, brings nobody back; and what they refused holds on.
create table erased_address (
  account_id uuid not null references account,
  digest text not null collate "C",
  erased_at timestamptz not null,
  covers text check (covers in ('marketing', 'everything')),
  primary key (account_id, digest)
);
call protect('erased_address', 'select, insert, update');
call open_to_installation('erased_address', 'select');

-- How far an erasure has come. `work` holds what is still looked for; it is null once all is done. `counts`: rows that went,
-- by table.
alter table erasure
  add column request_id uuid,
  add column work json,
  add column counts json not null default '{}',
  add column done_at timestamptz;
grant update on erasure to hilo_runtime;

-- A fact is still never changed, but for losing what it said of somebody who was erased.
create function only_erase_facts() returns trigger language plpgsql as $$
begin
  if new.kind <> 'fact-erased' or (new.account_id, new.seq, new.at) <> (old.account_id, old.seq, old.at)
    or new.conversation_id is distinct from old.conversation_id
  then
    raise exception 'A fact is never changed, only erased.' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger fact_stays before update on fact for each row execute function only_erase_facts();
grant update (kind, rest) on fact to hilo_runtime;

-- Nor is what a company decided, but for an address on its do-not-contact list.
create function only_erase_barred() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or (old.rest ->> 'what') not in ('barred', 'unbarred')
    or (new.account_id, new.change_id, new.at, new.agent_id, new.rest ->> 'what')
      is distinct from (old.account_id, old.change_id, old.at, old.agent_id, old.rest ->> 'what')
  then
    raise exception 'Rows of % are never changed or removed.', tg_table_name using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
drop trigger contact_policy_change_stays on contact_policy_change;
create trigger contact_policy_change_stays before update or delete on contact_policy_change
  for each row execute function only_erase_barred();
grant update (rest) on contact_policy_change to hilo_runtime;

-- Of a delivery goes the body, never its place in the order of reading.
grant update (body) on delivery to hilo_runtime;
grant delete on message, wire_ref, client_ref, media, notice to hilo_runtime;
-- Whether a file is still of use to somebody else.
create index media_content on media (account_id, (rest ->> 'sha256'));
