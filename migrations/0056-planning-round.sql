-- A round of planning is planned on screen too: instead of an instrument it has the round of assessment that its baseline is of.
alter table planned_round
  alter column instrument_id drop not null,
  add column baseline_round text,
  add constraint planned_round_over_check check ((instrument_id is null) <> (baseline_round is null));
alter table round_step
  add column baseline_round text,
  drop constraint round_step_correct_check,
  add constraint round_step_correct_check check (
    (kind = 'correct') = (label is not null) and (label is null) = (opens_on is null)
    and num_nonnulls(instrument_id, baseline_round) = (label is not null)::integer
  );
