import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../context.ts';
import { returnWorkbookLimits as limits } from '../../file-limits.ts';
import { paths } from '../../paths.ts';
import { readWorkbookApart } from '../../platform/files/workbook/read/read-workbook-apart.ts';
import { type FieldError, postedForm } from '../../platform/forms/posted-form.ts';
import { takeFiles } from '../../platform/forms/take-files.ts';
import { type Turns, turnsOf } from '../../platform/worker/turns.ts';
import { countOf, listInWords, sentenceStart } from '../../views/format.ts';
import { sendPage } from '../../views/page/send-page.tsx';
import { redirectWithNotice, redirectWithSuccess } from '../../views/page/success.ts';
import {
  type AssessedOrganisation,
  assessmentAddresses,
  framing,
  requireAssessedOrganisation,
} from '../assessment/index.ts';
import {
  answersAccepted,
  answersPosted,
  linkFields,
  linksAccepted,
  type PostedSides,
  parseAcceptForm,
  standsField,
} from './read-back/chosen-sides.ts';
import { fileAnswers } from './read-back/file-answers.ts';
import { linkDifferencesOf } from './read-back/link-differences.ts';
import { readDifferences } from './read-differences.ts';
import { readReturn } from './read-return.ts';
import { type AcceptedOutcome, saveAccepted } from './save-accepted.ts';
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
  const links = linkDifferencesOf(read.links, whole.lines);
  const compared = {
    ...found,
    links: links.differences,
    odd: [...read.odd, ...found.odd, ...links.odd],
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
  const { lines } = await readReturn(context, assessed);
  const links = linkDifferencesOf(
    posted.links.map(({ changes }) => changes),
    lines,
  ).differences;
  const accepted = { sections, links: linksAccepted(posted, links) };
  if (accepted.sections.length + accepted.links.length === 0) {
    return redirectWithNotice(reply, page, 'Nothing was saved: everything stands as it did.');
  }
  const outcome = await saveAccepted(context, assessed, accepted);
  if (outcome.kind !== 'saved') {
    return showAgain(request, reply, context, { assessed, posted, errors: unsaved(outcome), status: 409 });
  }
  return redirectWithSuccess(reply, page, savedWords(outcome));
}

function savedWords({ answers, links }: Extract<AcceptedOutcome, { kind: 'saved' }>): string {
  const saved = [...(answers > 0 ? [countOf(answers, 'answer')] : []), ...(links > 0 ? [countOf(links, 'link')] : [])];
  return saved.length === 0
    ? 'What the file says stands already'
    : `${sentenceStart(listInWords(saved))} of the file ${answers + links === 1 ? 'is' : 'are'} saved`;
}

function unsaved(outcome: Exclude<AcceptedOutcome, { kind: 'saved' }>): FieldError[] {
  switch (outcome.kind) {
    case 'locked':
      return [{ field: summaryId, message: `${outcome.reason}. Nothing was saved` }];
    case 'full':
      return [
        {
          field: linkFields(outcome.questionId).stands,
          message: `An answer can rest on 20 items, and ${outcome.questionId} would on more. Leave its links as they are, and nothing else is lost. Nothing was saved`,
        },
      ];
    case 'gone':
      return [{ field: summaryId, message: 'Somebody has removed some of the evidence meanwhile. Nothing was saved' }];
    case 'conflict':
      return outcome.questionIds.map((id) => ({
        field: standsField(id),
        message: `Somebody else has changed question ${id} since this page was made. Choose which answer should stand`,
      }));
  }
}

interface ShownAgain {
  readonly assessed: AssessedOrganisation;
  readonly posted: PostedSides;
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
  const chosen = new Map([
    ...posted.answers.map(
      ({ answer: { questionId, revision }, stands }) =>
        [standsField(questionId), revision === revisions.get(questionId) ? stands : null] as const,
    ),
    ...posted.links.map(({ changes, stands }) => [linkFields(changes.questionId).stands, stands] as const),
  ]);
  const links = linkDifferencesOf(
    posted.links.map(({ changes }) => changes),
    whole.lines,
  );
  const compared = {
    ...found,
    links: links.differences,
    odd: [...found.odd, ...links.odd],
    missing: 0,
    madeFrom: new Map(posted.answers.map(({ answer, madeFrom }) => [answer.questionId, madeFrom])),
  };
  const shown = new Set([
    ...found.differences.map(({ line }) => standsField(line.question.id)),
    ...links.differences.map(({ line }) => linkFields(line.question.id).stands),
  ]);
  const view = differencesView(opened, compared, {
    errors: errors.filter(({ field }) => field === summaryId || shown.has(field)),
    chosen,
  });
  return sendDifferences(request, reply, assessed, view, status);
}
