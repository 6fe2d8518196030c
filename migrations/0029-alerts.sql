-- What is wrong with numbers at this moment, and when each was last looked at (src/server/alerts.ts).

-- One row while an alert holds; it goes when it is over. `rest` is the alert as the core knows it. The notice that told of
-- it has `notice_digest`; null: Meta told of it.
create table line_alert (
  account_id uuid not null,
  line_id uuid not null,
  code text not null,
  since timestamptz not null,
  notice_digest text,
  rest json not null,
  primary key (account_id, line_id, code),
  foreign key (account_id, line_id) references line
);
call protect('line_alert', 'select, insert, update, delete');

create table line_look (
  account_id uuid not null,
  line_id uuid not null,
  looked_at timestamptz not null,
  primary key (account_id, line_id),
  foreign key (account_id, line_id) references line
);
call protect('line_look', 'select, insert, update');
