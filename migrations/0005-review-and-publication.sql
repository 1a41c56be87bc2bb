create table review (
  review_id uuid primary key,
  version_id uuid not null unique references roadmap_version,
  started_by text references person,
  started_at timestamptz not null,
  summary text not null default '',
  -- Counts the saves of summary and ratings together, so that a second writer is told instead of overwriting.
  revision integer not null check (revision >= 0),
  saved_by text references person,
  saved_at timestamptz not null,
  outcome text check (outcome in ('cleared', 'changes-requested')),
  -- The letter as it was sent.
  letter jsonb,
  decided_by text references person,
  decided_at timestamptz,
  check ((outcome is null) = (decided_at is null)),
  check ((outcome is null) = (letter is null))
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
  release_number integer not null check (release_number > 0),
  version_number integer not null check (version_number > 0),
  published_at timestamptz not null,
  published_by text references person,
  -- The file anyone may download, byte for byte as it was published: text, because jsonb keeps neither order nor spaces. Parts
  -- for assurance only are left out of it and stand by their digest alone. The columns below repeat what lists need of it.
  download text not null,
  digest text not null,
  record_digest text not null,
  endorsed_count integer not null check (endorsed_count >= 0),
  member_count integer not null check (member_count >= endorsed_count),
  illustrative boolean not null,
  unique (footprint_id, release_number),
  -- The public address of a version holds its number.
  unique (footprint_id, version_number)
);
create trigger publication_is_append_only before update or delete on publication for each row execute function refuse_change();
