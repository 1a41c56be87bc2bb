import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { publicUrlOf } from '../../platform/config.ts';
import { today } from '../../platform/days.ts';
import { postedForm } from '../../platform/forms/posted-form.ts';
import type { Unsent } from '../../platform/forms/unsent.ts';
import { ConflictError } from '../../platform/http/problem.ts';
import { countOf, formatDate } from '../../views/format.ts';
import { sendPage } from '../../views/page/send-page.tsx';
import { redirectWithSuccess } from '../../views/page/success.ts';
import {
  type AssessedOrganisation,
  actingOn,
  assessmentAddresses,
  framing,
  listOf,
  questionInWords,
  readAnswersInWords,
  requireAssessedOrganisation,
} from '../assessment/index.ts';
import { can } from '../identity/index.ts';
import {
  endPoll,
  listPolls,
  type Poll,
  pollChoices,
  recordDissents,
  recordPollReminder,
  standingStep,
  stateOn,
} from '../polls/index.ts';
import { sectionsFor, sectionsOf } from '../programme/index.ts';
import { dissentField, type PollStepForm, parseDissents, parsePollStep } from './parse-poll-forms.ts';
import { pollLetter } from './poll-letter.ts';
import { isAnsweredHere, placesHere, surveyOf, surveyTitle, whyNoPoll } from './polls-here.ts';
import { type AskedPoll, requirePoll } from './require-poll.ts';
import { PollPage } from './views/poll-page.tsx';
import { PollsPage } from './views/polls-page.tsx';

/** The polls of an assessment, and each of them. */
export function pollRoutes(app: FastifyInstance, context: AppContext): void {
  for (const assessment of assessmentAddresses) {
    app.get(`${assessment}/polls`, (request, reply) => sendAll(request, reply, context));
    app.get(`${assessment}/polls/:poll`, async (request, reply) =>
      sendPoll(request, reply, context, await requirePoll(request, context, 'poll.read')),
    );
    app.post(`${assessment}/polls/:poll`, (request, reply) => takeStep(request, reply, context));
  }
}

async function sendAll(request: FastifyRequest, reply: FastifyReply, context: AppContext): Promise<FastifyReply> {
  const assessed = await requireAssessedOrganisation(request, context, 'poll.read');
  const { organisation, round, instrument, careSetting, addressKey, setting, actor, subject } = assessed;
  const day = today(context.clock);
  const { organisationId } = organisation;
  const about = { organisationId, roundId: round.id, careSettings: placesHere(assessed) };
  const polls = await listPolls(context.database, about, day);
  const sections = sectionsOf(instrument);
  const titleOf = (id: string) =>
    id === '' ? surveyTitle : (sections.find((section) => section.id === id)?.title ?? id);
  const mayManage = can(actor, 'poll.manage', subject);
  const whyNone = whyNoPoll(assessed);
  const offered = sectionsFor(instrument, careSetting).filter((section) => isAnsweredHere(assessed, section));
  return sendPage(request, reply, {
    ...framing(assessed, 'Polls of colleagues'),
    illustrative: context.config.isDemonstration,
    body: (
      <PollsPage
        organisation={assessed.heading}
        lines={polls.toReversed().map((poll) => ({
          poll,
          state: stateOn(standingStep(poll).state, poll.runsUntil, day),
          href: paths.poll(addressKey, round.id, poll.pollId, setting),
          section: titleOf(poll.sectionId),
        }))}
        offered={
          mayManage && whyNone === null
            ? offered.map(({ id, title, number }) => ({
                title: `${number}. ${title}`,
                href: paths.openPoll(addressKey, round.id, id, setting),
              }))
            : null
        }
        survey={
          mayManage && whyNone === null && surveyOf(context, assessed).length > 0
            ? paths.openSurvey(addressKey, round.id, setting)
            : null
        }
        whyNone={mayManage ? whyNone : null}
        list={listOf(assessed)}
      />
    ),
  });
}

async function sendPoll(
  request: FastifyRequest,
  reply: FastifyReply,
  context: AppContext,
  { assessed, poll, state, instrument }: AskedPoll,
  { typed, errors, status }: Unsent = { typed: {}, errors: [], status: 200 },
): Promise<FastifyReply> {
  const { addressKey, round, setting, actor, subject } = assessed;
  const sections = sectionsOf(instrument);
  const section = sections.find(({ id }) => id === poll.sectionId);
  const sectionHref = (id: string) => paths.assessmentSection(addressKey, round.id, id, setting);
  const agreed = await readAnswersInWords(context, assessed);
  const results = new Map(poll.questions.map(({ questionId, result }) => [questionId, result]));
  const dissents = new Map(poll.questions.map(({ questionId, dissent }) => [questionId, dissent]));
  const title = poll.openToken === null ? (section?.title ?? poll.sectionId) : surveyTitle;
  const mayManage = can(actor, 'poll.manage', subject) && state === 'open';
  return sendPage(request, reply, {
    ...framing(assessed, poll.openToken === null ? `Poll: ${title}` : title, errors, status),
    illustrative: context.config.isDemonstration,
    body: (
      <PollPage
        organisation={assessed.heading}
        section={title}
        poll={poll}
        state={state}
        steps={poll.steps.map(stepInWords)}
        address={
          poll.openToken === null || state !== 'open'
            ? null
            : `${publicUrlOf(context.config)}${paths.vote(poll.openToken)}`
        }
        questions={(section === undefined ? sections : [section]).flatMap(({ id, questions }) =>
          questions.flatMap((question) => {
            const result = results.get(question.id);
            return result === undefined
              ? []
              : [
                  {
                    id: question.id,
                    sectionHref: sectionHref(id),
                    question: questionInWords(question),
                    choices: pollChoices(instrument, question),
                    result,
                    dissent: dissents.get(question.id) ?? null,
                    agreed: agreed.get(question.id) ?? 'no answer yet',
                  },
                ];
          }),
        )}
        mayWrite={can(actor, 'poll.manage', subject) && state === 'closed'}
        manage={mayManage ? { sendsMail: request.server.letters !== null } : null}
        typed={typed}
        errors={errors}
        all={paths.polls(addressKey, round.id, setting)}
      />
    ),
  });
}

