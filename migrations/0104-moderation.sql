-- What somebody from outside an organisation found of single answers of a signed document. What is signed stays as it is; the findings stand
-- beside it. Every save is kept, and of each question the latest stands.
create table moderation_finding (
  organisation_id text not null,
  assessment_id uuid not null,
  digest text not null,
  question_id text not null,
  revision integer not null check (revision > 0),
  -- 'none': it is not checked, or no more.
  verdict text not null check (verdict in ('none', 'same', 'other')),
  -- What they would answer in its place.
  value jsonb,
  reason text not null check (char_length(reason) <= 2000),
  found_by text not null references person,
  -- In which role and for whom.
  on_behalf_of text not null,
  found_at timestamptz not null,
  primary key (organisation_id, assessment_id, digest, question_id, revision),
  foreign key (organisation_id, assessment_id, digest) references assessment_document,
  check ((verdict = 'other') = (value is not null)),
  check (verdict <> 'other' or reason ~ '\S')
);
create trigger moderation_finding_is_append_only before update or delete on moderation_finding
  for each row execute function refuse_change();

-- What the findings come to once they are finished: scores beside those that were signed, with how many answers behind each were checked.
-- The latest stands.
create table moderation_outcome (
  organisation_id text not null,
  assessment_id uuid not null,
  digest text not null,
  number integer not null check (number > 0),
  outcome jsonb not null,
  made_by text not null references person,
  on_behalf_of text not null,
  made_at timestamptz not null,
  primary key (organisation_id, assessment_id, digest, number),
  foreign key (organisation_id, assessment_id, digest) references assessment_document
);
create trigger moderation_outcome_is_append_only before update or delete on moderation_outcome
  for each row execute function refuse_change();
create trigger public_change after insert or update or delete or truncate on moderation_outcome
  for each statement execute function note_public_change();
