-- That an organisation asks colleagues what they would answer to questions of its self-assessment, each of them once and without their
-- name. No vote is a row: of every choice the number alone is kept.
create table poll (
  organisation_id text not null references organisation,
  poll_id uuid not null,
  round_id text not null,
  -- The reserved one for what is answered once for several care settings.
  care_setting text not null,
  section_id text not null,
  -- The text of the questionnaire that is voted on.
  instrument_id text not null,
  instrument_version text not null,
  instrument_digest text,
  -- The last day on which a vote is taken.
  runs_until date not null,
  -- What is said to those who are asked; may be empty.
  message text not null default '' check (char_length(message) <= 1000),
  -- How many links there are. Of fewer than five votes nothing is shown.
  invited integer not null check (invited >= 5),
  primary key (organisation_id, poll_id)
);
create index poll_round on poll (round_id, organisation_id);
create trigger poll_is_append_only before update or delete on poll
  for each row execute function refuse_change();

create table poll_question (
  organisation_id text not null,
  poll_id uuid not null,
  question_id text not null,
  -- In the order of the questionnaire.
  place integer not null,
  primary key (organisation_id, poll_id, question_id),
  foreign key (organisation_id, poll_id) references poll
);
create trigger poll_question_is_append_only before update or delete on poll_question
  for each row execute function refuse_change();

-- Each with how the poll stands after it.
create table poll_step (
  organisation_id text not null,
  poll_id uuid not null,
  number integer not null check (number > 0),
  kind text not null check (kind in ('open', 'remind', 'close', 'withdraw')),
  state text not null check (state in ('open', 'closed', 'withdrawn')),
  -- Of a withdrawal: why.
  reason text not null default '' check (char_length(reason) <= 1000),
  -- Null where its day was over.
  taken_by text references person,
  taken_at timestamptz not null,
  primary key (organisation_id, poll_id, number),
  foreign key (organisation_id, poll_id) references poll,
  check ((kind = 'open') = (number = 1)),
  check ((kind = 'close') = (state = 'closed')),
  check ((kind = 'withdraw') = (state = 'withdrawn')),
  check (kind <> 'withdraw' or reason ~ '\S'),
  check (kind = 'close' or taken_by is not null)
);
create trigger poll_step_is_append_only before update or delete on poll_step
  for each row execute function refuse_change();

-- A link by which one vote can be cast. When it was used is not kept, and to whom it was sent no longer than the poll is open.
create table poll_invitation (
  organisation_id text not null,
  poll_id uuid not null,
  -- Of the link, which is kept nowhere.
  token_digest text not null unique,
  -- An e-mail address; null where the link is handed out, and once the poll has ended.
  recipient text,
  is_used boolean not null default false,
  primary key (organisation_id, poll_id, token_digest),
  foreign key (organisation_id, poll_id) references poll
);

-- How often each choice was made. All rows of a poll are there from its beginning and are written anew with each vote, so that none
-- tells which vote came last.
create table poll_tally (
  organisation_id text not null,
  poll_id uuid not null,
  question_id text not null,
  choice text not null,
  votes integer not null default 0 check (votes >= 0),
  primary key (organisation_id, poll_id, question_id, choice),
  foreign key (organisation_id, poll_id, question_id) references poll_question
);

-- What was written with a vote, by a random number: neither with the vote, nor in the order in which they came.
create table poll_comment (
  organisation_id text not null,
  poll_id uuid not null,
  question_id text not null,
  comment_id uuid not null default gen_random_uuid(),
  body text not null check (body ~ '\S' and char_length(body) <= 1000),
  primary key (organisation_id, poll_id, comment_id),
  foreign key (organisation_id, poll_id, question_id) references poll_question
);
