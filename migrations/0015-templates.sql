-- The whole life of templates: drafts that only we have, what is on its way to Meta, every text Meta has had, and what
-- happened. `rest` is what a send needs of a template, `kept` all else that is kept of it.

-- `kept` null: a row of a server from before this migration; it counts as unknown until templates are read again.
alter table template
  add column template_id uuid not null default gen_random_uuid(),
  add column category text not null default '',
  add column quality text not null default 'UNKNOWN',
  add column purpose text,
  add column kept json,
  add unique (account_id, template_id);

-- Every text Meta has had of a template, from 1 without gaps.
create table template_version (
  account_id uuid not null,
  template_id uuid not null,
  version int not null,
  at timestamptz not null,
  rest json not null,
  primary key (account_id, template_id, version),
  foreign key (account_id, template_id) references template (account_id, template_id) on delete cascade
);
call protect('template_version', 'select, insert');

-- What happened to a template and who did it, in order. `kind` and `at` are what limits are counted by.
create table template_event (
  account_id uuid not null,
  template_id uuid not null,
  event_id bigint generated always as identity,
  group_key text not null,
  kind text not null,
  at timestamptz not null,
  rest json not null,
  primary key (account_id, template_id, event_id),
  foreign key (account_id, template_id) references template (account_id, template_id) on delete cascade
);
create index template_event_count on template_event (account_id, group_key, kind, at);
call protect('template_event', 'select, insert');

-- Which agents sent a template on which day, so that they can be told when Meta stops it.
create table template_use (
  account_id uuid not null,
  group_key text not null,
  name text not null collate "C",
  language text not null collate "C",
  agent_id uuid not null,
  day date not null,
  primary key (account_id, group_key, name, language, agent_id),
  foreign key (account_id, agent_id) references agent
);
call protect('template_use', 'select, insert, update');

-- Whom a notice is told besides those who look after all of them.
create table notice_recipient (
  account_id uuid not null,
  agent_id uuid not null,
  notice_id bigint not null,
  seen_at timestamptz,
  primary key (account_id, agent_id, notice_id),
  foreign key (account_id, agent_id) references agent,
  foreign key (account_id, notice_id) references notice on delete cascade
);
create index notice_unseen on notice_recipient (account_id, agent_id, notice_id desc) where seen_at is null;
call protect('notice_recipient', 'select, insert, update');
