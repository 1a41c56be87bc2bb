import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../../context.ts';
import { type FieldError, postedForm } from '../../../platform/forms/posted-form.ts';
import { typedText } from '../../../platform/forms/typed-form.ts';
import { ConflictError } from '../../../platform/http/problem.ts';
import { sendPage } from '../../../views/page/send-page.tsx';
import { redirectWithSuccess } from '../../../views/page/success.ts';
import { NobodyToSign, readSigners } from '../../agreement/index.ts';
import { readSavedAnswers } from '../answering/read-saved-answers.ts';
import { assessmentAddresses, framing, isIn, isOpenIn, keyOf, listOf } from '../page-frame.ts';
import { type AssessedOrganisation, actingOn, requireSignable } from '../require-assessed-organisation.ts';
import { readSecondLook, type SecondLookContext } from '../sense-checks/read-second-look.ts';
import { RequestPage } from '../views/signing/request-page.tsx';
import { requestView } from '../views/signing/request-view.ts';
import { ReturnPage } from '../views/signing/return-page.tsx';
import { parseReturnForm } from './parse-return-form.ts';
import { requestAuthorisation } from './request-authorisation.ts';
import { returnToCoordinator } from './return-to-coordinator.ts';

/** Asking for authorisation, and giving the assessment back. */
export function authorisationRoutes(app: FastifyInstance, context: SecondLookContext): void {
  for (const assessment of assessmentAddresses) {
    requestRoutes(app, context, assessment);
    returnRoutes(app, context, assessment);
  }
}

function requestRoutes(app: FastifyInstance, context: SecondLookContext, assessment: string): void {
  const address = `${assessment}/request-authorisation`;
  const action = 'assessment.request-authorisation';

  app.get(address, async (request, reply) => {
    const assessed = await requireSignable(request, context, action);
    return isOpenIn(assessed, ['not-started', 'in-progress'])
      ? sendRequest(request, reply, context, assessed)
      : reply.redirect(listOf(assessed), 303);
  });

  app.post(address, async (request, reply) => {
    const assessed = await requireSignable(request, context, action);
    const by = actingOn(assessed, action, context.clock());
    const outcome = await requestAuthorisation(
      context.database,
      {
        ...keyOf(assessed),
        pack: context.pack,
        organisation: assessed.organisation,
        instrument: assessed.instrument,
        instrumentDigest: assessed.digest ?? assessed.assessment?.answers.digest ?? null,
        newId: context.newId,
        isOneOfSeveral: assessed.setting !== null,
      },
      by,
    );
    if (outcome.kind === 'ok') {
      return redirectWithSuccess(reply, listOf(assessed), 'Authorisation is asked for, and the answers are locked');
    }
    if (outcome.code !== 'complete') {
      throw new ConflictError(`${outcome.reason}.`, { href: listOf(assessed), text: 'Go to the assessment' });
    }
    return sendRequest(request, reply, context, assessed, [{ field: 'missing', message: outcome.reason }]);
  });
}

async function sendRequest(
  request: FastifyRequest,
  reply: FastifyReply,
  context: SecondLookContext,
  assessed: AssessedOrganisation,
  errors: readonly FieldError[] = [],
): Promise<FastifyReply> {
  const { organisation, actor, instrument } = assessed;
  const { organisationId } = organisation;
  const answers = readSavedAnswers(context, assessed);
  const [signersOf, saved, look] = await Promise.all([
    readSigners(context.database, [organisationId], instrument.signing.roles),
    answers,
    readSecondLook(context, assessed, answers),
  ]);
  const signers = signersOf.get(organisationId) ?? [];
  const view = requestView(assessed, saved, look, signers);
  return sendPage(request, reply, {
    ...framing(assessed, 'Check and ask for authorisation', errors),
    body: (
      <RequestPage
        view={view}
        nobodyToSign={
          signers.length === 0 && (
            <NobodyToSign actor={actor} parties={[organisation]} role={instrument.signing.roles[0]} />
          )
        }
        errors={errors}
      />
    ),
  });
}

function returnRoutes(app: FastifyInstance, context: AppContext, assessment: string): void {
  const address = `${assessment}/return`;
  const action = 'assessment.return';

  app.get(address, async (request, reply) => {
    const assessed = await requireSignable(request, context, action);
    return isIn(assessed, ['awaiting-authorisation'])
      ? sendReturn(request, reply, assessed, '')
      : reply.redirect(listOf(assessed), 303);
  });

  app.post(address, async (request, reply) => {
    const assessed = await requireSignable(request, context, action);
    const form = parseReturnForm(postedForm(request.body));
    if (form.kind === 'errors') {
      return sendReturn(request, reply, assessed, typedText(form.typed, 'reason'), form.errors);
    }
    const by = actingOn(assessed, action, context.clock());
    const outcome = await returnToCoordinator(context.database, { ...keyOf(assessed), reason: form.value.reason }, by);
    if (outcome.kind === 'refused') {
      throw new ConflictError(`${outcome.reason}.`, { href: listOf(assessed), text: 'Go to the assessment' });
    }
    return redirectWithSuccess(reply, listOf(assessed), 'The assessment is returned, and answers can be changed again');
  });
}

function sendReturn(
  request: FastifyRequest,
  reply: FastifyReply,
  assessed: AssessedOrganisation,
  reason: string,
  errors: readonly FieldError[] = [],
): FastifyReply {
  return sendPage(request, reply, {
    ...framing(assessed, 'Return the assessment', errors),
    body: <ReturnPage organisation={assessed.heading} reason={reason} errors={errors} list={listOf(assessed)} />,
  });
}
