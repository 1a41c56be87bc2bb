import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { today } from '../../platform/days.ts';
import { postedForm } from '../../platform/forms/posted-form.ts';
import type { Unsent } from '../../platform/forms/unsent.ts';
import { ConflictError } from '../../platform/http/problem.ts';
import { idOfSending } from '../../platform/ids.ts';
import { sendPage } from '../../views/page/send-page.tsx';
import { redirectWithNotice, redirectWithSuccess } from '../../views/page/success.ts';
import {
  type AssessedOrganisation,
  actingOn,
  assessmentAddresses,
  framing,
  questionInWords,
  requireAssessedOrganisation,
} from '../assessment/index.ts';
import { isPolled, listPolls, openPoll, pollChoices } from '../polls/index.ts';
import type { Question } from '../programme/index.ts';
import { type OpenSurveyForm, parseOpenSurvey } from './parse-poll-forms.ts';
import { surveyOf, surveyTitle, whyNoPoll } from './polls-here.ts';
import { OpenSurveyPage } from './views/open-survey-page.tsx';

/** Opening the short survey of everybody on the staff. */
export function openSurveyRoutes(app: FastifyInstance, context: AppContext): void {
  for (const assessment of assessmentAddresses) {
    const address = `${assessment}/polls/survey`;
    app.get(address, async (request, reply) =>
      sendForm(request, reply, context, await requireSurveying(request, context)),
    );
    app.post(address, (request, reply) => open(request, reply, context));
  }
}

interface Surveying {
  readonly assessed: AssessedOrganisation;
  /** Those that are not polled yet. */
  readonly questions: readonly Question[];
  readonly all: string;
}

async function requireSurveying(request: FastifyRequest, context: AppContext): Promise<Surveying> {
  const assessed = await requireAssessedOrganisation(request, context, 'poll.manage');
  const { careSetting, organisation, round, addressKey, setting } = assessed;
  const all = paths.polls(addressKey, round.id, setting);
  const named = surveyOf(context, assessed);
  const why = named.length === 0 ? 'The programme names no questions for staff here.' : whyNoPoll(assessed);
  if (why !== null) {
    throw new ConflictError(why, { href: all, text: 'Go to the polls' });
  }
  const { organisationId } = organisation;
  const day = today(context.clock);
  const about = { organisationId, roundId: round.id, careSettings: [careSetting] };
  const before = await listPolls(context.database, about, day);
  return { assessed, questions: named.filter(({ id }) => !isPolled(before, id, day)), all };
}

function sendForm(
  request: FastifyRequest,
  reply: FastifyReply,
  { newId, config }: AppContext,
  { assessed, questions, all }: Surveying,
  { typed, errors, status }: Unsent = { typed: {}, errors: [], status: 200 },
): FastifyReply {
  return sendPage(request, reply, {
    ...framing(assessed, surveyTitle, errors, status),
    illustrative: config.isDemonstration,
    body: (
      <OpenSurveyPage
        organisation={assessed.heading}
        questions={questions.map(questionInWords)}
        formId={newId()}
        typed={typed}
        errors={errors}
        all={all}
      />
    ),
  });
}

async function open(request: FastifyRequest, reply: FastifyReply, context: AppContext): Promise<FastifyReply> {
  const surveying = await requireSurveying(request, context);
  const { assessed, questions, all } = surveying;
  const parsed = parseOpenSurvey(postedForm(request.body), today(context.clock));
  if (parsed.kind === 'errors') {
    return sendForm(request, reply, context, surveying, { ...parsed, status: 422 });
  }
  const { organisation, round, careSetting, instrument, digest, assessment, addressKey, setting } = assessed;
  const { runsUntil, message } = parsed.value;
  const pollId = surveyIdOf(context, assessed, parsed.value);
  const page = paths.poll(addressKey, round.id, pollId, setting);
  const outcome = await openPoll(
    { ...context, letters: null },
    {
      round,
      pollId,
      organisationId: organisation.organisationId,
      roundId: round.id,
      careSetting,
      sectionId: '',
      text: assessment?.answers ?? { id: instrument.id, version: instrument.version, digest },
      runsUntil,
      message,
      openToken: randomBytes(15).toString('base64url'),
      questions: questions.map((question) => ({
        questionId: question.id,
        choices: pollChoices(instrument, question).map(({ value }) => value),
      })),
      invitations: [],
      letters: [],
    },
    actingOn(assessed, 'poll.manage', context.clock()),
  );
  switch (outcome.kind) {
    case 'opened':
      return redirectWithSuccess(reply, page, 'The survey is open. Hand its address on, or print this page');
    case 'opened-before':
      return redirectWithNotice(reply, page, 'You had opened this survey already');
    default:
      throw new ConflictError('The round was closed, or these questions were polled, meanwhile. Nobody is asked.', {
        href: all,
        text: 'Go to the polls',
      });
  }
}

/** What stands for this form with these words, however often it is sent. */
function surveyIdOf(
  { newId }: AppContext,
  { actor, round, careSetting }: AssessedOrganisation,
  { formId, runsUntil, message }: OpenSurveyForm,
): string {
  return formId === ''
    ? newId()
    : idOfSending(formId, [actor.personId, round.id, careSetting, surveyTitle, runsUntil, message]);
}
