import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { type FieldError, postedForm } from '../../platform/forms/posted-form.ts';
import type { TypedForm } from '../../platform/forms/typed-form.ts';
import { idOfSending } from '../../platform/ids.ts';
import { sendPage } from '../../views/page/send-page.tsx';
import { redirectWithSuccess } from '../../views/page/success.ts';
import { actingOn, assessmentAddresses, framing, listOf } from '../assessment/index.ts';
import { readReview } from './hold-return.ts';
import { parseValidation, type ValidationForm } from './parse-query-forms.ts';
import { recordValidation } from './record-validation.ts';
import {
  type AskedReturn,
  crumbsTo,
  requireSignedReturn,
  requireSubmitted,
  signedBefore,
} from './require-signed-return.ts';
import { NothingToAskPage } from './views/nothing-to-ask-page.tsx';
import { QueriesPage } from './views/queries-page.tsx';
import { queriesPageView } from './views/queries-view.ts';

/** A signed return with everything that is asked about it, and its validation. */
export function validationRoutes(app: FastifyInstance, context: AppContext): void {
  for (const assessment of assessmentAddresses) {
    app.get(`${assessment}/queries`, async (request, reply) => {
      const { assessed, asked } = await requireSubmitted(request, context, 'assessment.read-provisional');
      return asked === null
        ? sendPage(request, reply, {
            ...framing(assessed, 'Queries and validation'),
            body: (
              <NothingToAskPage organisation={assessed.heading} why={signedBefore(assessed)} list={listOf(assessed)} />
            ),
          })
        : sendQueries(request, reply, context, asked);
    });
    app.post(`${assessment}/validation`, (request, reply) => record(request, reply, context));
  }
}

interface Unsent {
  readonly typed: TypedForm;
  readonly errors: readonly FieldError[];
  readonly status: number;
}

async function sendQueries(
  request: FastifyRequest,
  reply: FastifyReply,
  context: AppContext,
  asked: AskedReturn,
  { typed, errors, status }: Unsent = { typed: {}, errors: [], status: 200 },
): Promise<FastifyReply> {
  const review = await readReview(context.database, asked.signed);
  return sendPage(request, reply, {
    ...framing(asked.assessed, 'Queries and validation', errors, status),
    breadcrumbs: crumbsTo(asked),
    body: <QueriesPage view={queriesPageView(asked, review)} formId={context.newId()} typed={typed} errors={errors} />,
  });
}

async function record(request: FastifyRequest, reply: FastifyReply, context: AppContext): Promise<FastifyReply> {
  const asked = await requireSignedReturn(request, context, 'assessment.validate');
  const parsed = parseValidation(postedForm(request.body));
  if (parsed.kind === 'errors') {
    return sendQueries(request, reply, context, asked, { ...parsed, status: 422 });
  }
  const { action, text, digest } = parsed.value;
  const { assessed } = asked;
  const outcome = await recordValidation(
    context.database,
    {
      signed: { ...asked.signed, digest },
      action,
      text,
      areResultsPublic: assessed.results.isPublic,
      sendingId: sendingOf(context, asked, parsed.value),
    },
    actingOn(assessed, 'assessment.validate', context.clock()),
  );
  if (outcome.kind === 'added') {
    const { addressKey, round, setting } = assessed;
    const said = action === 'validate' ? 'The return is validated' : 'The validation is taken back';
    return redirectWithSuccess(reply, paths.queries(addressKey, round.id, setting), said);
  }
  const why =
    outcome.kind === 'refused' ? outcome.reason : 'The return was opened again, and this document counts no more';
  const field = action === 'validate' ? 'note' : 'reason';
  const errors = [{ field, message: `${why}. Nothing was changed` }];
  return sendQueries(request, reply, context, asked, { typed: parsed.typed, errors, status: 409 });
}

function sendingOf(
  { newId }: AppContext,
  { assessed: { actor } }: AskedReturn,
  { formId, action, digest, text }: ValidationForm,
): string {
  return formId === '' ? newId() : idOfSending(formId, [actor.personId, action, digest, text]);
}
