-- A signed assessment that was opened for a correction after its results were public, and signed anew: what stood before, and until when. While a
-- correction is written, what was published stands, so `assessment.submitted_at` and the scores stay what they were.
create table assessment_correction (
  organisation_id text not null,
  assessment_id uuid not null,
  -- Of the document that stood before.
  digest text not null,
  submitted_at timestamptz not null,
  taken_from text,
  sections_taken text[] not null,
  -- Everybody reads it beside both results.
  reason text not null check (reason ~ '\S'),
  opened_by text not null references person,
  opened_at timestamptz not null,
  corrected_at timestamptz not null check (corrected_at >= submitted_at),
  primary key (organisation_id, assessment_id, digest),
  foreign key (organisation_id, assessment_id, digest) references assessment_signature
);
create trigger assessment_correction_is_append_only before update or delete on assessment_correction
  for each row execute function refuse_change();
create trigger public_change after insert or update or delete or truncate on assessment_correction
  for each statement execute function note_public_change();

create table corrected_score (
  organisation_id text not null,
  assessment_id uuid not null,
  digest text not null,
  level text not null check (level in ('section', 'theme', 'overall')),
  key text not null,
  score double precision check (score between 0 and 100),
  answered integer not null,
  evidenced integer check (evidenced between 0 and answered),
  applicable integer not null,
  not_applicable integer not null,
  missing integer not null,
  method text not null,
  computed_at timestamptz not null,
  primary key (organisation_id, assessment_id, digest, level, key),
  foreign key (organisation_id, assessment_id, digest) references assessment_correction
);
create trigger corrected_score_is_append_only before update or delete on corrected_score
  for each row execute function refuse_change();
create trigger public_change after insert or update or delete or truncate on corrected_score
  for each statement execute function note_public_change();

create or replace view standing_signature as
select signature.* from assessment_signature as signature
where not exists (
  select from assessment_reopening as reopening
  where reopening.organisation_id = signature.organisation_id and reopening.assessment_id = signature.assessment_id
    and reopening.digest = signature.digest)
and not exists (
  select from assessment_correction as correction
  where correction.organisation_id = signature.organisation_id and correction.assessment_id = signature.assessment_id
    and correction.digest = signature.digest);

-- What is submitted, with what was until a correction took its place. `stands_until` is infinity for what stands.
create view submitted_result as
select assessment.organisation_id, assessment.assessment_id, assessment.round_id, assessment.care_setting, assessment.instrument_id,
       assessment.instrument_version, assessment.illustrative, assessment.taken_from, assessment.sections_taken,
       assessment.submitted_at, 'infinity'::timestamptz as stands_until
from assessment where assessment.submitted_at is not null
union all
select assessment.organisation_id, assessment.assessment_id, assessment.round_id, assessment.care_setting, assessment.instrument_id,
       assessment.instrument_version, assessment.illustrative, correction.taken_from, correction.sections_taken,
       correction.submitted_at, correction.corrected_at
from assessment_correction as correction
join assessment on assessment.organisation_id = correction.organisation_id and assessment.assessment_id = correction.assessment_id;

create view submitted_score as
select score.organisation_id, score.assessment_id, 'infinity'::timestamptz as stands_until, score.level, score.key, score.score, score.answered,
       score.evidenced, score.applicable, score.not_applicable, score.missing, score.method
from assessment_score as score
union all
select score.organisation_id, score.assessment_id, correction.corrected_at, score.level, score.key, score.score, score.answered,
       score.evidenced, score.applicable, score.not_applicable, score.missing, score.method
from corrected_score as score
join assessment_correction as correction on correction.organisation_id = score.organisation_id
  and correction.assessment_id = score.assessment_id and correction.digest = score.digest;

-- With whether what was published stands while it is corrected.
drop function hold_assessment(text, text, text, text[]);
create function hold_assessment(of_organisation text, of_round text, of_setting text, of_questions text[])
  returns table (organisation_id text, assessment_id uuid, care_setting text, state text, illustrative boolean,
                 answered_apart text[], is_corrected boolean, answers jsonb) language plpgsql volatile as $$
declare
  held assessment;
begin
  select assessment.* into held from assessment
  where assessment.organisation_id = of_organisation and assessment.round_id = of_round
    and assessment.care_setting = of_setting
  for no key update;
  if found then
    return query select held.organisation_id, held.assessment_id, held.care_setting, held.state, held.illustrative,
      held.answered_apart, held.state <> 'submitted' and held.submitted_at is not null, coalesce((
        select jsonb_agg(to_jsonb(answer)) from answer
        where answer.organisation_id = held.organisation_id and answer.assessment_id = held.assessment_id
          and answer.question_id = any(of_questions)), '[]');
  end if;
end $$;
