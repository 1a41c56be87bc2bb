-- Rounds that the programme office plans on screen, over an instrument of the pack, beside those that the pack has. Only ever added
-- to: what is done about one is in round_step.
create table planned_round (
  round_id text primary key check (round_id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  label text not null check (label <> ''),
  opens_on date not null,
  due_on date not null check (due_on >= opens_on),
  instrument_id text not null,
  planned_at timestamptz not null,
  planned_by text not null references person
);
create trigger planned_round_is_append_only before update or delete on planned_round
  for each row execute function refuse_change();
create trigger public_change after insert or update or delete or truncate on planned_round
  for each statement execute function note_public_change();

-- One that was planned by mistake, and taken back before it opened.
create table withdrawn_round (
  round_id text primary key references planned_round,
  reason text not null check (reason <> ''),
  withdrawn_at timestamptz not null,
  withdrawn_by text not null references person
);
create trigger withdrawn_round_is_append_only before update or delete on withdrawn_round
  for each row execute function refuse_change();
create trigger public_change after insert or update or delete or truncate on withdrawn_round
  for each statement execute function note_public_change();
