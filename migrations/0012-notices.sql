-- What the platform tells of lines, accounts, templates and people besides messages, for those who run the contact centre,
-- and how each line stands by the newest of it.

-- One row for each thing told: `digest` is of what was said, where and when, so that a repetition adds nothing. `line_id`
-- is null when it is about the whole group. `rest` is the notice as the core knows it; `raw` as the platform wrote it.
create table notice (
  account_id uuid not null references account,
  notice_id bigint generated always as identity,
  digest text not null,
  line_id uuid,
  group_key text not null,
  field text not null,
  severity text not null check (severity in ('info', 'warning', 'danger')),
  told_at timestamptz not null,
  heard_at timestamptz not null,
  rest json not null,
  raw json not null,
  acknowledged_at timestamptz,
  acknowledged_by uuid,
  primary key (account_id, notice_id),
  unique (account_id, digest),
  foreign key (account_id, line_id) references line
);
create index notice_list on notice (account_id, told_at desc, notice_id desc);
create index notice_new on notice (account_id, told_at desc, notice_id desc)
  where acknowledged_at is null and severity <> 'info';
call protect('notice', 'select, insert, update');

-- The newest word of the platform on each aspect of a line, in whatever order the words came.
create table line_standing (
  account_id uuid not null,
  line_id uuid not null,
  aspect text not null,
  value text not null,
  until timestamptz,
  told_at timestamptz not null,
  primary key (account_id, line_id, aspect),
  foreign key (account_id, line_id) references line
);
call protect('line_standing', 'select, insert, update');
