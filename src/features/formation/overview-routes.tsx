import type { FastifyInstance } from 'fastify';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { ConflictError, NotFoundError } from '../../platform/http/problem.ts';
import { redirectWithSuccess } from '../../views/page/success.ts';
import { readSigners } from '../agreement/index.ts';
import { listFormEndorsements, listSteps } from './decisions/form-decision-repository.ts';
import { lapsedFormEndorsements } from './decisions/form-endorsement.ts';
import { nameOfCase } from './formation-place.ts';
import { listForms } from './formation-repository.ts';
import { findDocument, getWrittenForm, listSaves } from './forms/form-content-repository.ts';
import { isInHand } from './forms/form-state.ts';
import { readBoard } from './forms/move-form.ts';
import { openForm } from './forms/open-form.ts';
import { readFormCheck } from './forms/read-form-check.ts';
import {
  actingIn,
  type FormationExchange,
  requireForm,
  requireFormation,
  type SlugRoute,
  sendFormationPage,
} from './require-formation.ts';
import { OpenPage } from './views/open-page.tsx';
import { type FormStanding, OverviewPage } from './views/overview-page.tsx';
import { ReadFormPage } from './views/read-form-page.tsx';

/** Where a footprint's form stands, opening one, and reading those there are. */
export function overviewRoutes(app: FastifyInstance, context: AppContext): void {
  app.get<SlugRoute>('/workspace/footprints/:slug', async (request, reply) => {
    const exchange = await requireFormation(context, request, reply);
    const standing = await readStanding(exchange);
    return sendFormationPage(exchange, {
      title: `Footprint form of ${nameOfCase(exchange.place)}`,
      isOverview: true,
      body: <OverviewPage place={exchange.place} standing={standing} />,
    });
  });

  app.get<SlugRoute>('/workspace/footprints/:slug/open-form', async (request, reply) => {
    const exchange = await requireNoFormInHand(context, request, reply);
    return sendFormationPage(exchange, { title: 'Open a form', body: <OpenPage place={exchange.place} /> });
  });

  app.post<SlugRoute>('/workspace/footprints/:slug/open-form', async (request, reply) => {
    const exchange = await requireNoFormInHand(context, request, reply);
    const { slug, life } = exchange.place;
    if (life === null) {
      throw new ConflictError('This proposal has ended. Propose the footprint anew.', {
        href: paths.proposeFootprint(),
        text: 'Propose a footprint',
      });
    }
    const outcome = await openForm(context, life, actingIn(exchange, 'formation.edit'));
    if (outcome.kind === 'refused') {
      throw new ConflictError(`${outcome.reason}. Go back to the footprint and look at it.`, {
        href: paths.formation(slug),
        text: 'Go to the footprint',
      });
    }
    return redirectWithSuccess(
      reply,
      paths.formation(slug),
      'The form is open. It begins with what the directory says',
    );
  });

  app.get<SlugRoute & { Params: { number: string } }>(
    '/workspace/footprints/:slug/forms/:number',
    async (request, reply) => sendForm(await requireForm(context, request, reply), request.params.number),
  );
}

/** Lets in whoever may open a form of a footprint that has none in hand. */
async function requireNoFormInHand(
  ...[context, request, reply]: Parameters<typeof requireFormation>
): Promise<FormationExchange> {
  const found = await requireFormation(context, request, reply, 'formation.edit');
  const { form, life } = found.place;
  if (form !== null && isInHand(form.state)) {
    throw new ConflictError(
      'A form of this footprint is in hand already. Go back to the footprint and carry on with it.',
      { href: paths.formation(found.place.slug), text: 'Go to the footprint' },
    );
  }
  if (life === null || life.endedOn !== null) {
    throw new ConflictError('This footprint has ended, so there is nothing to change.', {
      href: paths.formation(found.place.slug),
      text: 'Go to the footprint',
    });
  }
  return found;
}

/** Everything the overview shows of the newest form; null where there is none. */
async function readStanding({ place, context }: FormationExchange): Promise<FormStanding | null> {
  const { formation, form, written } = place;
  if (formation === null || form === null || written === null) {
    return null;
  }
  const { database, pack } = context;
  const { check } = await readFormCheck(database, formation, form, written.content, pack.positionOn);
  const steps = await listSteps(database, formation.formationId);
  const endorsements = await listFormEndorsements(database, form.formId);
  const board = await readBoard(database, form);
  return {
    place: { ...place, formation, form, written },
    check,
    board,
    signers: await readSigners(
      database,
      board.rows.map(({ party }) => party.organisationId),
    ),
    lapsed: lapsedFormEndorsements(
      endorsements,
      form.digest,
      steps.filter(({ reason }) => reason !== ''),
    ),
    steps,
  };
}

async function sendForm(exchange: Awaited<ReturnType<typeof requireForm>>, number: string) {
  const { context, place } = exchange;
  const { database } = context;
  const forms = await listForms(database, place.formation.formationId);
  const form = forms.find((one) => `${one.number}` === number);
  if (form === undefined) {
    throw new NotFoundError('There is no form of that number. Go back to the footprint and choose one.', {
      href: paths.formation(place.slug),
      text: 'Go to the footprint',
    });
  }
  const stored = form.digest === null ? null : await findDocument(database, form.formId, form.digest);
  const content = stored?.document.form ?? (await getWrittenForm(database, form.formId)).content;
  const saves = await listSaves(database, form.formId);
  return sendFormationPage(exchange, {
    title: `Form ${form.number}`,
    body: <ReadFormPage form={form} content={content} stored={stored} saves={saves} />,
  });
}
