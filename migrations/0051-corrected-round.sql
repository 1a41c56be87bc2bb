-- A round that was planned on screen is put right before anybody has used it: a step like any other, with everything as it is then.
alter table round_step
  add column label text check (label <> ''),
  add column opens_on date,
  add column instrument_id text,
  drop constraint round_step_kind_check,
  drop constraint round_step_check,
  add constraint round_step_kind_check check (kind in ('open', 'extend', 'close', 'correct')),
  add constraint round_step_due_on_check check ((kind in ('extend', 'correct')) = (due_on is not null)),
  add constraint round_step_correct_check check (
    (kind = 'correct') = (label is not null) and (label is null) = (opens_on is null)
    and (label is null) = (instrument_id is null)
  ),
  add constraint round_step_days_check check (opens_on <= due_on);
