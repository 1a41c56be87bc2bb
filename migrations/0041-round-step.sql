-- What the programme office does about a round beside what its pack fixes: opens it before its day or again, extends its deadline,
-- closes it. Only ever added to: the last step that says something is what holds.
create table round_step (
  round_id text not null,
  number integer not null check (number > 0),
  kind text not null check (kind in ('open', 'extend', 'close')),
  -- For whom a deadline is extended; empty for everybody.
  scope_kind text not null check (scope_kind in ('all', 'region', 'footprint', 'organisation')),
  scope_id text not null,
  due_on date,
  reason text not null check (reason <> ''),
  made_at timestamptz not null,
  made_by text not null references person,
  primary key (round_id, number),
  check ((kind = 'extend') = (due_on is not null)),
  check (kind = 'extend' or scope_kind = 'all'),
  check ((scope_kind = 'all') = (scope_id = ''))
);
create trigger round_step_is_append_only before update or delete on round_step
  for each row execute function refuse_change();
create trigger public_change after insert or update or delete or truncate on round_step
  for each statement execute function note_public_change();
