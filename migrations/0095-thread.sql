-- What people of one place tell each other about something, for themselves alone. What a thread is about is named as its programme pack
-- names it: none of it is a row.
create table thread (
  -- Whose it is: who holds a role there reads it, and nobody else.
  scope_kind text not null check (scope_kind = 'organisation'),
  scope_id text not null check (scope_id <> ''),
  thread_id uuid not null,
  round_id text not null,
  subject_kind text not null check (subject_kind = 'answer'),
  -- Of an answer: its care setting, or the reserved one for what is answered once for several.
  subject_part text not null,
  -- Of an answer: its question.
  subject_key text not null,
  primary key (scope_id, thread_id)
);
create index thread_subject on thread (scope_id, round_id, subject_kind, subject_key);
create trigger thread_is_append_only before update or delete on thread
  for each row execute function refuse_change();

-- Each with how the thread stands after it.
create table thread_step (
  scope_id text not null,
  thread_id uuid not null,
  number integer not null check (number > 0),
  -- Of the form that it was sent with: a second press of its button adds nothing.
  sending_id uuid not null,
  kind text not null check (kind in ('open', 'reply', 'resolve', 'reopen')),
  state text not null check (state in ('open', 'resolved')),
  body text not null default '' check (char_length(body) <= 4000),
  taken_by text not null references person,
  taken_at timestamptz not null,
  primary key (scope_id, thread_id, number),
  foreign key (scope_id, thread_id) references thread,
  check ((kind = 'open') = (number = 1)),
  check ((kind = 'resolve') = (state = 'resolved')),
  check (kind in ('resolve', 'reopen') or body ~ '\S')
);
create trigger thread_step_is_append_only before update or delete on thread_step
  for each row execute function refuse_change();

-- Whom a step was addressed to, of those who read the thread.
create table thread_mention (
  scope_id text not null,
  thread_id uuid not null,
  number integer not null,
  person_id text not null references person,
  primary key (scope_id, thread_id, number, person_id),
  foreign key (scope_id, thread_id, number) references thread_step
);
create trigger thread_mention_is_append_only before update or delete on thread_mention
  for each row execute function refuse_change();
