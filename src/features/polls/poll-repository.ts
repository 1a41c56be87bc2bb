import { type RawBuilder, sql } from 'kysely';
import type { Connection } from '../../platform/database/database.ts';
import {
  type Dissent,
  type Poll,
  type PolledQuestion,
  type PollPlace,
  type PollStep,
  standingStep,
  stateOn,
} from './poll.ts';
import type { PollState } from './poll-state.ts';
import { type PollComment, resultOf, type Tally } from './spread.ts';

interface PollRow extends PollPlace {
  readonly pollId: string;
  readonly instrumentId: string;
  readonly instrumentVersion: string;
  readonly instrumentDigest: string | null;
  readonly runsUntil: string;
  readonly message: string;
  readonly openToken: string | null;
  readonly invited: number;
  readonly mailed: number;
  readonly voted: number;
  readonly questions: readonly QuestionRow[];
  readonly steps: readonly StepRow[];
}

interface QuestionRow {
  readonly questionId: string;
  readonly tallies: readonly Tally[];
  readonly comments: readonly PollComment[];
  readonly dissent: (Omit<Dissent, 'at'> & { readonly at: string }) | null;
}

interface StepRow extends Omit<PollStep, 'by' | 'at'> {
  readonly takenBy: string | null;
  readonly takerName: string | null;
  readonly at: string;
}

/** Which polls: those of an organisation in a round, in some places of it alone where they are named. */
export interface PollsAbout extends Pick<PollPlace, 'organisationId' | 'roundId'> {
  readonly careSettings?: readonly string[];
}

/** Polls with what is to be seen of them on a day, in the order in which they were opened. What is not to be seen leaves this file in no form. */
export function listPolls(
  connection: Connection,
  { organisationId, roundId, careSettings }: PollsAbout,
  day: string,
): Promise<Poll[]> {
  const wanted = sql`
    poll.organisation_id = ${organisationId} and poll.round_id = ${roundId}
    and (${careSettings ?? null}::text[] is null or poll.care_setting = any(${careSettings ?? null}::text[]))`;
  return listWhere(connection, wanted, day);
}

/** Null where the organisation has no such poll. */
export async function findPoll(
  connection: Connection,
  { organisationId, pollId }: Pick<Poll, 'organisationId' | 'pollId'>,
  day: string,
): Promise<Poll | null> {
  const wanted = sql`poll.organisation_id = ${organisationId} and poll.poll_id = ${pollId}::uuid`;
  return (await listWhere(connection, wanted, day))[0] ?? null;
}

/** The poll that a link is of, and whether the link was used; null where there is none. */
export async function findPollOfLink(
  connection: Connection,
  tokenDigest: string,
  day: string,
): Promise<{ readonly poll: Poll; readonly isUsed: boolean } | null> {
  const link = await connection
    .selectFrom('poll_invitation')
    .select(['organisation_id as organisationId', 'poll_id as pollId', 'is_used as isUsed'])
    .where('token_digest', '=', tokenDigest)
    .executeTakeFirst();
  const poll = link === undefined ? null : await findPoll(connection, link, day);
  return link === undefined || poll === null ? null : { poll, isUsed: link.isUsed };
}

/** The survey of staff that has this address; null where there is none. */
export async function findSurvey(connection: Connection, openToken: string, day: string): Promise<Poll | null> {
  return (await listWhere(connection, sql`poll.open_token = ${openToken}`, day))[0] ?? null;
}

/** Polls that are written as open although their last day was before this one, or their round is not among these. */
export async function listOverduePolls(
  connection: Connection,
  { day, openRounds }: { readonly day: string; readonly openRounds: readonly string[] },
): Promise<Poll[]> {
  const wanted = sql`
    (poll.runs_until < ${day}::date or not poll.round_id = any(${openRounds}::text[]))
    and not exists (select from poll_step as last where last.organisation_id = poll.organisation_id
      and last.poll_id = poll.poll_id and last.state <> 'open')`;
  return listWhere(connection, wanted, day);
}

async function listWhere(connection: Connection, wanted: RawBuilder<unknown>, day: string): Promise<Poll[]> {
  const { rows } = await sql<PollRow>`
    select poll.organisation_id as "organisationId", poll.round_id as "roundId", poll.care_setting as "careSetting",
           poll.section_id as "sectionId", poll.poll_id as "pollId", poll.instrument_id as "instrumentId",
           poll.instrument_version as "instrumentVersion", poll.instrument_digest as "instrumentDigest",
           poll.runs_until as "runsUntil", poll.message, poll.open_token as "openToken", poll.invited, links.mailed,
           case when poll.open_token is null then links.voted else ballots.voted end as voted, asked.questions, taken.steps
    from poll
    join lateral (
      select count(invitation.recipient)::integer as mailed,
             (count(*) filter (where invitation.is_used))::integer as voted
      from poll_invitation as invitation
      where invitation.organisation_id = poll.organisation_id and invitation.poll_id = poll.poll_id) as links on true
    join lateral (
      -- Each ballot has an answer to every question.
      select coalesce(max(of_question.voted), 0)::integer as voted
      from (
        select sum(tally.votes) as voted
        from poll_tally as tally
        where tally.organisation_id = poll.organisation_id and tally.poll_id = poll.poll_id
        group by tally.question_id) as of_question) as ballots on true
    join lateral (
      select jsonb_agg(jsonb_build_object(
        'questionId', question.question_id,
        'tallies', coalesce((
          select jsonb_agg(jsonb_build_object('choice', tally.choice, 'votes', tally.votes) order by tally.choice)
          from poll_tally as tally
          where tally.organisation_id = question.organisation_id and tally.poll_id = question.poll_id
            and tally.question_id = question.question_id), '[]'::jsonb),
        'comments', coalesce((
          select jsonb_agg(jsonb_build_object('id', comment.comment_id, 'text', comment.body) order by comment.comment_id)
          from poll_comment as comment
          where comment.organisation_id = question.organisation_id and comment.poll_id = question.poll_id
            and comment.question_id = question.question_id), '[]'::jsonb),
        'dissent', (
          select jsonb_build_object('revision', dissent.revision, 'body', dissent.body, 'by', writer.name, 'at', dissent.written_at)
          from poll_dissent as dissent
          join person as writer on writer.id = dissent.written_by
          where dissent.organisation_id = question.organisation_id and dissent.poll_id = question.poll_id
            and dissent.question_id = question.question_id
          order by dissent.revision desc
          limit 1)) order by question.place) as questions
      from poll_question as question
      where question.organisation_id = poll.organisation_id and question.poll_id = poll.poll_id) as asked on true
    join lateral (
      select jsonb_agg(jsonb_build_object('number', step.number, 'kind', step.kind, 'state', step.state,
        'reason', step.reason, 'takenBy', step.taken_by, 'takerName', taker.name, 'at', step.taken_at) order by step.number) as steps
      from poll_step as step
      left join person as taker on taker.id = step.taken_by
      where step.organisation_id = poll.organisation_id and step.poll_id = poll.poll_id) as taken on true
    where ${wanted}
    order by (taken.steps -> 0 ->> 'at')::timestamptz, poll.poll_id`.execute(connection);
  return rows.flatMap((row) => pollOf(row, day));
}

