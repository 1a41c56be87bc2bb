import type { FastifyInstance, FastifyReply } from 'fastify';
import type { AppContext } from '../../../context.ts';
import { paths } from '../../../paths.ts';
import { type FieldError, postedForm, textOf } from '../../../platform/forms/posted-form.ts';
import { redirectWithSuccess } from '../../../views/page/success.ts';
import { findOrganisation } from '../../directory/index.ts';
import { listClosestOrganisations } from '../../search/index.ts';
import { parseOrganisationForm } from '../decisions/parse-decisions.ts';
import { capacityLabels, formPageTitles } from '../formation.ts';
import type { FormPlace } from '../formation-place.ts';
import { capacityOfType } from '../forms/directory-content.ts';
import { readFormCheck } from '../forms/read-form-check.ts';
import {
  actingIn,
  type FormationExchange,
  requireWritableForm,
  type SlugRoute,
  sendFormationPage,
} from '../require-formation.ts';
import { type ChosenOrganisation, type FoundOrganisation, OrganisationsPage } from '../views/organisations-page.tsx';
import { changeOrganisations } from './change-organisations.ts';
import { saveFormPage } from './save-form-page.ts';

type Exchange = FormationExchange<FormPlace>;

const address = '/workspace/footprints/:slug/form/organisations';

/** Who takes part: found in the directory by plain search, put on the form and off it one at a time. */
export function organisationRoutes(app: FastifyInstance, context: AppContext): void {
  app.get<SlugRoute>(address, async (request, reply) => {
    const exchange = await requireWritableForm(context, request, reply);
    const query = postedForm(request.query);
    const code = textOf(query, 'code').slice(0, 20);
    const chosen = code === '' ? null : await findChosen(exchange, code);
    const errors = code !== '' && chosen === null ? [unknownCode(code)] : [];
    return send(exchange, {
      ...nothingSent,
      find: textOf(query, 'find').slice(0, 100),
      chosen,
      errors,
      status: errors.length > 0 ? 422 : 200,
    });
  });
  app.post<SlugRoute>(address, async (request, reply) => answer(await requireWritableForm(context, request, reply)));
}

interface Shown {
  readonly find: string;
  readonly chosen: ChosenOrganisation | null;
  readonly errors: readonly FieldError[];
  readonly overtaken: string | null;
  readonly status: number;
}

const nothingSent: Shown = { find: '', chosen: null, errors: [], overtaken: null, status: 200 };

function unknownCode(code: string): FieldError {
  return { field: 'find', message: `No organisation of the directory has the code ${code} on the day of the form` };
}

async function answer(exchange: Exchange): Promise<FastifyReply> {
  const { context, place, reply, request } = exchange;
  const parsed = parseOrganisationForm(postedForm(request.body));
  if (parsed.kind === 'errors') {
    const typed = parsed.typed.code;
    const chosen = typeof typed === 'string' && typed !== '' ? await findChosen(exchange, typed) : null;
    return send(exchange, { ...nothingSent, chosen, errors: parsed.errors, status: 422 });
  }
  const { code, capacity, revision } = parsed.value;
  const chosen = await findChosen(exchange, code);
  if (chosen === null) {
    return send(exchange, { ...nothingSent, errors: [unknownCode(code)], status: 422 });
  }
  const { organisations } = place.written.content;
  const outcome = changeOrganisations(organisations, { organisation: chosen, capacity });
  if (outcome.kind === 'refused') {
    const errors = [{ field: 'capacity', message: outcome.reason }];
    return send(exchange, { ...nothingSent, chosen, errors, status: 422 });
  }
  const save = {
    formationId: place.formation.formationId,
    number: place.form.number,
    revision,
    page: 'organisations' as const,
  };
  const saved = await saveFormPage(
    context,
    { ...save, content: outcome.organisations },
    actingIn(exchange, 'formation.edit'),
  );
  switch (saved.kind) {
    case 'saved':
    case 'unchanged': {
      const text = capacity === null ? 'is off the form' : `takes part as: ${capacityLabels[capacity]}`;
      return redirectWithSuccess(reply, paths.footprintFormOrganisations(place.slug), `${chosen.name} ${text}`);
    }
    case 'conflict': {
      const overtaken = `${saved.saved.savedBy ?? 'Somebody else'} changed the list while you were choosing.`;
      return send(exchange, { ...nothingSent, overtaken, status: 409 });
    }
    case 'closed':
      return send(exchange, { ...nothingSent, overtaken: `${saved.reason}.`, status: 409 });
  }
}

function dayOf({ place, context }: Exchange): string {
  return place.written.content.area.startsOn ?? context.pack.positionOn;
}

/** The organisation of that code: on the form already, even when the directory no longer has it, or of the directory. */
async function findChosen(exchange: Exchange, code: string): Promise<ChosenOrganisation | null> {
  const { place, context } = exchange;
  const held = place.written.content.organisations.find((one) => one.code === code);
  if (held !== undefined) {
    return { ...held, isOnForm: true };
  }
  const found = await findOrganisation(context.database, code, dayOf(exchange));
  if (found === null) {
    return null;
  }
  const { organisationId, name, typeId } = found;
  return { organisationId, code, name, capacity: capacityOfType(typeId), isOnForm: false };
}

const FOUND_SHOWN = 20;

async function find({ context, ...exchange }: Exchange, search: string): Promise<FoundOrganisation[]> {
  if (search === '') {
    return [];
  }
  const { database, pack } = context;
  const asAt = dayOf({ context, ...exchange });
  const rows = await listClosestOrganisations(database, asAt, { search }, FOUND_SHOWN);
  return rows.map(({ organisationId, code, name, typeId }) => {
    const typeLabel = pack.organisationTypes.find(({ id }) => id === typeId)?.label ?? typeId;
    return { organisationId, code, name, typeLabel };
  });
}

async function send(exchange: Exchange, { status, ...shown }: Shown): Promise<FastifyReply> {
  const { context, place } = exchange;
  const { check } = await readFormCheck(
    context.database,
    place.formation,
    place.form,
    place.written.content,
    context.pack.positionOn,
  );
  const found = await find(exchange, shown.find);
  return sendFormationPage(exchange, {
    title: formPageTitles.organisations,
    status,
    body: <OrganisationsPage place={place} check={check} found={found} day={dayOf(exchange)} {...shown} />,
  });
}
