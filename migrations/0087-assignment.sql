-- That a section of an assessment, or one question of it, is a named colleague's to answer. What became of that is in its steps; nothing
-- of it is ever written over.
create table assignment (
  organisation_id text not null references organisation,
  assignment_id uuid not null,
  round_id text not null,
  -- The reserved one for what is answered once for several care settings.
  care_setting text not null,
  section_id text not null,
  -- Null where it is the whole section.
  question_id text,
  person_id text not null references person,
  primary key (organisation_id, assignment_id)
);
create index assignment_round on assignment (round_id, organisation_id);
create trigger assignment_is_append_only before update or delete on assignment
  for each row execute function refuse_change();

-- Each with everything as it stands after it.
create table assignment_step (
  organisation_id text not null,
  assignment_id uuid not null,
  number integer not null check (number > 0),
  kind text not null check (kind in ('assign', 'change', 'remind', 'finish', 'reopen', 'end')),
  state text not null check (state in ('open', 'done', 'ended')),
  -- Of several who answer one section, the one who answers for it.
  responsible boolean not null,
  due_on date not null,
  -- What was said with this step; of an end, why.
  message text not null default '',
  taken_by text not null references person,
  taken_at timestamptz not null,
  primary key (organisation_id, assignment_id, number),
  foreign key (organisation_id, assignment_id) references assignment,
  check ((kind = 'assign') = (number = 1)),
  check ((kind = 'end') = (state = 'ended')),
  check (kind <> 'end' or message <> '')
);
create trigger assignment_step_is_append_only before update or delete on assignment_step
  for each row execute function refuse_change();
