import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../../context.ts';
import { paths } from '../../../paths.ts';
import { readForm } from '../../../platform/forms/form-reader.ts';
import { postedForm } from '../../../platform/forms/posted-form.ts';
import type { Unsent } from '../../../platform/forms/unsent.ts';
import { ConflictError } from '../../../platform/http/problem.ts';
import { listInWords } from '../../../views/format.ts';
import { sendPage } from '../../../views/page/send-page.tsx';
import { redirectWithNotice, redirectWithSuccess } from '../../../views/page/success.ts';
import { countBytesAdded, megabytesInWords, readPageReference } from '../../evidence/index.ts';
import { can } from '../../identity/index.ts';
import { type Section, sectionQuestions } from '../../programme/index.ts';
import { readEarlierAnswers } from '../answering/read-earlier-answers.ts';
import { readSavedAnswers } from '../answering/read-saved-answers.ts';
import { acceptsAnswers } from '../assessment-state.ts';
import { assessmentAddresses, framing, keyOf } from '../page-frame.ts';
import { type AssessedOrganisation, actingOn, requireAssessedOrganisation } from '../require-assessed-organisation.ts';
import { takeOf } from '../settings/section-taken.ts';
import { QuestionEvidencePage } from '../views/evidence/question-evidence-page.tsx';
import { questionEvidenceView } from '../views/evidence/question-evidence-view.ts';
import { ReturnEvidencePage } from '../views/evidence/return-evidence-page.tsx';
import { returnEvidenceView } from '../views/evidence/return-evidence-view.ts';
import { attachEvidenceFiles } from './attach-evidence-files.ts';
import type { EvidenceHere } from './evidence-here.ts';
import { itemRoutes } from './item-routes.tsx';
import { putEvidence } from './put-evidence.ts';
import { readEvidenceHere } from './read-evidence-here.ts';
import { receiveContent } from './receive-content.ts';
import { type RecordOutcome, recordEvidence } from './record-evidence.ts';
import { type AskedQuestion, requireQuestion } from './require-question.ts';

/** What the answers of an organisation rest on: of one answer, of all of them, and each item by itself. */
export function evidenceRoutes(app: FastifyInstance, context: AppContext): void {
  for (const assessment of assessmentAddresses) {
    app.get(`${assessment}/evidence`, (request, reply) => sendAll(request, reply, context));
    const question = `${assessment}/sections/:section/evidence/:question`;
    app.get(question, async (request, reply) =>
      sendQuestion(request, reply, context, await requireQuestion(request, context, 'evidence.read')),
    );
    app.post(`${question}/uses`, (request, reply) => put(request, reply, context));
    app.register((scope, _options, done) => {
      attachEvidenceFiles(scope, context);
      scope.post(question, (request, reply) => add(request, reply, context));
      done();
    });
    itemRoutes(app, context, `${assessment}/evidence/:evidence`);
  }
}

async function sendAll(request: FastifyRequest, reply: FastifyReply, context: AppContext): Promise<FastifyReply> {
  const assessed = await requireAssessedOrganisation(request, context, 'evidence.read');
  const { database, pack, config } = context;
  const of = { organisationId: assessed.organisation.organisationId, roundId: assessed.round.id };
  const [here, saved, usedBytes] = await Promise.all([
    readEvidenceHere(context, assessed),
    readSavedAnswers(context, assessed),
    countBytesAdded(database, of),
  ]);
  const { roundBytes } = config.evidence;
  return sendPage(request, reply, {
    ...framing(assessed, 'Evidence'),
    illustrative: here.items.some(({ illustrative }) => illustrative),
    body: <ReturnEvidencePage view={returnEvidenceView(assessed, here, { pack, saved, usedBytes, roundBytes })} />,
  });
}

