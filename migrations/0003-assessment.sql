-- Tables that grow with answers lead their keys with the organisation, so that they can be spread by it later.
create table assessment (
  organisation_id text not null references organisation,
  assessment_id uuid not null,
  round_id text not null,
  instrument_id text not null,
  instrument_version text not null,
  care_setting text not null,
  state text not null check (state in ('not-started', 'in-progress', 'awaiting-authorisation', 'submitted', 'queried', 'validated', 'published')),
  illustrative boolean not null,
  authorisation_requested_by text references person,
  authorisation_requested_at timestamptz,
  -- The latest return to the coordinator; earlier ones are in the audit trail.
  returned_by text references person,
  returned_at timestamptz,
  return_reason text not null default '',
  authorised_by text references person,
  declaration text,
  submitted_at timestamptz,
  created_at timestamptz not null,
  primary key (organisation_id, assessment_id),
  unique (organisation_id, round_id, care_setting),
  check ((submitted_at is null) or (authorised_by is not null and declaration is not null) or illustrative)
);
create index assessment_round on assessment (round_id, state);

-- One row for each question answered; `revision` counts its saves, so that a second writer is told instead of overwriting.
create table answer (
  organisation_id text not null,
  assessment_id uuid not null,
  question_id text not null,
  -- An option of the question's scale; null with `not_applicable`, or when only a comment has been written.
  option_id text,
  not_applicable boolean not null default false,
  comment text not null default '',
  revision integer not null,
  answered_by text references person,
  answered_at timestamptz not null,
  primary key (organisation_id, assessment_id, question_id),
  foreign key (organisation_id, assessment_id) references assessment,
  check (not (not_applicable and option_id is not null))
);

-- Every save, the latest too: nothing is overwritten.
create table answer_history (
  organisation_id text not null,
  assessment_id uuid not null,
  question_id text not null,
  revision integer not null,
  option_id text,
  not_applicable boolean not null,
  comment text not null,
  answered_by text,
  answered_at timestamptz not null,
  primary key (organisation_id, assessment_id, question_id, revision)
);
create trigger answer_history_is_append_only before update or delete on answer_history for each row execute function refuse_change();

create table assessment_score (
  organisation_id text not null,
  assessment_id uuid not null,
  level text not null check (level in ('section', 'theme', 'overall')),
  -- Section id, theme id, or 'overall'.
  key text not null,
  -- Null when nothing under it was scored.
  score double precision check (score between 0 and 100),
  answered integer not null,
  applicable integer not null,
  not_applicable integer not null,
  missing integer not null,
  method text not null,
  computed_at timestamptz not null,
  primary key (organisation_id, assessment_id, level, key),
  foreign key (organisation_id, assessment_id) references assessment
);
