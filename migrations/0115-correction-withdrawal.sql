-- As which revision each answer stood when its assessment was opened for a correction, so that a correction that is taken back leaves the answers
-- as they were signed. What was saved meanwhile stays in the history.
create table correction_answer (
  organisation_id text not null,
  assessment_id uuid not null,
  opened_at timestamptz not null,
  question_id text not null,
  revision integer not null,
  primary key (organisation_id, assessment_id, opened_at, question_id),
  foreign key (organisation_id, assessment_id, question_id, revision) references answer_history
);
create trigger correction_answer_is_append_only before update or delete on correction_answer
  for each row execute function refuse_change();

-- Of what was open by now, the nearest that the history tells.
insert into correction_answer (organisation_id, assessment_id, opened_at, question_id, revision)
select assessment.organisation_id, assessment.assessment_id, assessment.reopened_at, saved.question_id, max(saved.revision)
from assessment join answer_history as saved on saved.organisation_id = assessment.organisation_id
  and saved.assessment_id = assessment.assessment_id and saved.answered_at <= assessment.submitted_at
where assessment.state <> 'submitted' and assessment.submitted_at is not null and assessment.reopened_at is not null
group by assessment.organisation_id, assessment.assessment_id, assessment.reopened_at, saved.question_id;

-- The sections that it answered by itself then; null while it is not being corrected.
alter table assessment add column opened_apart text[];
update assessment set opened_apart = answered_apart
where state <> 'submitted' and submitted_at is not null;

-- That an assessment was opened for a correction and this was taken back before anything was signed.
create table correction_withdrawal (
  organisation_id text not null,
  assessment_id uuid not null,
  -- Of the document that stood, and stands.
  digest text not null,
  opened_at timestamptz not null,
  opened_by text not null references person,
  open_reason text not null,
  reason text not null check (reason ~ '\S'),
  withdrawn_by text not null references person,
  -- In which role and for whom.
  on_behalf_of text not null,
  withdrawn_at timestamptz not null check (withdrawn_at >= opened_at),
  primary key (organisation_id, assessment_id, digest, opened_at),
  foreign key (organisation_id, assessment_id, digest) references assessment_signature
);
create trigger correction_withdrawal_is_append_only before update or delete on correction_withdrawal
  for each row execute function refuse_change();
