-- What a file said against the directory, once however many files say it. What was known was kept; somebody decides whether it stays so.
create table contradiction (
  contradiction_id uuid primary key default uuidv7(),
  -- SHA-256 of kind, code, what is known, what is said and how often it was taken before: the same from another file is the same.
  digest text not null unique check (digest ~ '^[0-9a-f]{64}$'),
  kind text not null check (kind in ('reopened', 'succession', 'closed-earlier', 'closed-without-day')),
  code text not null,
  name text not null,
  known text not null,
  known_source_id text references source,
  said text not null,
  -- The first file that said so, and where in it.
  source_id text not null references source,
  source_row integer,
  dated_on date not null,
  -- What the file says of the organisation, to be taken in later; of a succession, `said` says all.
  observation jsonb,
  met_at timestamptz not null,
  check ((kind = 'succession') = (observation is null))
);
create trigger contradiction_is_append_only before update or delete on contradiction
  for each row execute function refuse_change();

-- What people decided of it; the last decision holds.
create table contradiction_decision (
  contradiction_id uuid not null references contradiction,
  number integer not null check (number > 0),
  decision text not null check (decision in ('keep', 'take')),
  reason text not null check (reason <> ''),
  decided_at timestamptz not null,
  decided_by text not null references person,
  primary key (contradiction_id, number)
);
create trigger contradiction_decision_is_append_only before update or delete on contradiction_decision
  for each row execute function refuse_change();
