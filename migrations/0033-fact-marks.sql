-- Who follows the facts to count something looks at each; these spare it reading the JSON of those that do not concern it.
--
-- `marks`: bits, src/store/postgres/fact-marks.ts; null on facts of programs before this column, which are read whole.
alter table fact add column marks smallint, add column message_id uuid;
