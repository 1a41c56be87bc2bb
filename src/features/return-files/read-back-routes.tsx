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
import { partLabel, partPrefix, type ReturnToWrite, type WholeReturn } from './own-return.ts';
import {
  answersAccepted,
  answersPosted,
  linkFields,
  linksAccepted,
  type PostedSides,
  parseAcceptForm,
  standsField,
} from './read-back/chosen-sides.ts';
import { type FilePart, fileAnswers } from './read-back/file-answers.ts';
import { linkDifferencesOf } from './read-back/link-differences.ts';
import { readDifferences } from './read-differences.ts';
import { readWhole, takesAnyFile, type WholeRead } from './read-return.ts';
import { type Accepted, type AcceptedOutcome, saveAccepted } from './save-accepted.ts';
import { sendFiles } from './send-files.tsx';
import { DifferencesPage } from './views/differences-page.tsx';
import { type DifferencesView, differencesView, summaryId } from './views/differences-view.ts';

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
    sendFiles(request, reply, context, assessed, { errors: [{ field: 'file', message }], status });
  if (!(await takesAnyFile(context, assessed))) {
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
  const stands = await readWhole(context, assessed);
  const read = fileAnswers(workbook.sheets, stands.whole);
  if (read.kind === 'refused') {
    return refuse(read.reason);
  }
  const compared = await readDifferences(context, stands, read.parts);
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
  const { addressKey, round, setting } = assessed;
  const stands = await readWhole(context, assessed);
  const { parts } = stands.whole;
  const form = parseAcceptForm(
    parts.map((part) => ({
      prefix: partPrefix(stands.whole, part),
      instrument: part.facts.instrument,
      careSetting: part.facts.careSetting.id,
    })),
    postedForm(request.body),
  );
  if (form.kind === 'unreadable') {
    const message = 'What you chose did not arrive as the page had it. Nothing was saved: choose the file again';
    return sendFiles(request, reply, context, assessed, { errors: [{ field: 'file', message }], status: 422 });
  }
  const { posted, errors } = form;
  if (errors.length > 0) {
    return showAgain(request, reply, context, { posted, errors, status: 422 });
  }
  const page = paths.returnFiles(addressKey, round.id, setting);
  const accepted = acceptedOf(stands, posted);
  if (accepted.every(({ sections, links }) => sections.length + links.length === 0)) {
    return redirectWithNotice(reply, page, 'Nothing was saved: everything stands as it did.');
  }
  const outcome = await saveAccepted(context, accepted);
  if (outcome.kind !== 'saved') {
    const errors = unsaved(outcome, stands.whole);
    return showAgain(request, reply, context, { posted, errors, status: 409 });
  }
  return redirectWithSuccess(reply, page, savedWords(outcome));
}

/** Of each part what is to be saved. */
function acceptedOf({ whole, assessed }: WholeRead, posted: readonly PostedSides[]): Accepted[] {
  return assessed.flatMap((own, index) => {
    const [part, sides] = [whole.parts[index], posted[index]];
    if (part === undefined || sides === undefined) {
      return [];
    }
    const changes = sides.links.map((each) => each.changes);
    const links = linksAccepted(sides, linkDifferencesOf(changes, part).differences);
    return [{ assessed: own, sections: answersAccepted(sides), links }];
  });
}

function savedWords({ answers, links }: Extract<AcceptedOutcome, { kind: 'saved' }>): string {
  const saved = [...(answers > 0 ? [countOf(answers, 'answer')] : []), ...(links > 0 ? [countOf(links, 'link')] : [])];
  return saved.length === 0
    ? 'What the file says stands already'
    : `${sentenceStart(listInWords(saved))} of the file ${answers + links === 1 ? 'is' : 'are'} saved`;
}

function unsaved(outcome: Exclude<AcceptedOutcome, { kind: 'saved' }>, whole: WholeReturn): FieldError[] {
  const part = whole.parts[outcome.part];
  const [prefix, label] = part === undefined ? ['', ''] : [partPrefix(whole, part), partLabel(whole, part)];
  switch (outcome.kind) {
    case 'locked':
      return [{ field: summaryId, message: `${label}${outcome.reason}. Nothing was saved` }];
    case 'full':
      return [
        {
          field: `${prefix}${linkFields(outcome.questionId).stands}`,
          message: `${label}An answer can rest on 20 items, and ${outcome.questionId} would on more. Leave its links as they are. Nothing was saved`,
        },
      ];
    case 'gone':
      return [{ field: summaryId, message: 'Somebody has removed some of the evidence meanwhile. Nothing was saved' }];
    case 'conflict':
      return outcome.questionIds.map((id) => ({
        field: `${prefix}${standsField(id)}`,
        message: `${label}Somebody else has changed question ${id} since this page was made. Choose which answer should stand`,
      }));
  }
}

interface ShownAgain {
  readonly posted: readonly PostedSides[];
  readonly errors: readonly FieldError[];
  readonly status: number;
}

/** The differences as they are now, with what was chosen; where somebody else has changed an answer meanwhile, it is to be chosen anew. */
async function showAgain(
  request: FastifyRequest,
  reply: FastifyReply,
  context: AppContext,
  { posted, errors, status }: ShownAgain,
): Promise<FastifyReply> {
  const opened = await requireAssessedOrganisation(request, context, 'assessment.answer');
  const stands = await readWhole(context, opened);
  const found = await readDifferences(context, stands, posted.map(postedAgain));
  const chosen = new Map(
    stands.whole.parts.flatMap((part, index) => chosenAgain(part, partPrefix(stands.whole, part), posted[index])),
  );
  const shown = new Set(
    found.flatMap(({ prefix, differences, links }) => [
      ...differences.map(({ line }) => `${prefix}${standsField(line.question.id)}`),
      ...links.map(({ line }) => `${prefix}${linkFields(line.question.id).stands}`),
    ]),
  );
  const view = differencesView(opened, found, {
    errors: errors.filter(({ field }) => field === summaryId || shown.has(field)),
    chosen,
  });
  return sendDifferences(request, reply, opened, view, status);
}

/** What was posted of a part, as a file would say it. */
function postedAgain(sides: PostedSides): FilePart {
  return { answers: answersPosted(sides), links: sides.links.map(({ changes }) => changes), odd: [], missing: [] };
}

/** What was chosen, by field; an answer that somebody else has changed meanwhile is to be chosen anew. */
function chosenAgain({ lines }: ReturnToWrite, prefix: string, sides: PostedSides | undefined) {
  const revisions = new Map(lines.map(({ question, saved }) => [question.id, saved?.revision ?? 0]));
  const { answers, links } = sides ?? { answers: [], links: [] };
  return [
    ...answers.map(
      ({ answer: { questionId, revision }, stands }) =>
        [`${prefix}${standsField(questionId)}`, revision === revisions.get(questionId) ? stands : null] as const,
    ),
    ...links.map(({ changes, stands }) => [`${prefix}${linkFields(changes.questionId).stands}`, stands] as const),
  ];
}
