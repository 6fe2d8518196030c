-- Numbers that also live in the app on a telephone: what is brought over from there, and how far it is.

create table app_sync (
  account_id uuid not null references account,
  line_id uuid not null,
  subject text not null,
  rest json not null,
  primary key (account_id, line_id, subject),
  foreign key (account_id, line_id) references line
);
call protect('app_sync', 'select, insert, update');
