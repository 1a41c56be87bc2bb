-- Succession proposed by one person and confirmed by another. What it does is written down beforehand, and nothing else is done.

insert into source (source_id, title, publisher, url, licence, dated_on, note, illustrative) values
  ('succession', 'Succession of footprints and organisations', 'This service', null,
   'Open Government Licence v3.0', null, 'Proposed and confirmed on this service; the plan and both names are kept with it', false),
  ('succession-illustrative', 'Illustrative succession', 'This service', null,
   'Open Government Licence v3.0', null, 'Made up to show how the service works', true);

create table succession_proposal (
  succession_proposal_id uuid primary key,
  -- What was asked for, and everything that it would do as the proposer read it.
  event jsonb not null,
  plan jsonb not null,
  -- SHA-256 of the plan as canonical JSON (RFC 8785): the second person confirms exactly this.
  digest text not null,
  -- Ids of the areas and organisations it is about.
  touches text[] not null,
  state text not null check (state in ('proposed', 'applied', 'withdrawn')),
  illustrative boolean not null,
  proposed_by text not null references person,
  proposed_at timestamptz not null,
  settled_by text references person,
  settled_at timestamptz,
  -- Why it was withdrawn.
  reason text not null default '',
  succession_event_id uuid unique references succession_event,
  check ((state = 'proposed') = (settled_at is null)),
  check ((state = 'applied') = (succession_event_id is not null)),
  check (state <> 'withdrawn' or reason <> ''),
  -- Two persons, always.
  check (state <> 'applied' or (settled_by is not null and settled_by <> proposed_by))
);
create index succession_proposal_order on succession_proposal (proposed_at desc);

-- The versions that a draft is to be read beside: what the predecessors wrote. A draft is based on one version at most and may
-- cite several; nothing of them is copied.
create table roadmap_citation (
  version_id uuid not null references roadmap_version,
  cited_version_id uuid not null references roadmap_version,
  succession_event_id uuid not null references succession_event,
  primary key (version_id, cited_version_id),
  check (version_id <> cited_version_id)
);
create index roadmap_citation_cited on roadmap_citation (cited_version_id);
create trigger roadmap_citation_is_append_only before update or delete on roadmap_citation
  for each row execute function refuse_change();
