-- Results that others publish, kept as they were published. A correction is a later version; the earlier one stays.
create table result_release (
  series text not null check (series ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  version integer not null check (version > 0),
  source_id text not null references source,
  published_on date not null,
  standing standing not null,
  -- What was measured, in the order of the scores of each row.
  measures text[] not null check (cardinality(measures) > 0),
  -- SHA-256 of all that is said in it.
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  recorded_at timestamptz not null,
  primary key (series, version)
);
create trigger result_release_is_append_only before update or delete on result_release
  for each row execute function refuse_change();
create trigger public_change after insert or update or delete or truncate on result_release
  for each statement execute function note_public_change();

-- One organisation in one care setting for one year.
create table official_result (
  series text not null,
  version integer not null,
  position integer not null,
  -- As published; empty where only a name was. Whoever it belongs to is found by the code, and may be in no directory.
  code text not null,
  name text not null check (name <> ''),
  care_setting text not null check (care_setting <> ''),
  year integer not null,
  -- Numbers of any precision keep the digits that were printed; null where there was no figure.
  scores numeric[] not null,
  note text not null default '',
  primary key (series, version, position),
  foreign key (series, version) references result_release
);
create unique index official_result_once
  on official_result (series, version, (case when code = '' then name else code end), care_setting, year);
create index official_result_of on official_result (code);
create index official_result_of_setting on official_result (series, version, care_setting, year);
create trigger official_result_is_append_only before update or delete on official_result
  for each row execute function refuse_change();
create trigger public_change after insert or update or delete or truncate on official_result
  for each statement execute function note_public_change();
