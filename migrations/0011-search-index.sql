-- Receiving a message does not wait for the parts of a new contact's name and phone (contact_part, 0009-desk.sql): the
-- transaction only notes the contact, and a worker of the server puts its parts in order soon afterwards
-- (src/store/search-index.ts). A server of the release before notes contacts too, for these are triggers.

-- Contacts that cannot yet be found by what they are called now. `indexed` is the search text that their parts were made
-- of, null when there are none: who is renamed twice meanwhile keeps the first. No foreign key: the parts of an erased
-- contact go the same way.
create table contact_unindexed (
  account_id uuid not null,
  contact_id uuid not null,
  indexed text,
  primary key (account_id, contact_id)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500);
call protect('contact_unindexed', 'select, insert, update, delete');
call open_to_installation('contact_unindexed', 'select');

-- Written also when nothing changes in it: who is at work on this contact is waited for, so that no change falls between
-- reading the contact and striking it off the list.
create function note_contacts_added() returns trigger language plpgsql as $$
begin
  insert into contact_unindexed (account_id, contact_id) select account_id, contact_id from after
    on conflict (account_id, contact_id) do update set indexed = contact_unindexed.indexed;
  return null;
end $$;
create function note_contact_changed() returns trigger language plpgsql as $$
begin
  insert into contact_unindexed (account_id, contact_id, indexed) values (old.account_id, old.contact_id, old.search)
    on conflict (account_id, contact_id) do update set indexed = contact_unindexed.indexed;
  return null;
end $$;

drop trigger contact_added on contact;
drop trigger contact_changed on contact;
drop function keep_contact_parts();
create trigger contact_added after insert on contact referencing new table as after
  for each statement execute function note_contacts_added();
create trigger contact_changed after update on contact
  for each row when (old.search <> new.search) execute function note_contact_changed();
create trigger contact_erased after delete on contact
  for each row execute function note_contact_changed();

-- The same parts, so written that a statement over many contacts takes it in as its own. A part may come twice.
create or replace function contact_parts(search text) returns setof text immutable parallel safe language sql as $$
  select left(substr(word, start), 12)
  from string_to_table(translate(search, E'\n', ' '), ' ') as word, generate_series(1, least(length(word), 60) - 1, 2) as start
  where length(word) >= 3
$$;
