import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ReactNode } from 'react';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { ConflictError, NotFoundError } from '../../platform/http/problem.ts';
import type { Crumb } from '../../views/page/breadcrumb.tsx';
import { sendPage } from '../../views/page/send-page.tsx';
import { type Acting, acting, requireActor, requireCan } from '../identity/index.ts';
import { type FormationPlace, type FormPlace, nameOfCase, subjectOfCase } from './formation-place.ts';
import { acceptsChanges } from './forms/form-state.ts';
import type { FormOnPage } from './forms/move-form.ts';
import { findCase } from './read-formation.ts';

export type FormationAction = Parameters<typeof subjectOfCase>[1];

/** A request for a page about how a footprint forms and the reply to it, with what the page is about. */
export interface FormationExchange<Place extends FormationPlace = FormationPlace> {
  readonly context: AppContext;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly place: Place;
}

export interface SlugRoute {
  Params: { slug: string };
}

/** Finds what is on record at the address and lets in whoever may do this to it. */
export async function requireFormation(
  context: AppContext,
  request: FastifyRequest<SlugRoute>,
  reply: FastifyReply,
  action: FormationAction = 'formation.read',
): Promise<FormationExchange> {
  const actor = requireActor(request);
  const { slug } = request.params;
  const found = /^[a-z0-9-]+$/.test(slug) ? await findCase(context.database, slug, context.pack.positionOn) : null;
  if (found === null) {
    throw new NotFoundError(
      'There is no footprint or proposal at this address. Look for it in the list of footprints.',
      { href: paths.formations(), text: 'Go to the footprints' },
    );
  }
  requireCan(request, action, subjectOfCase(found, action));
  return { context, request, reply, place: { ...found, actor } };
}

/** As `requireFormation`, for pages that make no sense before a form was begun. */
export async function requireForm(
  context: AppContext,
  request: FastifyRequest<SlugRoute>,
  reply: FastifyReply,
  action: FormationAction = 'formation.read',
): Promise<FormationExchange<FormPlace>> {
  const exchange = await requireFormation(context, request, reply, action);
  const { formation, form, written } = exchange.place;
  if (formation === null || form === null || written === null) {
    throw new NotFoundError('No form of this footprint has been opened yet.', {
      href: paths.formation(request.params.slug),
      text: 'Go to the footprint',
    });
  }
  return { ...exchange, place: { ...exchange.place, formation, form, written } };
}

/** As `requireForm`, for those who may write, while the form may be written. */
export async function requireWritableForm(
  context: AppContext,
  request: FastifyRequest<SlugRoute>,
  reply: FastifyReply,
): Promise<FormationExchange<FormPlace>> {
  const exchange = await requireForm(context, request, reply, 'formation.edit');
  if (!acceptsChanges(exchange.place.form.state)) {
    throw new ConflictError('This form takes no changes now. Take it back first; its page says how.', {
      href: paths.formation(request.params.slug),
      text: 'Go to the footprint',
    });
  }
  return exchange;
}

/** Whoever asks, as the one who takes a step now. */
export function actingIn({ place, context }: FormationExchange, action: FormationAction): Acting {
  return acting(place.actor, action, subjectOfCase(place, action), context.clock());
}

/** The form that the page asked for shows. */
export function onPage({ place }: FormationExchange<FormPlace>): FormOnPage {
  const { formation, form } = place;
  return { formationId: formation.formationId, number: form.number, digest: form.digest };
}

export interface FormationPage {
  readonly title: string;
  readonly body: ReactNode;
  readonly status?: number;
  /** True for the overview itself. */
  readonly isOverview?: boolean;
}

/** Sends a working page about a footprint's form; the way back leads over its overview. A page with a status other than 200 has errors. */
export function sendFormationPage({ request, reply, place }: FormationExchange, page: FormationPage): FastifyReply {
  const name = nameOfCase(place);
  const crumbs: Crumb[] = [
    { href: paths.workspace(), text: 'My work' },
    { href: paths.formations(), text: 'Footprint forms' },
    ...(page.isOverview === true ? [] : [{ href: paths.formation(place.slug), text: name }]),
  ];
  return sendPage(request, reply, {
    title: page.isOverview === true ? page.title : `${page.title} – ${name}`,
    section: 'workspace',
    breadcrumbs: crumbs,
    illustrative: place.form?.illustrative ?? false,
    body: page.body,
    status: page.status ?? 200,
    hasErrors: (page.status ?? 200) !== 200,
  });
}
