-- What a company decided about contacting people, who changed it and why, and whom it must not contact.

-- One row for each company that decided anything; the laws hold for the others.
create table contact_policy (
  account_id uuid primary key references account,
  rest json not null
);
call protect('contact_policy', 'select, insert, update');
call open_to_installation('contact_policy', 'select');

-- Every change of it, before and after, and every part of a law that was set aside, with the reason. Never altered.
create table contact_policy_change (
  account_id uuid not null references account,
  change_id bigint generated always as identity,
  at timestamptz not null,
  agent_id uuid,
  rest json not null,
  primary key (account_id, change_id)
);
call protect('contact_policy_change', 'select, insert');
create trigger contact_policy_change_stays before update or delete on contact_policy_change
  for each row execute function refuse_change();
create trigger contact_policy_change_stays_whole before truncate on contact_policy_change
  for each statement execute function refuse_change();

-- Phones in digits, in any of their spellings, or user ids.
create table do_not_contact (
  account_id uuid not null references account,
  address text not null collate "C",
  covers text not null check (covers in ('marketing', 'everything')),
  reason text not null,
  added_at timestamptz not null,
  added_by uuid,
  primary key (account_id, address)
);
call protect('do_not_contact', 'select, insert, update, delete');
call open_to_installation('do_not_contact', 'select');

-- How lines stand decides what may be sent, and every process knows it.
call open_to_installation('line_standing', 'select');

-- Whom we began with in the last hours, over all lines: the platform grants so many in a day.
create index fact_outreach on fact (account_id, at) where kind = 'outreach-counted';
