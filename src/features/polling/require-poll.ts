import type { FastifyRequest } from 'fastify';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { today } from '../../platform/days.ts';
import { NotFoundError } from '../../platform/http/problem.ts';
import { isId } from '../../platform/ids.ts';
import { type AssessedOrganisation, requireAssessedOrganisation } from '../assessment/index.ts';
import { readText } from '../instruments/index.ts';
import { findPoll, type Poll, type PollState, standingStep, stateOn } from '../polls/index.ts';
import { type Instrument, sectionsOf } from '../programme/index.ts';
import { placesHere } from './polls-here.ts';

export interface AskedPoll {
  readonly assessed: AssessedOrganisation;
  readonly poll: Poll;
  readonly state: PollState;
  /** The text that is voted on. */
  readonly instrument: Instrument;
}

/** The poll of an address, for somebody who may do this with the polls of its organisation. */
export async function requirePoll(
  request: FastifyRequest,
  context: AppContext,
  action: 'poll.read' | 'poll.manage',
): Promise<AskedPoll> {
  const assessed = await requireAssessedOrganisation(request, context, action);
  const { organisation, round } = assessed;
  const { poll: pollId } = request.params as { readonly poll: string };
  const day = today(context.clock);
  const key = { organisationId: organisation.organisationId, pollId };
  const poll = isId(pollId) ? await findPoll(context.database, key, day) : null;
  if (poll === null || poll.roundId !== round.id || !placesHere(assessed).includes(poll.careSetting)) {
    throw new NotFoundError('There is no such poll.', {
      href: paths.polls(assessed.addressKey, round.id, assessed.setting),
      text: 'Go to the polls',
    });
  }
  const state = stateOn(standingStep(poll).state, poll.runsUntil, day);
  return { assessed, poll, state, instrument: await readPolledText(context, assessed.instrument, poll) };
}

/** The text that was put to colleagues; what is asked now where that is not kept. */
async function readPolledText(
  { database, pack }: AppContext,
  asked: Instrument,
  { text, questions }: Poll,
): Promise<Instrument> {
  const polled = await readText(database, pack, text);
  const ids = new Set(questions.map(({ questionId }) => questionId));
  const holds =
    polled !== null && sectionsOf(polled).some((section) => section.questions.some(({ id }) => ids.has(id)));
  return holds ? polled : asked;
}
