-- Messages to be sent are taken line by line: a line that is slow or paused holds up no other, however much waits on it.
--
-- A generated column, so that servers of before, which know nothing of it, fill it too.

alter table effect
  add column line_id uuid generated always as ((rest ->> 'lineId')::uuid) stored;
create index effect_deliver on effect (line_id, priority, take_at) where kind = 'deliver';
