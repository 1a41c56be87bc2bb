-- What PROGRAMME said when the database was first started: a word, or the path of a folder. Kept so that whoever has to start it again
-- can be told what to type; null where an earlier version started it.
alter table database_programme add column named text;
