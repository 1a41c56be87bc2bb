import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { paths } from '../../../paths.ts';
import { today } from '../../../platform/days.ts';
import { type FieldError, postedForm } from '../../../platform/forms/posted-form.ts';
import { typedText } from '../../../platform/forms/typed-form.ts';
import { ConflictError } from '../../../platform/http/problem.ts';
import { sendPage } from '../../../views/page/send-page.tsx';
import { redirectWithSuccess } from '../../../views/page/success.ts';
import { answersIn, findLastDocument, scoreIn } from '../../return-documents/index.ts';
import { givenAnswers, storedScores } from '../../scoring/index.ts';
import { readUnfinished } from '../assigning/read-unfinished.ts';
import { readNotesLink } from '../notes/read-notes-beside.ts';
import { readQueriesLink } from '../notes/read-queries-beside.ts';
import { assessmentAddresses, framing, isOpenIn, keyOf, listOf } from '../page-frame.ts';
import { readStaffSaid } from '../polls/read-polls-beside.ts';
import { type AssessedOrganisation, actingOn, requireSignable } from '../require-assessed-organisation.ts';
import { listBenchmarks } from '../scoring/benchmark-repository.ts';
import { readChangeToSign } from '../scoring/two-rounds/read-comparison.ts';
import { readSecondLook, type SecondLookContext } from '../sense-checks/read-second-look.ts';
import { AuthorisePage } from '../views/signing/authorise-page.tsx';
import { authoriseView } from '../views/signing/authorise-view.ts';
import { authoriseAssessment } from './authorise-assessment.ts';
import { parseSignForm } from './parse-sign-form.ts';

const action = 'assessment.authorise';

/** Reading an assessment that waits, and signing it. */
export function signRoutes(app: FastifyInstance, context: SecondLookContext): void {
  for (const assessment of assessmentAddresses) {
    const address = `${assessment}/authorise`;

    app.get(address, async (request, reply) => {
      const assessed = await requireSignable(request, context, action);
      return isOpenIn(assessed, ['awaiting-authorisation'])
        ? sendAuthorise(request, reply, context, assessed)
        : reply.redirect(listOf(assessed), 303);
    });

    app.post(address, (request, reply) => sign(request, reply, context));
  }
}

async function sign(request: FastifyRequest, reply: FastifyReply, context: SecondLookContext): Promise<FastifyReply> {
  const assessed = await requireSignable(request, context, action);
  const { instrument } = assessed;
  const form = parseSignForm(postedForm(request.body), instrument.signing, today(context.clock));
  if (form.kind === 'errors') {
    const errors = { errors: form.errors, typedDay: typedText(form.typed, 'board-approved-on') };
    return sendAuthorise(request, reply, context, assessed, errors);
  }
  const signature = { ...keyOf(assessed), instrument, ...form.value };
  const outcome = await authoriseAssessment(context.database, signature, actingOn(assessed, action, context.clock()));
  if (outcome.kind === 'ok') {
    const { addressKey, round, setting } = assessed;
    const report = paths.organisationReport(addressKey, round.id, setting);
    return redirectWithSuccess(reply, report, 'The assessment is authorised and submitted');
  }
  if (outcome.kind === 'refused' && outcome.code !== 'declaration') {
    throw new ConflictError(`${outcome.reason}.`, { href: listOf(assessed), text: 'Go to the assessment' });
  }
  const message =
    outcome.kind === 'refused'
      ? outcome.reason
      : 'The assessment was returned and asked for again since you opened this page. Read it again before you sign';
  const current = await requireSignable(request, context, action);
  const status = outcome.kind === 'refused' ? 422 : 409;
  const errors = { errors: [{ field: 'declaration', message }], status, typedDay: form.value.boardApprovedOn ?? '' };
  return sendAuthorise(request, reply, context, current, errors);
}

interface UnsignedForm {
  readonly errors: readonly FieldError[];
  readonly status?: number;
  /** The day of a board's approval, as it was typed. */
  readonly typedDay: string;
}

async function sendAuthorise(
  request: FastifyRequest,
  reply: FastifyReply,
  context: SecondLookContext,
  assessed: AssessedOrganisation,
  { errors, status = 422, typedDay }: UnsignedForm = { errors: [], typedDay: '' },
): Promise<FastifyReply> {
  const { database, pack } = context;
  const { assessment, round, careSetting } = assessed;
  const [benchmarks, frozen, look, notes, queries, unfinished, staff] = await Promise.all([
    assessed.results.isPublic ? listBenchmarks(database, round.id, careSetting) : [],
    assessment === null ? null : findLastDocument(database, assessment),
    readSecondLook(context, assessed),
    readNotesLink(context, assessed),
    readQueriesLink(context, assessed),
    readUnfinished(context, assessed),
    readStaffSaid(context, assessed),
  ]);
  if (frozen === null) {
    throw new ConflictError(
      'This assessment was sent to be signed before documents were kept. Return it and have it sent again; no answer is lost.',
      { href: listOf(assessed), text: 'Go to the assessment' },
    );
  }
  const change = await readChangeToSign(database, pack, {
    ...keyOf(assessed),
    scores: storedScores(scoreIn(frozen.document)),
    answers: givenAnswers(answersIn(frozen.document)),
  });
  const view = authoriseView(pack, assessed, { ...frozen, look, change, unfinished }, benchmarks);
  return sendPage(request, reply, {
    ...framing(assessed, 'Authorise', errors, status),
    body: (
      <AuthorisePage view={view} notes={notes} queries={queries} staff={staff} typedDay={typedDay} errors={errors} />
    ),
  });
}
