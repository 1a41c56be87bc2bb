create table review (
  review_id uuid primary key,
  version_id uuid not null unique references roadmap_version,
  started_by text references person,
  started_at timestamptz not null,
  outcome text check (outcome in ('cleared', 'changes-requested')),
  summary text not null default '',
  letter jsonb,
  decided_by text references person,
  decided_at timestamptz,
  revision integer not null,
  check ((outcome is null) = (decided_at is null))
);

create table review_rating (
  review_id uuid not null references review,
  criterion_id text not null,
  rating_id text,
  comment text not null default '',
  primary key (review_id, criterion_id)
);

-- A publication is never edited: a correction is a further release.
create table publication (
  publication_id uuid primary key,
  version_id uuid not null unique references roadmap_version,
  footprint_id text not null references area,
  release_number integer not null,
  published_at timestamptz not null,
  published_by text references person,
  -- The public edition: parts for assurance only are left out and stand by their digest alone.
  download jsonb not null,
  digest text not null,
  illustrative boolean not null,
  unique (footprint_id, release_number)
);
create trigger publication_is_append_only before update or delete on publication for each row execute function refuse_change();
