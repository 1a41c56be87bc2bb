-- Where an organisation means to be with a question by the next round: an option of its scale. Null where it does not say.
alter table answer add column desired_option text;
alter table answer_history add column desired_option text;
