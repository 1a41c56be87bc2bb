-- A signed assessment that was opened again before its results were public, so that its organisation can put it right and sign anew. The
-- earlier signature stays on record and stands no more.
create table assessment_reopening (
  organisation_id text not null,
  assessment_id uuid not null,
  digest text not null,
  reason text not null check (reason ~ '\S'),
  reopened_by text not null references person,
  -- In which role and for whom.
  on_behalf_of text not null,
  reopened_at timestamptz not null,
  primary key (organisation_id, assessment_id, digest),
  foreign key (organisation_id, assessment_id, digest) references assessment_document
);
create trigger assessment_reopening_is_append_only before update or delete on assessment_reopening
  for each row execute function refuse_change();
create trigger public_change after insert or update or delete or truncate on assessment_reopening
  for each statement execute function note_public_change();

alter table assessment_signature drop constraint assessment_signature_pkey;
alter table assessment_signature add primary key (organisation_id, assessment_id, digest);

-- The signatures that stand.
create view standing_signature as
select signature.* from assessment_signature as signature
where not exists (
  select from assessment_reopening as reopening
  where reopening.organisation_id = signature.organisation_id and reopening.assessment_id = signature.assessment_id
    and reopening.digest = signature.digest);

-- How an assessment came back to be answered, of which `returned_by`, `returned_at` and `return_reason` tell.
alter table assessment add column was_reopened boolean not null default false;
