-- What an organisation says to a question about its own answers: each save of it, of which the newest stands. The key names the question
-- and the answers behind it.
create table sense_check_note (
  organisation_id text not null,
  assessment_id uuid not null,
  check_key text not null check (check_key ~ '^[0-9a-f]{64}$'),
  revision integer not null check (revision > 0),
  note text not null,
  noted_by text not null references person,
  noted_at timestamptz not null,
  primary key (organisation_id, assessment_id, check_key, revision),
  foreign key (organisation_id, assessment_id) references assessment
);
create trigger sense_check_note_is_append_only before update or delete on sense_check_note
  for each row execute function refuse_change();

-- What was asked about the answers when a signature was asked for, be it nothing: what lies far from others' then may not later.
create table sense_check (
  organisation_id text not null,
  assessment_id uuid not null,
  requested_at timestamptz not null,
  checks jsonb not null,
  primary key (organisation_id, assessment_id, requested_at),
  foreign key (organisation_id, assessment_id) references assessment
);
create trigger sense_check_is_append_only before update or delete on sense_check
  for each row execute function refuse_change();
