-- What was put to be signed of an assessment: one frozen document each time that authorisation was asked for. One that was returned stays.
create table assessment_document (
  organisation_id text not null,
  assessment_id uuid not null,
  digest text not null,
  document jsonb not null,
  frozen_at timestamptz not null,
  -- Null where nobody stands behind it, as with illustrative data.
  frozen_by text references person,
  primary key (organisation_id, assessment_id, digest),
  foreign key (organisation_id, assessment_id) references assessment
);
create trigger assessment_document_is_append_only before update or delete on assessment_document
  for each row execute function refuse_change();

-- That somebody signed such a document. What was signed before documents were kept has none.
create table assessment_signature (
  organisation_id text not null,
  assessment_id uuid not null,
  digest text not null,
  person_id text references person,
  person_name text not null,
  person_role text not null,
  declaration text not null,
  board_approved_on date,
  signed_at timestamptz not null,
  primary key (organisation_id, assessment_id),
  foreign key (organisation_id, assessment_id, digest) references assessment_document
);
create trigger assessment_signature_is_append_only before update or delete on assessment_signature
  for each row execute function refuse_change();
create trigger public_change after insert or update or delete or truncate on assessment_signature
  for each statement execute function note_public_change();
