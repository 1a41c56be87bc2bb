-- Figures that official bodies publish about organisations, kept as they were published. A correction is a later version; the earlier one stays.
create table indicator_release (
  -- The id of the indicator.
  series text not null check (series ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  version integer not null check (version > 0),
  source_id text not null references source,
  -- Pages of that day and later show it.
  published_on date not null,
  standing standing not null,
  -- SHA-256 of all that is said in it.
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  recorded_at timestamptz not null,
  primary key (series, version)
);
create trigger indicator_release_is_append_only before update or delete on indicator_release
  for each row execute function refuse_change();
create trigger public_change after insert or update or delete or truncate on indicator_release
  for each statement execute function note_public_change();

-- One organisation in one period.
create table indicator_figure (
  series text not null,
  version integer not null,
  -- As published. Whoever it belongs to is found by the code, and may be in no directory.
  code text not null,
  -- The first and the last day that it is about; one day twice where it is of a day.
  period_from date not null,
  period_to date not null check (period_to >= period_from),
  -- A word of the indicator or a number, digit for digit; null where it was suppressed.
  value text check (value <> ''),
  -- Of a share: of how many how many.
  numerator numeric,
  denominator numeric,
  note text not null default '',
  primary key (series, version, code, period_from, period_to),
  foreign key (series, version) references indicator_release
);
create index indicator_figure_of on indicator_figure (code);
create trigger indicator_figure_is_append_only before update or delete on indicator_figure
  for each row execute function refuse_change();
create trigger public_change after insert or update or delete or truncate on indicator_figure
  for each statement execute function note_public_change();
