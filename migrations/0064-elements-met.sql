-- Of a question with levels: the elements that are met, in the order of the levels. Empty where none is; null for any other answer.
alter table answer add column elements_met text[],
  add check (elements_met is null or (option_id is null and not not_applicable));
alter table answer_history add column elements_met text[];
