import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import type { Connection } from '../../platform/database/database.ts';
import { today } from '../../platform/days.ts';
import { postedForm, textOf } from '../../platform/forms/posted-form.ts';
import type { Unsent } from '../../platform/forms/unsent.ts';
import { countOf } from '../../views/format.ts';
import { sendPage } from '../../views/page/send-page.tsx';
import { questionInWords } from '../assessment/index.ts';
import { listAddressed } from '../directory/index.ts';
import { readText } from '../instruments/index.ts';
import {
  findPollOfLink,
  findSurvey,
  type Poll,
  pollChoices,
  receiveSurveyVote,
  receiveVote,
  standingStep,
  stateOn,
  tokenDigest,
} from '../polls/index.ts';
import { findRound, instrumentOfRound, roundState, sectionsOf } from '../programme/index.ts';
import { hasAnswered, rememberAnswered } from './answered-browser.ts';
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
    const read = await readBallot(request, context, token);
    return 'over' in read
      ? sendOver(request, reply, read.over)
      : sendBallot(request, reply, { token, view: read.view });
  });

  app.post('/vote', { config: attempts }, async (request, reply) => {
    const form = postedForm(request.body);
    const token = textOf(form, 'token');
    const read = await readBallot(request, context, token);
    if ('over' in read) {
      return sendOver(request, reply, read.over);
    }
    const { view, survey } = read;
    const parsed = parseBallot(
      form,
      view.questions.map(({ id, choices }) => ({ questionId: id, choices: choices.map(({ value }) => value) })),
    );
    if (parsed.kind === 'errors') {
      return sendBallot(request, reply, { token, view, unsent: { ...parsed, status: 422 } });
    }
    const votes = parsed.value;
    const { kind } =
      survey === null
        ? await receiveVote(context, { token, votes }, context.clock())
        : await receiveSurveyVote(context, { openToken: token, votes }, context.clock());
    if (kind !== 'counted') {
      return sendOver(request, reply, kind);
    }
    if (survey !== null) {
      rememberAnswered(request, reply, survey);
    }
    return reply.redirect(paths.voted(), 303);
  });

  app.get('/vote/thank-you', (request, reply) =>
    sendPage(request, unlisted(reply), { title: 'Your answers are counted', body: <VotedPage /> }),
  );
}

/** `survey`: the id of the survey of staff; null where the link is for one vote. */
type BallotRead = { readonly view: BallotView; readonly survey: string | null } | { readonly over: LinkOver };

async function readBallot(request: FastifyRequest, context: AppContext, token: string): Promise<BallotRead> {
  const { database, pack, clock } = context;
  const day = today(clock);
  const link = token === '' ? null : await findLink(request, database, token, day);
  const round = findRound(pack, link?.poll.roundId ?? '');
  if (link === null || round === undefined) {
    return { over: 'unknown' };
  }
  const { poll, isUsed } = link;
  const state = stateOn(standingStep(poll).state, poll.runsUntil, day);
  if (state !== 'open' || roundState(round, day) !== 'open') {
    return { over: state === 'withdrawn' ? 'withdrawn' : 'over' };
  }
  const survey = poll.openToken === null ? null : poll.pollId;
  if (isUsed) {
    return { over: survey === null ? 'used' : 'answered' };
  }
  return { view: await readView(context, poll, round.label), survey };
}

/** The poll of a link, and whether it was used; or a survey of staff, and whether this browser has answered it. */
async function findLink(request: FastifyRequest, database: Connection, token: string, day: string) {
  const link = await findPollOfLink(database, tokenDigest(token), day);
  const survey = link === null ? await findSurvey(database, token, day) : null;
  return survey === null ? link : { poll: survey, isUsed: hasAnswered(request, survey.pollId) };
}

async function readView({ database, pack }: AppContext, poll: Poll, round: string): Promise<BallotView> {
  const { organisationId, sectionId, runsUntil, invited, message } = poll;
  const instrument = (await readText(database, pack, poll.text)) ?? instrumentOfRound(pack, poll.roundId);
  const organisations = await listAddressed(database, [organisationId], pack.positionOn);
  const sections = sectionsOf(instrument);
  const section = sections.find(({ id }) => id === sectionId);
  const asked = new Set(poll.questions.map(({ questionId }) => questionId));
  return {
    organisation: organisations.get(organisationId)?.name ?? organisationId,
    round,
    section: section === undefined ? countOf(asked.size, 'question') : `“${section.title}”`,
    runsUntil,
    invited: poll.openToken === null ? invited : null,
    message,
    questions: (section === undefined ? sections : [section])
      .flatMap(({ questions }) => questions)
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
