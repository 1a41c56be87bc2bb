-- A cleared version is not the only one at work any more: a newer one may be begun beside it, and takes its place once submitted.
drop index roadmap_version_open;
create unique index roadmap_version_open on roadmap_version (roadmap_id)
  where state in ('draft', 'endorsement', 'submitted', 'under-review');

-- Why the regional team took its clearance back. The letter stays as it was sent.
create table clearance_withdrawal (
  version_id uuid primary key references roadmap_version,
  reason text not null check (reason <> ''),
  taken_back_at timestamptz not null,
  taken_back_by text references person
);
create trigger clearance_withdrawal_is_append_only before update or delete on clearance_withdrawal
  for each row execute function refuse_change();
