-- Files that a person has sent to be brought into the directory, with what was found, until somebody decides.
create table import_upload (
  import_upload_id uuid primary key,
  file_name text not null,
  layout text not null,
  dated_on date not null,
  byte_count integer not null check (byte_count > 0),
  -- Kept until it is decided on; the facts of an imported file are in the directory by then.
  content bytea,
  state text not null check (state in ('waiting', 'imported', 'withdrawn')),
  -- What the check of the file found, and the first differences of each kind.
  finding jsonb not null,
  -- Every difference, as a CSV file in gzip.
  differences bytea not null,
  uploaded_by text not null references person,
  uploaded_at timestamptz not null,
  decided_by text references person,
  decided_at timestamptz,
  check ((state = 'waiting') = (content is not null)),
  check ((state = 'waiting') = (decided_at is null))
);
