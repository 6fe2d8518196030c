-- The guides that bring numbers to us, and the PINs of the numbers.

-- `rest` is the guide as the core knows it. Token and PIN are sealed before they come here (src/server/secrets.ts); the
-- token goes once the line has it.
create table number_guide (
  account_id uuid not null references account,
  guide_id uuid not null,
  created_at timestamptz not null,
  rest json not null,
  access_token text,
  pin text,
  primary key (account_id, guide_id)
);
call protect('number_guide', 'select, insert, update, delete');

-- The two-step PIN of a line, for the day it has to be registered again.
create table line_pin (
  account_id uuid not null,
  line_id uuid not null,
  pin text not null,
  set_at timestamptz not null,
  primary key (account_id, line_id),
  foreign key (account_id, line_id) references line
);
call protect('line_pin', 'select, insert, update');
