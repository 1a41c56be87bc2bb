-- Of the answers behind a score, how many say what they rest on. Null where it was scored before that was counted.
alter table assessment_score add column evidenced integer check (evidenced between 0 and answered);
