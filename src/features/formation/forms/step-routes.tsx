import type { FastifyInstance, FastifyReply } from 'fastify';
import type { AppContext } from '../../../context.ts';
import { paths } from '../../../paths.ts';
import { readForm } from '../../../platform/forms/form-reader.ts';
import { type FieldError, type PostedForm, postedForm } from '../../../platform/forms/posted-form.ts';
import type { TypedForm } from '../../../platform/forms/typed-form.ts';
import { ConflictError } from '../../../platform/http/problem.ts';
import { redirectWithSuccess } from '../../../views/page/success.ts';
import { readSigners } from '../../agreement/index.ts';
import { ccgsAsked } from '../decisions/form-endorsement.ts';
import { parseReturn } from '../decisions/parse-decisions.ts';
import type { FormPlace } from '../formation-place.ts';
import {
  actingIn,
  type FormationExchange,
  onPage,
  requireForm,
  requireWritableForm,
  type SlugRoute,
  sendFormationPage,
} from '../require-formation.ts';
import { PutPage } from '../views/put-page.tsx';
import { ReturnPage } from '../views/return-page.tsx';
import { isInHand } from './form-state.ts';
import { readBoard, returnForm } from './move-form.ts';
import { putForm } from './put-form.ts';
import { readFormCheck } from './read-form-check.ts';

type Exchange = FormationExchange<FormPlace>;

/** What the lead does with a whole form: putting it to the commissioners, taking it back, giving it up. Each after a page that says what follows. */
export function stepRoutes(app: FastifyInstance, context: AppContext): void {
  app.get<SlugRoute>('/workspace/footprints/:slug/put', async (request, reply) =>
    sendPut(await requireWritableForm(context, request, reply), false),
  );
  app.post<SlugRoute>('/workspace/footprints/:slug/put', async (request, reply) => {
    const exchange = await requireWritableForm(context, request, reply);
    const { slug } = exchange.place;
    const page = { ...onPage(exchange), number: numberOf(postedForm(request.body)) };
    const outcome = await putForm(context, page, actingIn(exchange, 'formation.edit'));
    switch (outcome.kind) {
      case 'ok':
        return redirectWithSuccess(
          reply,
          paths.formation(slug),
          outcome.form.state === 'with-region'
            ? 'The form is with the region'
            : 'The form is with its commissioners. They can now decide',
        );
      case 'blocked':
        return sendPut(exchange, true);
      case 'refused':
        throw new ConflictError(`${outcome.reason}. Nothing was changed.`, {
          href: paths.formation(exchange.place.slug),
          text: 'Go to the footprint',
        });
    }
  });

  app.get<SlugRoute>('/workspace/footprints/:slug/return', async (request, reply) =>
    sendReturn(await requireFormInHand(context, request, reply), { typed: {}, errors: [] }),
  );
  app.post<SlugRoute>('/workspace/footprints/:slug/return', async (request, reply) => {
    const exchange = await requireFormInHand(context, request, reply);
    const parsed = parseReturn(postedForm(request.body));
    if (parsed.kind === 'errors') {
      return sendReturn(exchange, parsed);
    }
    const { number, digest, action, reason } = parsed.value;
    const page = { ...onPage(exchange), number, digest: digest === '' ? null : digest };
    const outcome = await returnForm(context, { ...page, action, reason }, actingIn(exchange, 'formation.edit'));
    if (outcome.kind !== 'ok') {
      throw new ConflictError(
        `${outcome.kind === 'refused' ? outcome.reason : 'The form is not complete'}. Nothing was changed.`,
        { href: paths.formation(exchange.place.slug), text: 'Go to the footprint' },
      );
    }
    const text = action === 'withdraw' ? 'The form is given up' : 'The form is yours again to change';
    return redirectWithSuccess(reply, paths.formation(exchange.place.slug), text);
  });
}

function numberOf(form: PostedForm): number {
  return readForm(form).revision('number');
}

async function sendPut(exchange: Exchange, wasRefused: boolean): Promise<FastifyReply> {
  const { context, place } = exchange;
  const { formation, form, written } = place;
  const { database, pack } = context;
  const { check, leaving } = await readFormCheck(database, formation, form, written.content, pack.positionOn);
  const asked = ccgsAsked(form.base, written.content, form.isFirst, leaving);
  const signers = await readSigners(
    database,
    asked.map(({ organisationId }) => organisationId),
  );
  return sendFormationPage(exchange, {
    title: 'Put the form to its commissioners',
    status: wasRefused ? 422 : 200,
    body: <PutPage {...{ place, check, asked, signers, wasRefused }} />,
  });
}

/** Lets in whoever may take back a form that is in hand. */
async function requireFormInHand(
  ...[context, request, reply]: Parameters<typeof requireWritableForm>
): Promise<Exchange> {
  const exchange = await requireForm(context, request, reply, 'formation.edit');
  if (!isInHand(exchange.place.form.state)) {
    throw new ConflictError('No form of this footprint is in hand. Go back to the footprint.', {
      href: paths.formation(exchange.place.slug),
      text: 'Go to the footprint',
    });
  }
  return exchange;
}

interface Sent {
  readonly typed: TypedForm;
  readonly errors: readonly FieldError[];
}

async function sendReturn(exchange: Exchange, { typed, errors }: Sent): Promise<FastifyReply> {
  const { context, place } = exchange;
  const board = await readBoard(context.database, place.form);
  return sendFormationPage(exchange, {
    title: 'Take the form back',
    status: errors.length > 0 ? 422 : 200,
    body: <ReturnPage place={place} board={board} typed={typed} errors={errors} />,
  });
}
