-- A publisher takes a release back without a corrected one. It stays as it was published, and pages show it for the days before.
create table result_withdrawal (
  series text not null,
  version integer not null,
  -- From this day on nothing of the series is shown, until a later version is published.
  withdrawn_on date not null,
  -- As readers are told it.
  reason text not null check (reason <> ''),
  recorded_by text not null references person,
  recorded_at timestamptz not null,
  primary key (series, version),
  foreign key (series, version) references result_release
);
create trigger result_withdrawal_is_append_only before update or delete on result_withdrawal
  for each row execute function refuse_change();
create trigger public_change after insert or update or delete or truncate on result_withdrawal
  for each statement execute function note_public_change();
