-- What a notice is about that must not be told twice, however often it is looked at: one reminder of one deadline to one person.
alter table notice add column once text unique;

-- Those few letters that were not delivered.
create index letter_failed on letter (letter_id) where state = 'failed';