const done = { open: 'opened it', remind: 'reminded', close: 'closed it', withdraw: 'withdrew it' } as const;

function stepInWords({ kind, by, at, reason }: Poll['steps'][number]): string {
  const who =
    by === null ? `Closed by itself on ${formatDate(at)}` : `${by.personName} ${done[kind]} on ${formatDate(at)}`;
  return reason === '' ? who : `${who}: ${reason}`;
}

async function takeStep(request: FastifyRequest, reply: FastifyReply, context: AppContext): Promise<FastifyReply> {
  const asked = await requirePoll(request, context, 'poll.manage');
  const form = postedForm(request.body);
  const parsed = parsePollStep(form);
  if (parsed.kind === 'errors') {
    return sendPoll(request, reply, context, asked, { ...parsed, status: 422 });
  }
  const { step, reason } = parsed.value;
  if (step === 'dissent') {
    return writeDissents(request, reply, context, asked);
  }
  const { addressKey, round, setting } = asked.assessed;
  const page = paths.poll(addressKey, round.id, asked.poll.pollId, setting);
  const { refused, told } = await take(request, context, asked, { step, reason });
  if (refused !== null) {
    throw new ConflictError(`${refused}. Nothing was changed.`, { href: page, text: 'Go to the poll' });
  }
  return redirectWithSuccess(reply, page, told);
}

/** Writes who does not agree; where somebody else has written meanwhile, both texts are shown. */
async function writeDissents(
  request: FastifyRequest,
  reply: FastifyReply,
  context: AppContext,
  asked: AskedPoll,
): Promise<FastifyReply> {
  const { assessed, poll } = asked;
  const questionIds = poll.questions.map(({ questionId }) => questionId);
  const parsed = parseDissents(postedForm(request.body), questionIds);
  if (parsed.kind === 'errors') {
    return sendPoll(request, reply, context, asked, { ...parsed, status: 422 });
  }
  const { addressKey, round, setting } = assessed;
  const page = paths.poll(addressKey, round.id, poll.pollId, setting);
  const key = { organisationId: poll.organisationId, pollId: poll.pollId, round };
  const by = actingOn(assessed, 'poll.manage', context.clock());
  const outcome = await recordDissents(context.database, { ...key, dissents: parsed.value }, by);
  switch (outcome.kind) {
    case 'not-closed':
      throw new ConflictError('The poll is not closed. Nothing was changed.', { href: page, text: 'Go to the poll' });
    case 'conflict': {
      const errors = outcome.questionIds.map((id) => ({
        field: dissentField(id),
        message: `Somebody else has written on ${id} since you opened this page. Theirs is above yours; save to put yours in its place`,
      }));
      const typed = Object.fromEntries(parsed.value.map(({ questionId, body }) => [dissentField(questionId), body]));
      const again = await requirePoll(request, context, 'poll.manage');
      return sendPoll(request, reply, context, again, { typed, errors, status: 409 });
    }
    case 'recorded':
      return redirectWithSuccess(reply, page, outcome.count === 0 ? 'Nothing was changed' : 'What you wrote is saved');
  }
}

interface Taken {
  /** Why nothing was done; null where it was. */
  readonly refused: string | null;
  readonly told: string;
}

async function take(
  request: FastifyRequest,
  context: AppContext,
  { assessed, poll }: AskedPoll,
  { step, reason }: PollStepForm & { readonly step: Exclude<PollStepForm['step'], 'dissent'> },
): Promise<Taken> {
  const by = actingOn(assessed, 'poll.manage', context.clock());
  const key = { organisationId: poll.organisationId, pollId: poll.pollId, round: assessed.round };
  const { letters } = request.server;
  if (step === 'remind') {
    if (letters === null) {
      return { refused: 'The service sends no e-mail', told: '' };
    }
    const write = {
      newToken: () => randomBytes(24).toString('base64url'),
      write: reminderOf(context, assessed, by.name),
    };
    const outcome = await recordPollReminder({ ...context, letters }, { ...key, ...write }, by);
    switch (outcome.kind) {
      case 'reminded':
        return { refused: null, told: `${countOf(outcome.people, 'person is', 'people are')} reminded` };
      case 'refused':
        return { refused: outcome.reason, told: '' };
      default:
        return { refused: 'Every link that was sent by e-mail is used', told: '' };
    }
  }
  const outcome = await endPoll(
    context.database,
    { ...key, action: step, reason: step === 'withdraw' ? reason : '' },
    by,
  );
  return outcome.kind === 'refused'
    ? { refused: outcome.reason, told: '' }
    : {
        refused: null,
        told: step === 'close' ? 'The poll is closed' : 'The poll is withdrawn, and its answers are deleted',
      };
}

function reminderOf({ config }: AppContext, { heading, round }: AssessedOrganisation, by: string) {
  return (to: string, token: string, { questions, runsUntil, message }: Poll) =>
    pollLetter({
      ...{ to, by, runsUntil, message },
      address: `${publicUrlOf(config)}${paths.vote(token)}`,
      organisation: heading,
      round: round.label,
      questions: questions.length,
      isReminder: true,
    });
}
