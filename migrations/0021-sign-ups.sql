-- People who filled in the form of an invitation and have not confirmed it from WhatsApp yet (src/core/consent/sign-up.ts).
-- Whoever confirms is in the consent ledger; whoever does not is forgotten after some days.

create table sign_up (
  account_id uuid not null references account,
  code text not null,
  token text not null,
  phone text not null,
  at timestamptz not null,
  rest json not null,
  primary key (account_id, code)
);
create index sign_up_of_phone on sign_up (account_id, token, phone, at);
create index sign_up_by_age on sign_up (account_id, at);
call protect('sign_up', 'select, insert, delete');

-- What came of each invitation, in numbers only.
create table invitation_count (
  account_id uuid not null references account,
  token text not null,
  seen bigint not null default 0,
  signed_up bigint not null default 0,
  confirmed bigint not null default 0,
  primary key (account_id, token)
) with (fillfactor = 50);
call protect('invitation_count', 'select, insert, update');