async function sendQuestion(
  request: FastifyRequest,
  reply: FastifyReply,
  context: AppContext,
  { assessed, section, question }: AskedQuestion,
  { typed, errors, status }: Unsent = { typed: {}, errors: [], status: 200 },
): Promise<FastifyReply> {
  const [here, earlier, saved] = await Promise.all([
    readEvidenceHere(context, assessed),
    readEarlierAnswers(context, assessed),
    readSavedAnswers(context, assessed),
  ]);
  const locked = whyLocked(assessed, section);
  const { fileBytes: mostBytes } = context.config.evidence;
  const view = questionEvidenceView(assessed, here, { section, question, saved, earlier, locked, mostBytes });
  return sendPage(request, reply, {
    ...framing(assessed, `Evidence for ${question.id}`, errors, status),
    illustrative: isIllustrative(here),
    body: <QuestionEvidencePage view={view} typed={typed} errors={errors} />,
  });
}

function isIllustrative({ items }: EvidenceHere): boolean {
  return items.some(({ illustrative }) => illustrative);
}

/** Why nothing can be said to a question now; null where it can. */
function whyLocked(assessed: AssessedOrganisation, section: Section): string | null {
  if (!can(assessed.actor, 'evidence.add', assessed.subject)) {
    return 'You can read this, but not change it.';
  }
  if (!assessed.takesAnswers) {
    return 'The round is closed, so nothing can be added or changed.';
  }
  if (!acceptsAnswers(assessed.state)) {
    return 'The answers are locked, and what they rest on with them. It can be changed once the return is given back.';
  }
  return takeOf(assessed, section.id) === undefined
    ? null
    : 'This section is answered elsewhere. What its answers rest on is said there.';
}

function commandFor(context: AppContext, { assessed, section, question }: AskedQuestion) {
  const { instrument, digest, setting } = assessed;
  return {
    ...keyOf(assessed),
    instrument,
    digest,
    illustrative: context.config.isDemonstration,
    newId: context.newId,
    pack: context.pack,
    isOneOfSeveral: setting !== null,
    sectionId: section.id,
    questionId: question.id,
  };
}

async function add(request: FastifyRequest, reply: FastifyReply, context: AppContext): Promise<FastifyReply> {
  const asked = await requireQuestion(request, context, 'evidence.add');
  const { assessed, question } = asked;
  const received = await receiveContent(request, context, true);
  if (received.kind === 'errors') {
    return sendQuestion(request, reply, context, asked, { ...received, status: 422 });
  }
  const { form, content, typed } = received;
  if (content === null) {
    throw new Error('a form without a file or link was taken');
  }
  const outcome = await recordEvidence(
    context.database,
    {
      ...commandFor(context, asked),
      evidenceId: context.newId(),
      details: form.details,
      content,
      pageReference: form.pageReference,
      roundBytes: context.config.evidence.roundBytes,
    },
    actingOn(assessed, 'evidence.add', context.clock()),
  );
  if (outcome.kind === 'added' || outcome.kind === 'known') {
    return redirectWithSuccess(reply, addressOf(asked), addedInWords(outcome, form.details.title, question.id));
  }
  const errors = [{ field: content.kind === 'file' ? 'file' : 'link', message: whyNotAdded(outcome, context) }];
  return sendQuestion(request, reply, context, asked, { typed, errors, status: 409 });
}

function addressOf({ assessed, section, question }: AskedQuestion): string {
  const { addressKey, round, setting } = assessed;
  return paths.questionEvidence(addressKey, round.id, { section: section.id, question: question.id }, setting);
}

function addedInWords(
  outcome: Extract<RecordOutcome, { kind: 'added' | 'known' }>,
  title: string,
  questionId: string,
): string {
  if (outcome.kind === 'added') {
    return `“${title}” is added to ${questionId}`;
  }
  return outcome.isUsedAlready
    ? `Your organisation had this already, as “${outcome.title}”, and ${questionId} rests on it. Nothing was added twice`
    : `Your organisation had this already, as “${outcome.title}”. ${questionId} rests on it now, with the days that stand there`;
}