/** One of which no step was stored is none: all is stored at once. */
function pollOf({ questions, steps: stored, ...row }: PollRow, day: string): Poll[] {
  const [first, ...more] = stored.map(stepOf);
  if (first === undefined) {
    return [];
  }
  const { instrumentId, instrumentVersion, instrumentDigest, ...rest } = row;
  const steps = [first, ...more] as const;
  const state = stateOn(standingStep({ steps }).state, row.runsUntil, day);
  return [
    {
      ...rest,
      text: { id: instrumentId, version: instrumentVersion, digest: instrumentDigest },
      questions: questions.map((question) => questionOf(question, state)),
      steps,
    },
  ];
}

function questionOf({ questionId, tallies, comments, dissent }: QuestionRow, state: PollState): PolledQuestion {
  return {
    questionId,
    result: resultOf(state, tallies, comments),
    dissent: dissent === null ? null : { ...dissent, at: new Date(dissent.at) },
  };
}

function stepOf({ takenBy, takerName, at, ...step }: StepRow): PollStep {
  return {
    ...step,
    by: takenBy === null ? null : { personId: takenBy, personName: takerName ?? '' },
    at: new Date(at),
  };
}

/** Nobody opens or ends a poll of the organisation in the round, or votes in one, until the transaction ends. */
export async function lockPolls(
  transaction: Connection,
  { organisationId, roundId }: Pick<PollPlace, 'organisationId' | 'roundId'>,
): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`polls ${organisationId} ${roundId}`}))`.execute(transaction);
}

export interface NewPoll extends PollPlace, Pick<Poll, 'pollId' | 'text' | 'runsUntil' | 'message' | 'openToken'> {
  /** In the order of the questionnaire, each with everything that can be chosen. */
  readonly questions: readonly { readonly questionId: string; readonly choices: readonly string[] }[];
  readonly invitations: readonly NewInvitation[];
}

export interface NewInvitation {
  readonly tokenDigest: string;
  /** An e-mail address; null where the link is handed out. */
  readonly recipient: string | null;
}

/** A poll with its questions, its links, and a row for everything that can be chosen. */
export async function insertPoll(transaction: Connection, poll: NewPoll): Promise<void> {
  const key = { organisation_id: poll.organisationId, poll_id: poll.pollId };
  await transaction
    .insertInto('poll')
    .values({
      ...key,
      round_id: poll.roundId,
      care_setting: poll.careSetting,
      section_id: poll.sectionId,
      instrument_id: poll.text.id,
      instrument_version: poll.text.version,
      instrument_digest: poll.text.digest,
      runs_until: poll.runsUntil,
      message: poll.message,
      open_token: poll.openToken,
      invited: poll.invitations.length,
    })
    .execute();
  await transaction
    .insertInto('poll_question')
    .values(poll.questions.map(({ questionId }, place) => ({ ...key, question_id: questionId, place })))
    .execute();
  await transaction
    .insertInto('poll_tally')
    .values(
      poll.questions.flatMap(({ questionId, choices }) =>
        choices.map((choice) => ({ ...key, question_id: questionId, choice })),
      ),
    )
    .execute();
  if (poll.invitations.length > 0) {
    await transaction
      .insertInto('poll_invitation')
      .values(poll.invitations.map(({ tokenDigest, recipient }) => ({ ...key, token_digest: tokenDigest, recipient })))
      .execute();
  }
}

export type NewPollStep = Omit<PollStep, 'by' | 'at'>;

export async function insertPollStep(
  transaction: Connection,
  { organisationId, pollId }: Pick<Poll, 'organisationId' | 'pollId'>,
  step: NewPollStep,
  by: { readonly personId: string | null; readonly at: Date },
): Promise<void> {
  await transaction
    .insertInto('poll_step')
    .values({
      organisation_id: organisationId,
      poll_id: pollId,
      number: step.number,
      kind: step.kind,
      state: step.state,
      reason: step.reason,
      taken_by: by.personId,
      taken_at: by.at,
    })
    .execute();
}
