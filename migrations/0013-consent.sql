-- The consent ledger: who said what about being written to, kept so that nobody can alter it unnoticed
-- (src/core/consent/chain.ts), and what else belongs to it: files read in, a company's texts, and people erased.

-- Where each company's chain ends. Locked only by commits that lengthen it.
create table consent_head (
  account_id uuid primary key references account,
  number bigint not null,
  hash text not null
) with (fillfactor = 50);
call protect('consent_head', 'select, insert, update');

-- A link for each word. No foreign key to the contact: an erased person's links stay, with nothing personal in them.
create table consent_link (
  account_id uuid not null references account,
  number bigint not null,
  entry_id uuid not null,
  contact_id uuid not null,
  purpose text not null,
  scope json not null,
  change text not null,
  at timestamptz not null,
  until timestamptz,
  means text not null,
  is_express boolean not null,
  recorded_at timestamptz not null,
  commitment text not null,
  previous text not null,
  hash text not null,
  primary key (account_id, number)
);
create index consent_link_of_contact on consent_link (account_id, contact_id, number);
call protect('consent_link', 'select, insert');

-- The personal part of a link. It goes when the person is erased.
create table consent_detail (
  account_id uuid not null,
  number bigint not null,
  salt text not null,
  rest json not null,
  primary key (account_id, number),
  foreign key (account_id, number) references consent_link
);
call protect('consent_detail', 'select, insert, delete');

-- Nobody changes a link, whatever rights they were given by mistake.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'Rows of % are never changed or removed.', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger consent_link_stays before update or delete on consent_link
  for each row execute function refuse_change();
create trigger consent_link_stays_whole before truncate on consent_link
  for each statement execute function refuse_change();
create trigger consent_detail_stays before update on consent_detail
  for each row execute function refuse_change();

-- What a company sends back to those who say stop or yes, and what it invites people to agree to.
create table consent_settings (
  account_id uuid primary key references account,
  rest json not null
);
call protect('consent_settings', 'select, insert, update');
call open_to_installation('consent_settings', 'select');

-- Files read in, and how many of their lines are: a file that comes again goes on where it was interrupted.
create table consent_import (
  account_id uuid not null references account,
  sha256 text not null,
  source text not null,
  lines_done bigint not null,
  begun_at timestamptz not null,
  primary key (account_id, sha256)
);
call protect('consent_import', 'select, insert, update');

-- People erased at their own wish or by law: that it was done, when and by whom, and nothing of who they were.
create table erasure (
  account_id uuid not null references account,
  contact_id uuid not null,
  erased_at timestamptz not null,
  erased_by json not null,
  primary key (account_id, contact_id)
);
call protect('erasure', 'select, insert');
