-- Contacts of an account that seem to be the same person, two by two, kept beside them by whoever follows the facts
-- (src/store/postgres/duplicates/), so that nobody has to compare everybody with everybody to read the list.

-- Of the two, `one_id` was there first. `strength`, of the best evidence, and `kinds`, bits of all of it: src/store/postgres/duplicates/.
-- What the two are alike in is not kept: it is read of both when the list is, which leaves out who is not proposed any more.
create table possible_duplicate (
  account_id uuid not null,
  one_id uuid not null,
  other_id uuid not null,
  strength smallint not null,
  kinds smallint not null,
  found_at timestamptz not null,
  primary key (account_id, one_id, other_id),
  foreign key (account_id, one_id) references contact,
  foreign key (account_id, other_id) references contact
);
-- The list in its order, of one kind of evidence too.
create index possible_duplicate_list on possible_duplicate (account_id, strength desc, found_at desc, one_id desc, other_id desc)
  include (kinds);
create index possible_duplicate_other on possible_duplicate (account_id, other_id);
call protect('possible_duplicate', 'select, insert, update, delete');

-- How far the account's facts have been followed.
create table possible_duplicate_reader (
  account_id uuid primary key references account,
  seq bigint not null default 0
) with (fillfactor = 50);
call protect('possible_duplicate_reader', 'select, insert, update');
