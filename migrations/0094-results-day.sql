-- From which day everybody may read what was signed in a round, all of it at once: a step like any other.
alter table round_step
  add column results_on date,
  drop constraint round_step_kind_check,
  add constraint round_step_kind_check check (kind in ('open', 'extend', 'close', 'correct', 'set-results-day')),
  add constraint round_step_results_check check ((kind = 'set-results-day') = (results_on is not null));
