-- That an organisation takes the answers to some sections of a round from another of its group: proposed by one of them, agreed by the
-- other, ended by either.
create table answer_sharing (
  taker_id text not null references organisation,
  sharing_id uuid not null,
  round_id text not null,
  giver_id text not null references organisation,
  section_ids text[] not null check (cardinality(section_ids) > 0),
  -- Which of the two each of these persons spoke for.
  proposed_for text not null,
  proposed_by text not null references person,
  proposed_at timestamptz not null,
  agreed_by text references person,
  agreed_at timestamptz,
  ended_for text,
  ended_by text references person,
  ended_at timestamptz,
  end_reason text not null default '',
  primary key (taker_id, sharing_id),
  check (taker_id <> giver_id),
  check (proposed_for in (taker_id, giver_id)),
  check (ended_for in (taker_id, giver_id)),
  check ((agreed_by is null) = (agreed_at is null)),
  check ((ended_by is null) = (ended_at is null) and (ended_for is null) = (ended_at is null)),
  check ((ended_at is null) = (end_reason = ''))
);
-- One giver at a time.
create unique index answer_sharing_in_force on answer_sharing (taker_id, round_id) where ended_at is null;
create index answer_sharing_giver on answer_sharing (giver_id, round_id);

-- Whose answers an assessment was sent to be signed with, and in which sections; they are its own from then on.
alter table assessment add column taken_from text references organisation,
  add column sections_taken text[] not null default '{}',
  add check ((taken_from is null) = (sections_taken = '{}'));
create index assessment_taken_from on assessment (taken_from, round_id) where taken_from is not null;
