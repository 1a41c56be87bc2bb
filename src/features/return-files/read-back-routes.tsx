import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../context.ts';
import { returnWorkbookLimits as limits } from '../../file-limits.ts';
import { paths } from '../../paths.ts';
import { readWorkbookApart } from '../../platform/files/workbook/read/read-workbook-apart.ts';
import { type FieldError, postedForm } from '../../platform/forms/posted-form.ts';
import { takeFiles } from '../../platform/forms/take-files.ts';
import { type Turns, turnsOf } from '../../platform/worker/turns.ts';
import { countOf, sentenceStart } from '../../views/format.ts';
import { sendPage } from '../../views/page/send-page.tsx';
import { redirectWithNotice, redirectWithSuccess } from '../../views/page/success.ts';
import {
  type AssessedOrganisation,
  assessmentAddresses,
  framing,
  fromWorkbook,
  requireAssessedOrganisation,
} from '../assessment/index.ts';
import {
  answersAccepted,
  answersPosted,
  type PostedDifference,
  parseAcceptForm,
  standsField,
} from './read-back/chosen-sides.ts';
import { fileAnswers } from './read-back/file-answers.ts';
import { readDifferences } from './read-differences.ts';
import { readReturn } from './read-return.ts';
import { sendFiles } from './send-files.tsx';
import { DifferencesPage } from './views/differences-page.tsx';
import { type DifferencesView, differencesView, summaryId } from './views/differences-view.ts';
import { takesFiles } from './views/return-files-view.ts';

/** A form has every difference with both its sides: some hundred notes as long as they may be, in letters that take nine signs each. */
const ACCEPT_BYTES = 4_000_000;

const TOO_LARGE =
  'A workbook that is read back may have up to 5 megabytes. Nothing was changed: take out what was added to it, such as pictures, and choose it again.';

/** A filled-in workbook comes back: what it would change is shown, and what is accepted of that is saved. */
export function readBackRoutes(app: FastifyInstance, context: AppContext): void {
  const inTurn = turnsOf(limits.atOnce);
  for (const assessment of assessmentAddresses) {
    const address = `${assessment}/files`;
    app.register((scope, _options, done) => {
      takeFiles(scope, {
        mostBytes: limits.reading.fileBytes,
        tooLarge: TOO_LARGE,
        mayEnter: (request) => requireAssessedOrganisation(request, context, 'assessment.answer'),
      });
      scope.post(address, (request, reply) => takeFile(request, reply, context, inTurn));
      done();
    });
    app.post(`${address}/accept`, { bodyLimit: ACCEPT_BYTES }, (request, reply) => accept(request, reply, context));
  }
}

async function takeFile(request: FastifyRequest, reply: FastifyReply, context: AppContext, inTurn: Turns) {
  const assessed = await requireAssessedOrganisation(request, context, 'assessment.answer');
  const refuse = (message: string, status = 422) =>
    sendFiles(request, reply, assessed, [{ field: 'file', message }], status);
  if (!takesFiles(assessed)) {
    return refuse('The answers cannot be changed now. Nothing was read', 409);
  }
  const { sentFile } = request;
  if (sentFile === undefined || sentFile.content.length === 0) {
    return refuse('Choose the workbook that you filled in');
  }
  const workbook = await inTurn(() => readWorkbookApart(sentFile.content, limits.reading, limits.thread));
  if (workbook.kind === 'refused') {
    return refuse(workbook.reason);
  }
  const whole = await readReturn(context, assessed);
  const read = fileAnswers(workbook.sheets, whole);
  if (read.kind === 'refused') {
    return refuse(read.reason);
  }
  const found = await readDifferences(context, assessed, whole, read.answers);
  const compared = {
    ...found,
    odd: [...read.odd, ...found.odd],
    missing: read.missing.length,
    madeFrom: new Map(read.answers.map(({ questionId, revision }) => [questionId, revision])),
  };
  return sendDifferences(request, reply, assessed, differencesView(assessed, compared));
}