function whyNotAdded(outcome: Exclude<RecordOutcome, { kind: 'added' | 'known' }>, { config }: AppContext): string {
  switch (outcome.kind) {
    case 'no-room':
      return `Your organisation has added ${megabytesInWords(outcome.usedBytes)} of the ${megabytesInWords(config.evidence.roundBytes)} that there is room for in this round. Give a link instead, or remove what is not needed. Nothing was added`;
    case 'full':
      return tooMany(outcome.questionId);
    case 'gone':
      return removedMeanwhile;
    case 'locked':
      return `${outcome.reason}. Nothing was added; what you typed is below`;
  }
}

const tooMany = (questionId: string) =>
  `An answer can rest on 20 items, and ${questionId} would on more. Take one off first. Nothing was changed`;
const removedMeanwhile = 'Somebody has removed it meanwhile. Nothing was changed';

/** What stands under an answer already, with what else is ticked, and where in each to look. */
async function put(request: FastifyRequest, reply: FastifyReply, context: AppContext): Promise<FastifyReply> {
  const asked = await requireQuestion(request, context, 'evidence.add');
  const { assessed, section, question } = asked;
  const here = await readEvidenceHere(context, assessed);
  const ids = here.items.map(({ evidenceId }) => evidenceId);
  const form = postedForm(request.body);
  const reader = readForm(form);
  const gone = 'Choose from what is listed; something was removed meanwhile';
  const ticked = reader.choices('use', ids, gone);
  const others = sectionQuestions(section, assessed.careSetting).filter(({ id }) => id !== question.id);
  const otherQuestionIds = reader.choices(
    'also',
    others.map(({ id }) => id),
    'Choose from the questions of this section',
  );
  if (otherQuestionIds.length > 0 && ticked.length === 0) {
    reader.fail('use', 'Choose what these answers rest on');
  }
  const takeOff = ids.filter((id) => reader.choice(`take-off-${id}`, ['off'], gone) !== null);
  const used = here.uses.filter((use) => use.questionId === question.id && !takeOff.includes(use.evidenceId));
  const paged = used
    .filter(({ evidenceId }) => Object.hasOwn(form, `page-${evidenceId}`))
    .map(({ evidenceId }) => ({ evidenceId, pageReference: readPageReference(reader, `page-${evidenceId}`) }));
  const parsed = reader.outcome({
    otherQuestionIds,
    alsoFor: ticked,
    takeOff,
    uses: [...paged, ...ticked.map((evidenceId) => ({ evidenceId, pageReference: null }))],
  });
  if (parsed.kind === 'errors') {
    return sendQuestion(request, reply, context, asked, { ...parsed, status: 422 });
  }
  const outcome = await putEvidence(
    context.database,
    { ...commandFor(context, asked), ...parsed.value },
    actingOn(assessed, 'evidence.add', context.clock()),
  );
  const back = { href: addressOf(asked), text: `Go to the evidence for ${question.id}` };
  switch (outcome.kind) {
    case 'put':
      return outcome.changes === 0
        ? redirectWithNotice(reply, back.href, 'Nothing was changed')
        : redirectWithSuccess(reply, back.href, `What ${restInWords([question.id, ...otherQuestionIds])} on is saved`);
    case 'full': {
      const errors = [{ field: 'use', message: tooMany(outcome.questionId) }];
      return sendQuestion(request, reply, context, asked, { typed: parsed.typed, errors, status: 409 });
    }
    case 'gone':
      throw new ConflictError(`${removedMeanwhile}.`, back);
    case 'locked':
      throw new ConflictError(`${outcome.reason}. Nothing was changed.`, back);
  }
}

/** `SA1 rests`, `SA1, SA2 and SA3 rest`. */
function restInWords(questionIds: readonly string[]): string {
  return `${listInWords(questionIds)} ${questionIds.length === 1 ? 'rests' : 'rest'}`;
}
