-- That an organisation does not agree with what a finished moderation found of one of its answers, and why. Each answer is challenged once.
create table moderation_challenge (
  organisation_id text not null,
  assessment_id uuid not null,
  digest text not null,
  question_id text not null,
  -- The save of the finding that is challenged.
  revision integer not null,
  reason text not null check (reason ~ '\S' and char_length(reason) <= 2000),
  challenged_by text not null references person,
  -- In which role and for whom.
  on_behalf_of text not null,
  challenged_at timestamptz not null,
  primary key (organisation_id, assessment_id, digest, question_id),
  foreign key (organisation_id, assessment_id, digest, question_id, revision) references moderation_finding
);
create trigger moderation_challenge_is_append_only before update or delete on moderation_challenge
  for each row execute function refuse_change();
create trigger public_change after insert or update or delete or truncate on moderation_challenge
  for each statement execute function note_public_change();

-- What was answered to it by somebody else than who found it. Where it is upheld, what is found instead is the next save of the finding.
create table challenge_decision (
  organisation_id text not null,
  assessment_id uuid not null,
  digest text not null,
  question_id text not null,
  decision text not null check (decision in ('stands', 'upheld')),
  reason text not null check (reason ~ '\S' and char_length(reason) <= 2000),
  decided_by text not null references person,
  on_behalf_of text not null,
  decided_at timestamptz not null,
  primary key (organisation_id, assessment_id, digest, question_id),
  foreign key (organisation_id, assessment_id, digest, question_id) references moderation_challenge
);
create trigger challenge_decision_is_append_only before update or delete on challenge_decision
  for each row execute function refuse_change();
create trigger public_change after insert or update or delete or truncate on challenge_decision
  for each statement execute function note_public_change();