function sendDifferences(
  request: FastifyRequest,
  reply: FastifyReply,
  assessed: AssessedOrganisation,
  view: DifferencesView,
  status = 422,
): FastifyReply {
  return sendPage(request, reply, {
    ...framing(assessed, 'What the file would change', view.errors, status),
    body: <DifferencesPage view={view} />,
  });
}

async function accept(request: FastifyRequest, reply: FastifyReply, context: AppContext): Promise<FastifyReply> {
  const assessed = await requireAssessedOrganisation(request, context, 'assessment.answer');
  const { instrument, careSetting, addressKey, round, setting } = assessed;
  const form = parseAcceptForm(instrument, careSetting, postedForm(request.body));
  if (form.kind === 'unreadable') {
    const message = 'What you chose did not arrive as the page had it. Nothing was saved: choose the file again';
    return sendFiles(request, reply, assessed, [{ field: 'file', message }]);
  }
  const { posted, errors } = form;
  if (errors.length > 0) {
    return showAgain(request, reply, context, { assessed, posted, errors, status: 422 });
  }
  const sections = answersAccepted(posted);
  const page = paths.returnFiles(addressKey, round.id, setting);
  if (sections.length === 0) {
    return redirectWithNotice(reply, page, 'Nothing was saved: everything stands as it did.');
  }
  const outcome = await fromWorkbook.save(context, assessed, sections);
  if (outcome.kind !== 'saved') {
    return showAgain(request, reply, context, { assessed, posted, errors: unsaved(outcome), status: 409 });
  }
  return redirectWithSuccess(reply, page, savedWords(Object.keys(outcome.revisions).length));
}

function savedWords(count: number): string {
  return count === 0
    ? 'The answers of the file stand already'
    : `${sentenceStart(countOf(count, 'answer'))} of the file ${count === 1 ? 'is' : 'are'} saved`;
}

function unsaved(outcome: Exclude<Awaited<ReturnType<typeof fromWorkbook.save>>, { kind: 'saved' }>): FieldError[] {
  if (outcome.kind === 'locked') {
    return [{ field: summaryId, message: `${outcome.reason}. Nothing was saved` }];
  }
  return outcome.questionIds.map((id) => ({
    field: standsField(id),
    message: `Somebody else has changed question ${id} since this page was made. Choose which answer should stand`,
  }));
}

interface ShownAgain {
  readonly assessed: AssessedOrganisation;
  readonly posted: readonly PostedDifference[];
  readonly errors: readonly FieldError[];
  readonly status: number;
}

/** The differences as they are now, with what was chosen; where somebody else has changed an answer meanwhile, it is to be chosen anew. */
async function showAgain(
  request: FastifyRequest,
  reply: FastifyReply,
  context: AppContext,
  { assessed, posted, errors, status }: ShownAgain,
): Promise<FastifyReply> {
  const opened = await requireAssessedOrganisation(request, context, 'assessment.answer');
  const whole = await readReturn(context, opened);
  const found = await readDifferences(context, opened, whole, answersPosted(posted));
  const revisions = new Map(whole.lines.map(({ question, saved }) => [question.id, saved?.revision ?? 0]));
  const chosen = new Map(
    posted.map(({ answer, stands }) => [
      answer.questionId,
      answer.revision === revisions.get(answer.questionId) ? stands : null,
    ]),
  );
  const compared = {
    ...found,
    missing: 0,
    madeFrom: new Map(posted.map(({ answer, madeFrom }) => [answer.questionId, madeFrom])),
  };
  const shown = new Set(found.differences.map(({ line }) => standsField(line.question.id)));
  const view = differencesView(opened, compared, {
    errors: errors.filter(({ field }) => field === summaryId || shown.has(field)),
    chosen,
  });
  return sendDifferences(request, reply, assessed, view, status);
}
