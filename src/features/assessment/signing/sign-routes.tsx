import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../../context.ts';
import { paths } from '../../../paths.ts';
import { readForm } from '../../../platform/forms/form-reader.ts';
import { type FieldError, postedForm } from '../../../platform/forms/posted-form.ts';
import { ConflictError } from '../../../platform/http/problem.ts';
import { sendPage } from '../../../views/page/send-page.tsx';
import { redirectWithSuccess } from '../../../views/page/success.ts';
import { readSavedAnswers } from '../answering/read-saved-answers.ts';
import { assessmentAddresses, framing, isOpenIn, keyOf, listOf } from '../page-frame.ts';
import { type AssessedOrganisation, actingOn, requireSignable } from '../require-assessed-organisation.ts';
import { listBenchmarks } from '../scoring/benchmark-repository.ts';
import { AuthorisePage } from '../views/authorise-page.tsx';
import { authoriseView } from '../views/authorise-view.ts';
import { authoriseAssessment } from './authorise-assessment.ts';

const action = 'assessment.authorise';

/** Reading an assessment that waits, and signing it. */
export function signRoutes(app: FastifyInstance, context: AppContext): void {
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

async function sign(request: FastifyRequest, reply: FastifyReply, context: AppContext): Promise<FastifyReply> {
  const assessed = await requireSignable(request, context, action);
  const reader = readForm(postedForm(request.body));
  const signature = {
    ...keyOf(assessed),
    instrument: assessed.instrument,
    declarationAccepted: reader.choice('declaration', ['accepted'], 'Accept the declaration') === 'accepted',
    requestedAt: reader.line('requested-at', { label: 'When it was asked for', limit: 40 }),
  };
  const outcome = await authoriseAssessment(context.database, signature, actingOn(assessed, action, context.clock()));
  if (outcome.kind === 'ok') {
    const { addressKey, round, setting } = assessed;
    const result = paths.assessmentResult(addressKey, round.id, setting);
    return redirectWithSuccess(reply, result, 'The assessment is authorised and submitted');
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
  return sendAuthorise(request, reply, context, current, [{ field: 'declaration', message }], status);
}

async function sendAuthorise(
  request: FastifyRequest,
  reply: FastifyReply,
  context: AppContext,
  assessed: AssessedOrganisation,
  errors: readonly FieldError[] = [],
  status = 422,
): Promise<FastifyReply> {
  const { database, pack } = context;
  const benchmarks = await listBenchmarks(database, assessed.round.id, assessed.careSetting);
  const view = authoriseView(pack, assessed, await readSavedAnswers(context, assessed), benchmarks);
  return sendPage(request, reply, {
    ...framing(assessed, 'Authorise', errors, status),
    body: <AuthorisePage view={view} errors={errors} />,
  });
}
