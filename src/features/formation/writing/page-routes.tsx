import type { FastifyInstance, FastifyReply } from 'fastify';
import type { AppContext } from '../../../context.ts';
import { paths } from '../../../paths.ts';
import { today } from '../../../platform/days.ts';
import type { FormOutcome } from '../../../platform/forms/form-reader.ts';
import { type FieldError, postedForm } from '../../../platform/forms/posted-form.ts';
import type { TypedForm } from '../../../platform/forms/typed-form.ts';
import { ConflictError } from '../../../platform/http/problem.ts';
import { answerSaved } from '../../../views/page/answer-saved.ts';
import { listAreas, planningKindOn, planningWords } from '../../directory/index.ts';
import { type FormContent, type FormPage, formPageTitles } from '../formation.ts';
import type { FormPlace } from '../formation-place.ts';
import { areaMention } from '../forms/directory-content.ts';
import { formDifference } from '../forms/form-difference.ts';
import {
  actingIn,
  type FormationExchange,
  requireWritableForm,
  type SlugRoute,
  sendFormationPage,
} from '../require-formation.ts';
import { AreaPage } from '../views/area-page.tsx';
import type { PageConflict } from '../views/form-fields.tsx';
import { PeoplePage } from '../views/people-page.tsx';
import { type AreaChoices, parseAreaForm, parsePeopleForm, typedArea, typedPeople } from './parse-form-pages.ts';
import { saveFormPage } from './save-form-page.ts';

type Exchange = FormationExchange<FormPlace>;

/** Writing the pages of a form that are texts and choices. */
export function pageRoutes(app: FastifyInstance, context: AppContext): void {
  app.get<SlugRoute>('/workspace/footprints/:slug/form/area', async (request, reply) =>
    sendArea(await requireWritableForm(context, request, reply), null),
  );
  app.post<SlugRoute>('/workspace/footprints/:slug/form/area', async (request, reply) => {
    const exchange = await requireWritableForm(context, request, reply);
    const { area } = exchange.place.written.content;
    const known = { stored: area, today: today(context.clock) };
    const parsed = parseAreaForm(postedForm(request.body), await choicesOf(exchange), known);
    const outcome = parsed.kind === 'ok' ? { ...parsed, content: parsed.value.area } : parsed;
    return answerPage(exchange, 'area', outcome, (sent) => sendArea(exchange, sent), typedArea);
  });

  app.get<SlugRoute>('/workspace/footprints/:slug/form/people', async (request, reply) =>
    sendPeople(await requireWritableForm(context, request, reply), null),
  );
  app.post<SlugRoute>('/workspace/footprints/:slug/form/people', async (request, reply) => {
    const exchange = await requireWritableForm(context, request, reply);
    const parsed = parsePeopleForm(postedForm(request.body), exchange.place.written.content.organisations);
    const outcome = parsed.kind === 'ok' ? { ...parsed, content: parsed.value.people } : parsed;
    return answerPage(exchange, 'people', outcome, async (sent) => sendPeople(exchange, sent), typedPeople);
  });
}

/** A page that somebody has just sent and is shown again, with the status that says why. */
interface SentPage {
  readonly typed: TypedForm;
  readonly revision: number;
  readonly errors: readonly FieldError[];
  readonly conflict: PageConflict | null;
  readonly status: number;
}

type ParsedPage<Page extends FormPage> =
  | { readonly kind: 'ok'; readonly value: { readonly revision: number }; readonly content: FormContent[Page] }
  | Extract<FormOutcome<never>, { kind: 'errors' }>;

/** Shows the page again with its errors or with what another saved meanwhile, or saves it. Nothing that was typed is lost. */
async function answerPage<Page extends FormPage>(
  exchange: Exchange,
  page: Page,
  parsed: ParsedPage<Page>,
  send: (sent: SentPage) => Promise<FastifyReply>,
  typedOf: (content: FormContent[Page]) => TypedForm,
): Promise<FastifyReply> {
  const { context, place, request, reply } = exchange;
  const stored = place.written.saves[page];
  if (parsed.kind === 'errors') {
    const { typed, errors } = parsed;
    return send({ typed, errors, revision: revisionTyped(typed), conflict: null, status: 422 });
  }
  const { content } = parsed;
  const save = {
    formationId: place.formation.formationId,
    number: place.form.number,
    revision: parsed.value.revision,
    page,
    content,
  };
  const outcome = await saveFormPage(context, save, actingIn(exchange, 'formation.edit'));
  switch (outcome.kind) {
    case 'saved':
    case 'unchanged':
      return answerSaved(request, reply, {
        at: context.clock(),
        fields: { revision: String(outcome.revision) },
        location: paths.formation(place.slug),
        text: `“${formPageTitles[page]}” is saved`,
      });
    case 'closed':
      throw new ConflictError(
        `${outcome.reason}. Nothing was saved. What you typed is below: copy it before you leave this page.`,
        {
          href: paths.formation(place.slug),
          text: 'Go to the footprint',
        },
      );
    case 'conflict': {
      const whole = place.written.content;
      const theirs = { ...whole, [page]: outcome.saved.content };
      const differences = formDifference(theirs, { ...whole, [page]: content });
      const conflict = { saved: outcome.saved, differences };
      const revision = outcome.saved.revision ?? stored?.revision ?? 0;
      return send({ typed: typedOf(content), errors: [], revision, conflict, status: 409 });
    }
  }
}

function revisionTyped({ revision }: TypedForm): number {
  return typeof revision === 'string' && /^\d{1,9}$/.test(revision) ? Number(revision) : 0;
}

async function sendArea(exchange: Exchange, sent: SentPage | null): Promise<FastifyReply> {
  const { place, context } = exchange;
  const { content, saves } = place.written;
  const shown = sent ?? {
    typed: typedArea(content.area),
    revision: saves.area?.revision ?? 0,
    errors: [],
    conflict: null,
    status: 200,
  };
  const { status, ...form } = shown;
  return sendFormationPage(exchange, {
    title: formPageTitles.area,
    status,
    body: <AreaPage place={place} choices={await choicesOf(exchange)} positionOn={context.pack.positionOn} {...form} />,
  });
}

function sendPeople(exchange: Exchange, sent: SentPage | null): FastifyReply {
  const { place } = exchange;
  const { content, saves } = place.written;
  const shown = sent ?? {
    typed: typedPeople(content.people),
    revision: saves.people?.revision ?? 0,
    errors: [],
    conflict: null,
    status: 200,
  };
  const { status, ...form } = shown;
  return sendFormationPage(exchange, {
    title: formPageTitles.people,
    status,
    body: <PeoplePage place={place} {...form} />,
  });
}

/** Where a new footprint may lie; once there is a footprint the directory says where it lies. */
async function choicesOf({ place, context }: Exchange): Promise<AreaChoices | null> {
  if (place.life !== null) {
    return null;
  }
  const { database, pack } = context;
  const day = place.written.content.area.startsOn ?? pack.positionOn;
  const [regions, stps, parents] = await Promise.all(
    ['region', planningKindOn(day), 'footprint'].map((kind) => listAreas(database, kind, day)),
  );
  return {
    regions: (regions ?? []).map(areaMention),
    stps: (stps ?? []).map(areaMention),
    planning: planningWords(day),
    parents: (parents ?? []).map(areaMention),
  };
}
