-- Our addresses on channels, the platform apps that sign their webhooks, templates and files.
--
-- Here and in later tables, columns are what statements choose, order or join by. The rest of a noun is kept in `rest`
-- just as the core knows it. It is json, not jsonb: kept as written, order of keys included, and cheaper to store;
-- nothing is searched inside.

-- Belongs to the installation: one app may sign for the lines of many accounts. Secrets are encrypted before they come here.
create table platform_app (
  app_id text primary key,
  channel text not null,
  secret text not null,
  previous_secret text,
  verify_token text not null
);
grant select, insert, update on platform_app to hilo_runtime;

create table line (
  account_id uuid not null references account,
  line_id uuid not null,
  channel text not null,
  key text not null,
  group_key text not null,
  app_id text not null references platform_app,
  access_token text not null,
  rest json not null,
  primary key (account_id, line_id),
  unique (channel, key)
);
call protect('line', 'select, insert, update');
call open_to_installation('line', 'select');

create table template (
  account_id uuid not null references account,
  group_key text not null,
  name text not null collate "C",
  language text not null collate "C",
  status text not null,
  rest json not null,
  primary key (account_id, group_key, name, language)
);
create index template_list on template (account_id, name, language, group_key);
call protect('template', 'select, insert, update, delete');

create table media (
  account_id uuid not null references account,
  media_id uuid not null,
  created_at timestamptz not null,
  rest json not null,
  primary key (account_id, media_id)
);
call protect('media', 'select, insert, update');

-- The platform's ids of files we uploaded, so that a file goes up once per line.
create table media_wire (
  account_id uuid not null,
  media_id uuid not null,
  line_id uuid not null,
  wire_media_id text not null,
  valid_until timestamptz not null,
  primary key (account_id, media_id, line_id),
  foreign key (account_id, media_id) references media,
  foreign key (account_id, line_id) references line
);
call protect('media_wire', 'select, insert, update');
