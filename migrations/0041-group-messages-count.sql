-- A message to a group counts for each whom it reached, and is taken back with as many.
alter table cost_row drop constraint cost_row_messages_check;
alter table cost_row add constraint cost_row_messages_check check (messages between -1000 and 1000);
