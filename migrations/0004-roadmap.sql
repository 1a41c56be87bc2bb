create table roadmap (
  roadmap_id uuid primary key,
  footprint_id text not null references area,
  round_id text not null,
  created_at timestamptz not null,
  unique (footprint_id, round_id)
);

create table roadmap_version (
  version_id uuid primary key,
  roadmap_id uuid not null references roadmap,
  number integer not null check (number > 0),
  state text not null check (state in ('draft', 'endorsement', 'submitted', 'under-review', 'changes-requested', 'cleared', 'published', 'superseded')),
  illustrative boolean not null,
  -- The version whose words this one began with; null for a first version.
  based_on uuid references roadmap_version,
  summary_of_changes text not null default '',
  created_at timestamptz not null,
  created_by text references person,
  frozen_at timestamptz,
  frozen_by text references person,
  -- The canonical document (RFC 8785) that members endorse, and the digest that stands for it.
  document jsonb,
  digest text,
  submitted_at timestamptz,
  submitted_by text references person,
  published_at timestamptz,
  unique (roadmap_id, number),
  check ((document is null) = (digest is null)),
  check ((document is null) = (frozen_at is null)),
  check ((state = 'draft') = (digest is null)),
  check (state in ('draft', 'endorsement') or submitted_at is not null),
  check (state <> 'published' or published_at is not null)
);
-- One version at a time is being worked on.
create unique index roadmap_version_open on roadmap_version (roadmap_id)
  where state in ('draft', 'endorsement', 'submitted', 'under-review', 'cleared');

-- A document that was put before the members and taken back. Their decisions name its digest, so it stays readable.
create table withdrawn_document (
  version_id uuid not null references roadmap_version,
  digest text not null,
  document jsonb not null,
  frozen_at timestamptz not null,
  frozen_by text references person,
  withdrawn_at timestamptz not null,
  withdrawn_by text references person,
  reason text not null check (reason <> ''),
  primary key (version_id, digest)
);
create trigger withdrawn_document_is_append_only before update or delete on withdrawn_document for each row execute function refuse_change();

create table roadmap_part (
  version_id uuid not null references roadmap_version,
  part_id text not null,
  body text not null,
  local_heading text not null default '',
  primary key (version_id, part_id)
);

create table trajectory_target (
  version_id uuid not null references roadmap_version,
  group_id text not null,
  year_id text not null,
  target double precision check (target between 0 and 100),
  fall_reason text not null default '',
  primary key (version_id, group_id, year_id)
);

create table trajectory_rationale (
  version_id uuid not null references roadmap_version,
  group_id text not null,
  rationale text not null,
  primary key (version_id, group_id)
);

create table universal_plan (
  version_id uuid not null references roadmap_version,
  capability_id text not null,
  baseline text not null default '',
  solution text check (solution in ('national', 'local')),
  local_solution text not null default '',
  evidence text not null default '',
  -- Text by year id, and by quarter id.
  ambitions jsonb not null default '{}',
  activities jsonb not null default '{}',
  primary key (version_id, capability_id)
);

create table deployment (
  version_id uuid not null references roadmap_version,
  deployment_id uuid not null,
  group_id text not null,
  title text not null,
  -- Empty for the whole footprint.
  organisation_ids text[] not null,
  year_id text not null,
  status text not null check (status in ('planned', 'under-way', 'live', 'stopped')),
  owner text not null default '',
  supplier text not null default '',
  cost_pounds numeric check (cost_pounds >= 0),
  funding_source text not null default '',
  funding_state text check (funding_state in ('secured', 'bid', 'gap')),
  supports text[] not null,
  primary key (version_id, deployment_id)
);

-- Every save of anything written in a draft: of what (`part:vision`, `trajectory`, `universal-plan:A`, `deployment:<id>`), exactly
-- what it said (JSON null for a deployment that was removed), and by whom. The tables above hold the latest of each; its revision
-- is the highest here, so that a second writer is told instead of overwriting.
create table roadmap_history (
  version_id uuid not null references roadmap_version,
  subject text not null,
  revision integer not null check (revision > 0),
  content jsonb not null,
  saved_by text references person,
  saved_at timestamptz not null,
  primary key (version_id, subject, revision)
);
create trigger roadmap_history_is_append_only before update or delete on roadmap_history for each row execute function refuse_change();

-- An endorsement belongs to one version and one digest. A later decision of the same organisation is a further row.
create table endorsement (
  endorsement_id uuid primary key,
  version_id uuid not null references roadmap_version,
  organisation_id text not null references organisation,
  person_id text references person,
  person_name text not null,
  person_role text not null,
  decision text not null check (decision in ('endorse', 'endorse-with-conditions', 'decline')),
  conditions text not null default '',
  digest text not null,
  decided_at timestamptz not null,
  illustrative boolean not null,
  check (decision = 'endorse' or conditions <> '')
);
create index endorsement_version on endorsement (version_id, organisation_id, decided_at);
create trigger endorsement_is_append_only before update or delete on endorsement for each row execute function refuse_change();
