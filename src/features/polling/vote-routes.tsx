import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { today } from '../../platform/days.ts';
import { postedForm, textOf } from '../../platform/forms/posted-form.ts';
import type { Unsent } from '../../platform/forms/unsent.ts';
import { sendPage } from '../../views/page/send-page.tsx';
import { questionInWords } from '../assessment/index.ts';
import { listAddressed } from '../directory/index.ts';
import { readText } from '../instruments/index.ts';
import {
  findPollOfLink,
  type Poll,
  pollChoices,
  receiveVote,
  standingStep,
  stateOn,
  tokenDigest,
} from '../polls/index.ts';
import { findRound, instrumentOfRound, roundState, sectionsOf } from '../programme/index.ts';
import { parseBallot } from './parse-poll-forms.ts';
import {
  BallotPage,
  type BallotView,
  type LinkOver,
  LinkOverPage,
  titleOfOver,
  VotedPage,
} from './views/ballot-pages.tsx';

/** Many people of one organisation come from one address; a program that tries tokens comes far more often. */
const attempts = { rateLimit: { max: 300, timeWindow: '10 minutes', hook: 'preHandler' as const } };

/** Voting by a link: no account is asked for. Opening the link changes nothing, since programs that look at e-mails open it too. */
export function voteRoutes(app: FastifyInstance, context: AppContext): void {
  app.get('/vote', { config: attempts }, async (request, reply) => {
    const token = textOf(postedForm(request.query), 'token');
    const read = await readBallot(context, token);
    return 'over' in read
      ? sendOver(request, reply, read.over)
      : sendBallot(request, reply, { token, view: read.view });
  });

  app.post('/vote', { config: attempts }, async (request, reply) => {
    const form = postedForm(request.body);
    const token = textOf(form, 'token');
    const read = await readBallot(context, token);
    if ('over' in read) {
      return sendOver(request, reply, read.over);
    }
    const { view } = read;
    const parsed = parseBallot(
      form,
      view.questions.map(({ id, choices }) => ({ questionId: id, choices: choices.map(({ value }) => value) })),
    );
    if (parsed.kind === 'errors') {
      return sendBallot(request, reply, { token, view, unsent: { ...parsed, status: 422 } });
    }
    const { kind } = await receiveVote(context, { token, votes: parsed.value }, context.clock());
    return kind === 'counted' ? reply.redirect(paths.voted(), 303) : sendOver(request, reply, kind);
  });

  app.get('/vote/thank-you', (request, reply) =>
    sendPage(request, unlisted(reply), { title: 'Your answers are counted', body: <VotedPage /> }),
  );
}

type BallotRead = { readonly view: BallotView } | { readonly over: LinkOver };

async function readBallot(context: AppContext, token: string): Promise<BallotRead> {
  const { database, pack, clock } = context;
  const day = today(clock);
  const link = token === '' ? null : await findPollOfLink(database, tokenDigest(token), day);
  const round = findRound(pack, link?.poll.roundId ?? '');
  if (link === null || round === undefined) {
    return { over: 'unknown' };
  }
  const { poll, isUsed } = link;
  const state = stateOn(standingStep(poll).state, poll.runsUntil, day);
  if (state !== 'open' || roundState(round, day) !== 'open') {
    return { over: state === 'withdrawn' ? 'withdrawn' : 'over' };
  }
  return isUsed ? { over: 'used' } : { view: await readView(context, poll, round.label) };
}

async function readView({ database, pack }: AppContext, poll: Poll, round: string): Promise<BallotView> {
  const { organisationId, sectionId, runsUntil, invited, message } = poll;
  const instrument = (await readText(database, pack, poll.text)) ?? instrumentOfRound(pack, poll.roundId);
  const organisations = await listAddressed(database, [organisationId], pack.positionOn);
  const section = sectionsOf(instrument).find(({ id }) => id === sectionId);
  const asked = new Set(poll.questions.map(({ questionId }) => questionId));
  return {
    organisation: organisations.get(organisationId)?.name ?? organisationId,
    round,
    section: section === undefined ? sectionId : `“${section.title}”`,
    runsUntil,
    invited,
    message,
    questions: (section?.questions ?? [])
      .filter(({ id }) => asked.has(id))
      .map((question) => ({
        id: question.id,
        question: questionInWords(question),
        help: question.help,
        choices: pollChoices(instrument, question),
      })),
  };
}

/** For one browser alone, in no list of pages, and telling nobody from where a link was followed. */
function unlisted(reply: FastifyReply): FastifyReply {
  return reply.headers({
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex, nofollow',
  });
}

interface BallotToSend {
  readonly token: string;
  readonly view: BallotView;
  readonly unsent?: Unsent;
}

function sendBallot(
  request: FastifyRequest,
  reply: FastifyReply,
  { token, view, unsent = { typed: {}, errors: [], status: 200 } }: BallotToSend,
): FastifyReply {
  const { typed, errors, status } = unsent;
  return sendPage(request, unlisted(reply), {
    title: 'What would you answer?',
    status,
    hasErrors: errors.length > 0,
    body: <BallotPage view={view} token={token} typed={typed} errors={errors} />,
  });
}

function sendOver(request: FastifyRequest, reply: FastifyReply, kind: LinkOver): FastifyReply {
  return sendPage(request, unlisted(reply), {
    title: titleOfOver(kind),
    status: kind === 'unknown' ? 404 : 410,
    body: <LinkOverPage kind={kind} />,
  });
}
