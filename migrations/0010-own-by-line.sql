-- What an agent has on one line is told from the index alone, as with those who wait and what is nobody's.
drop index conversation_mine;
create index conversation_mine on conversation (account_id, assignee_id, sort_at desc, conversation_id desc, line_id)
  where state = 'open' and assignee_id is not null;
