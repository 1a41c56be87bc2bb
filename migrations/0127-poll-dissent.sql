-- Who does not agree with the answer that was agreed after a poll, and why, in words: beside the answer, for people of the organisation.
create table poll_dissent (
  organisation_id text not null,
  poll_id uuid not null,
  question_id text not null,
  revision integer not null check (revision > 0),
  -- Empty where it was taken back.
  body text not null check (char_length(body) <= 1000),
  written_by text not null references person,
  written_at timestamptz not null,
  primary key (organisation_id, poll_id, question_id, revision),
  foreign key (organisation_id, poll_id, question_id) references poll_question
);
create trigger poll_dissent_is_append_only before update or delete on poll_dissent
  for each row execute function refuse_change();
