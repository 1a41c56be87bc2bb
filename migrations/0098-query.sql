-- A query is a thread about a signed document, between its organisation and those who look at what it signed.
alter table thread drop constraint thread_subject_kind_check;
alter table thread add constraint thread_subject_kind_check check (subject_kind in ('answer', 'query'));
-- Of a query: the document that it is about. Its key is a question, a section or the whole return.
alter table thread add column subject_digest text;
alter table thread add constraint thread_subject_digest_check check ((subject_kind = 'query') = (subject_digest is not null));

alter table thread_step drop constraint thread_step_kind_check;
alter table thread_step
  add constraint thread_step_kind_check check (kind in ('open', 'reply', 'resolve', 'reopen', 'withdraw'));
alter table thread_step drop constraint thread_step_state_check;
alter table thread_step add constraint thread_step_state_check check (state in ('open', 'resolved', 'withdrawn'));
alter table thread_step add constraint thread_step_withdrawn_check check ((kind = 'withdraw') = (state = 'withdrawn'));
-- Who speaks: the place whose thread it is, or those who ask it.
alter table thread_step add column side text not null default 'place' check (side in ('place', 'asker'));

-- That the region has validated a signed document, or taken that back; the latest stands.
create table return_validation (
  organisation_id text not null,
  assessment_id uuid not null,
  digest text not null,
  number integer not null check (number > 0),
  -- Of the form that it was sent with: a second press of its button adds nothing.
  sending_id uuid not null,
  kind text not null check (kind in ('validate', 'take-back')),
  -- The note that was made of it, or why it was taken back.
  body text not null default '' check (char_length(body) <= 4000),
  taken_by text not null references person,
  -- In which role and for whom.
  on_behalf_of text not null,
  taken_at timestamptz not null,
  primary key (organisation_id, assessment_id, digest, number),
  foreign key (organisation_id, assessment_id, digest) references assessment_document,
  check (kind = 'validate' or body ~ '\S')
);
create trigger return_validation_is_append_only before update or delete on return_validation
  for each row execute function refuse_change();
create trigger public_change after insert or update or delete or truncate on return_validation
  for each statement execute function note_public_change();
