-- Links that let somebody without an account into one step of the guide to a number (src/core/guide/share.ts).

-- The link's token is known to whoever has the link and to nobody else: `token_hash` is its SHA-256.
create table guide_share (
  account_id uuid not null,
  share_id uuid not null,
  guide_id uuid not null,
  token_hash text not null unique,
  step text not null,
  name text not null,
  created_at timestamptz not null,
  created_by uuid,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  used_at timestamptz,
  opened integer not null default 0,
  opened_at timestamptz,
  primary key (account_id, share_id),
  foreign key (account_id, guide_id) references number_guide on delete cascade
);
create index guide_share_guide on guide_share (account_id, guide_id);
call protect('guide_share', 'select, insert, update');
-- Whose link it is, is known only once it is found.
call open_to_installation('guide_share', 'select');
