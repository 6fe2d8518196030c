-- conversation_open and conversation_past tell all that this index told (0009-desk.sql), and every message of a contact
-- costs their conversation an entry in each index.
drop index conversation_of_contact;
