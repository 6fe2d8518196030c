-- What agents read stays quick however much is kept: lists of one line, windows about to close, counts, search.
--
-- Every index on open conversations costs each message an entry, for its conversation moves up in the lists.

-- Lists of one line in their order. The lists of those who wait and of what is nobody's are shorter: the line beside each
-- entry tells which of them to leave out without looking at the row.
create index conversation_line on conversation (account_id, line_id, sort_at desc, conversation_id desc)
  where state = 'open';
create index conversation_resolved_line on conversation (account_id, line_id, sort_at desc, conversation_id desc)
  where state = 'resolved';
drop index conversation_unassigned;
create index conversation_unassigned on conversation (account_id, sort_at desc, conversation_id desc, line_id)
  where state = 'open' and assignee_id is null;
drop index conversation_waiting;
create index conversation_waiting on conversation (account_id, sort_at desc, conversation_id desc, line_id)
  where state = 'open' and waiting_since is not null;

-- An hour's windows are put in the order of the list from the index alone.
drop index conversation_closing;
create index conversation_closing on conversation (account_id, customer_wrote_at)
  include (line_id, sort_at, conversation_id) where state = 'open';

-- What a contact and we settled before. Together with conversation_open this is all that conversation_of_contact tells,
-- which a server of the release before still asks; a later migration drops it.
create index conversation_past on conversation (account_id, contact_id, line_id, opened_at desc)
  where state = 'resolved';

-- Contacts by any part of their search text: the first twelve letters from every second letter of each word on, so that
-- what is asked for, or what follows its first letter, is the beginning of one of them. An ordinary index on purpose:
-- it stops at the first thousand however common a part is, and equality and order, unlike trigrams and `like`, may be
-- looked up behind the wall of row-level security. Written by triggers, so that a server of the release before keeps it
-- too. No foreign key: the rows are only ever made of their contact.
create table contact_part (
  account_id uuid not null,
  part text not null collate "C",
  contact_id uuid not null,
  primary key (account_id, part, contact_id)
);
call protect('contact_part', 'select, insert, delete');

-- Longer words are found by their first sixty letters.
create function contact_parts(search text) returns setof text immutable parallel safe language sql as $$
  select distinct left(substr(word, start), 12)
  from regexp_split_to_table(search, '\s+') as word, generate_series(1, least(length(word), 60) - 1, 2) as start
  where length(word) >= 3
$$;

create function keep_contact_parts() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    delete from contact_part using (
      select before.account_id, before.contact_id, contact_parts(before.search) as part
      from before join after using (account_id, contact_id) where before.search <> after.search
    ) as gone
    where (contact_part.account_id, contact_part.part, contact_part.contact_id) = (gone.account_id, gone.part, gone.contact_id);
    insert into contact_part (account_id, part, contact_id)
      select after.account_id, contact_parts(after.search), after.contact_id
      from before join after using (account_id, contact_id) where before.search <> after.search
      on conflict do nothing;
  else
    insert into contact_part (account_id, part, contact_id)
      select account_id, contact_parts(search), contact_id from after on conflict do nothing;
  end if;
  return null;
end $$;
create trigger contact_added after insert on contact referencing new table as after
  for each statement execute function keep_contact_parts();
create trigger contact_changed after update on contact referencing old table as before new table as after
  for each statement execute function keep_contact_parts();

-- The owner is behind the wall as well.
do $$ begin
  perform set_config('app.scope', 'installation', true);
  perform set_config('app.accounts', coalesce((select array_agg(account_id) from account), '{}')::text, true);
  insert into contact_part (account_id, part, contact_id)
    select account_id, contact_parts(search), contact_id from contact;
  perform set_config('app.accounts', '', true);
  perform set_config('app.scope', '', true);
end $$;
