-- What the registry was asked for by the service itself. What it answers goes the way of a file that a person sends.
create table directory_fetch (
  directory_fetch_id uuid primary key,
  -- As it was configured then.
  address text not null,
  layout text not null check (layout in ('ord', 'fhir')),
  asked_at timestamptz not null,
  -- Who asked for it at once; null where its time had come.
  asked_by text references person,
  -- When it came to its end; null while it is under way. A process at a time has one under way.
  ended_at timestamptz check (ended_at >= asked_at),
  outcome text not null default '' check (outcome in ('', 'fetched', 'unchanged', 'nothing', 'failed')),
  -- What went wrong, at the end or when it was last tried.
  problem text not null default '',
  -- The search with its day, and what tells its answer from others.
  search text not null default '',
  etag text,
  last_modified text,
  digest text check (digest ~ '^[0-9a-f]{64}$'),
  organisation_count integer,
  import_upload_id uuid references import_upload,
  check ((ended_at is null) = (outcome = '')),
  check ((outcome = 'fetched') = (import_upload_id is not null)),
  check (outcome <> 'failed' or problem <> '')
);
create unique index directory_fetch_one_under_way on directory_fetch ((true)) where ended_at is null;
create index directory_fetch_by_time on directory_fetch (asked_at);

-- Nobody sends what the service fetches.
alter table import_upload alter column uploaded_by drop not null;
