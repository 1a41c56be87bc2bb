import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ReactNode } from 'react';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import type { Connection } from '../../platform/database/database.ts';
import { today } from '../../platform/days.ts';
import type { FieldError } from '../../platform/forms/posted-form.ts';
import { ConflictError, NotFoundError } from '../../platform/http/problem.ts';
import type { Crumb } from '../../views/page/breadcrumb.tsx';
import { sendPage } from '../../views/page/send-page.tsx';
import { type ActingPerson, type Actor, acting, requireActor, requireCan } from '../identity/index.ts';
import { findRound, type Round } from '../programme/index.ts';
import { isBaseline } from './planned-round.ts';
import type { IsRoundUsed, RoundStepOutcome } from './record-round-step.ts';
import { type RoundActionKind, type RoundFacts, type RoundRequirement, whyNotTaken } from './round-rules.ts';
import { RefusedRoundPage } from './views/round-form-pages.tsx';
import { planFaults } from './views/round-words.ts';
import type { WorkInRound } from './work-in-round.ts';

type RoundRequest = FastifyRequest<{ Params: { round: string } }>;

/** What is done in rounds, asked of the features in which that is. */
export interface WorkInRounds {
  readonly isRoundUsed: IsRoundUsed;
  readonly countWork: (connection: Connection, round: Round) => Promise<WorkInRound>;
}

export interface RoundsRouteContext extends AppContext, WorkInRounds {}

export const toWork: Crumb = { href: paths.workspace(), text: 'My work' };
export const toRounds: Crumb = { href: paths.rounds(), text: 'Rounds' };

export function requireManager(request: FastifyRequest): Actor {
  requireActor(request);
  return requireCan(request, 'round.manage');
}

/** The round of the address, and whoever is asking if they may look after it. */
export function requireRound(
  request: RoundRequest,
  { pack, clock }: AppContext,
): { readonly round: Round; readonly by: ActingPerson } {
  const actor = requireManager(request);
  const round = findRound(pack, request.params.round);
  if (round === undefined) {
    throw new NotFoundError('There is no such round. Look for it in the list of rounds.', toRounds);
  }
  return { round, by: acting(actor, 'round.manage', {}, clock()) };
}

/** What is mended by typing something else; null where the step was taken, or cannot be taken at all. */
export function typedError(outcome: RoundStepOutcome, kind: RoundActionKind): FieldError | null {
  switch (outcome.kind) {
    case 'ok':
    case 'changed-meanwhile':
      return null;
    case 'refused': {
      const field = fieldOf(outcome.code, kind);
      return field === undefined ? null : { field, message: outcome.reason };
    }
    default:
      return planFaults[outcome.kind];
  }
}

function fieldOf(code: RoundRequirement | 'not-from-this-state', kind: RoundActionKind): string | undefined {
  return kind === 'set-results-day' && code === 'not-past' ? 'results-on' : typedFor[code];
}

const toInstruments = { href: paths.instruments(), text: 'Go to the questionnaires' };

const typedFor: Readonly<Partial<Record<RoundRequirement | 'not-from-this-state', string>>> = {
  'not-before-others': 'due-on',
  'not-past': 'due-on',
  'another-day': 'due-on',
  'another-plan': 'label',
  'before-results': 'due-on',
  'after-deadline': 'results-on',
  'another-results-day': 'results-on',
};

export function refuseUnlessTaken(outcome: RoundStepOutcome, { id }: Round): void {
  const toRound = { href: paths.round(id), text: 'Go to the round' };
  if (outcome.kind === 'changed-meanwhile') {
    throw new ConflictError(
      'Somebody else has changed this round since you opened the page. Nothing was changed by you.',
      toRound,
    );
  }
  if (outcome.kind === 'refused') {
    const toMend = outcome.code === 'activated' ? toInstruments : toRound;
    throw new ConflictError(`${outcome.reason}. Nothing was changed.`, toMend);
  }
}

interface FormPage {
  readonly round: Round;
  readonly title: string;
  readonly errors?: readonly FieldError[];
}

export function sendForm(
  request: FastifyRequest,
  reply: FastifyReply,
  { round, title, errors = [] }: FormPage,
  body: ReactNode,
) {
  const crumb = { href: paths.round(round.id), text: round.label };
  return sendRoundPage(request, reply, { title, errors, body, crumbs: [crumb] });
}

/** What must be looked up to say which steps can be taken. */
export async function readRoundFacts(
  { database, pack, isRoundUsed }: RoundsRouteContext,
  round: Round,
): Promise<RoundFacts> {
  return {
    isUsed: await isRoundUsed(database, round.id),
    isBaseline: isBaseline(pack.rounds, round.id),
    resultsPublic: pack.resultsPublic,
  };
}

/** The form for a step, or why it cannot be taken: by the rule that decides once it is sent. */
export async function sendStepForm(
  request: FastifyRequest,
  reply: FastifyReply,
  context: RoundsRouteContext,
  { kind, ...page }: FormPage & { readonly kind: RoundActionKind },
  form: () => ReactNode | Promise<ReactNode>,
) {
  const { round } = page;
  const refusal = whyNotTaken(round, kind, today(context.clock), await readRoundFacts(context, round));
  const body = refusal === null ? await form() : <RefusedRoundPage round={round} kind={kind} refusal={refusal} />;
  return sendForm(request, reply, page, body);
}

interface RoundFormPage {
  readonly title: string;
  readonly errors: readonly FieldError[];
  readonly body: ReactNode;
  /** Below the list of rounds. */
  readonly crumbs?: readonly Crumb[];
}

export function sendRoundPage(
  request: FastifyRequest,
  reply: FastifyReply,
  { title, errors, body, crumbs = [] }: RoundFormPage,
) {
  return sendPage(request, reply, {
    title,
    section: 'workspace',
    status: errors.length > 0 ? 422 : 200,
    hasErrors: errors.length > 0,
    breadcrumbs: [toWork, toRounds, ...crumbs],
    body,
  });
}
