-- With whose answers a result was signed, beside the rest of what stands of it. `taken_from` says with whose answers an assessment was last
-- sent to be signed, which may be others' while what was published is corrected.
alter table assessment add column signed_taken_from text references organisation,
  add column signed_sections_taken text[] not null default '{}',
  add check ((signed_taken_from is null) = (signed_sections_taken = '{}')),
  add check (signed_taken_from is null or submitted_at is not null);
update assessment set signed_taken_from = taken_from, signed_sections_taken = sections_taken
where submitted_at is not null and taken_from is not null;

-- Of what was or is being corrected by now the assessment no longer says it. What was put to be signed, and with whose answers, is in the trail.
create view asked_with as
select event.detail ->> 'digest' as digest, event.detail -> 'taken' ->> 'giverId' as taken_from,
       array(select jsonb_array_elements_text(event.detail -> 'taken' -> 'sectionIds')) as sections_taken, event.chain
from audit_event as event
where event.action = 'assessment.request-authorisation' and event.detail ->> 'digest' is not null;

update assessment set signed_taken_from = asked.taken_from, signed_sections_taken = asked.sections_taken
from assessment_signature as signature, asked_with as asked
where assessment.submitted_at is not null and assessment.state <> 'submitted'
  and signature.organisation_id = assessment.organisation_id and signature.assessment_id = assessment.assessment_id
  and signature.signed_at = assessment.submitted_at
  and asked.chain = 'assessment:' || assessment.assessment_id and asked.digest = signature.digest;

alter table assessment_correction disable trigger assessment_correction_is_append_only;
update assessment_correction as correction set taken_from = asked.taken_from, sections_taken = asked.sections_taken
from asked_with as asked
where asked.chain = 'assessment:' || correction.assessment_id and asked.digest = correction.digest;
alter table assessment_correction enable trigger assessment_correction_is_append_only;
drop view asked_with;

drop index assessment_taken_from;
create index assessment_signed_taken_from on assessment (signed_taken_from, round_id) where signed_taken_from is not null;

create or replace view submitted_result as
select assessment.organisation_id, assessment.assessment_id, assessment.round_id, assessment.care_setting, assessment.instrument_id,
       assessment.instrument_version, assessment.illustrative, assessment.signed_taken_from as taken_from,
       assessment.signed_sections_taken as sections_taken, assessment.submitted_at, 'infinity'::timestamptz as stands_until
from assessment where assessment.submitted_at is not null
union all
select assessment.organisation_id, assessment.assessment_id, assessment.round_id, assessment.care_setting, assessment.instrument_id,
       assessment.instrument_version, assessment.illustrative, correction.taken_from, correction.sections_taken,
       correction.submitted_at, correction.corrected_at
from assessment_correction as correction
join assessment on assessment.organisation_id = correction.organisation_id and assessment.assessment_id = correction.assessment_id;
