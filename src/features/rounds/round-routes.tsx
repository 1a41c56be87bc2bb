import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ReactNode } from 'react';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { today } from '../../platform/days.ts';
import { type FieldError, postedForm, textOf } from '../../platform/forms/posted-form.ts';
import type { TypedForm } from '../../platform/forms/typed-form.ts';
import { ConflictError, NotFoundError } from '../../platform/http/problem.ts';
import { formatDate } from '../../views/format.ts';
import type { Crumb } from '../../views/page/breadcrumb.tsx';
import { sendPage } from '../../views/page/send-page.tsx';
import { redirectWithSuccess } from '../../views/page/success.ts';
import { type ActingPerson, type Actor, acting, requireActor, requireCan } from '../identity/index.ts';
import { findScope } from '../people/index.ts';
import { findRound, type Round, type RoundScope } from '../programme/index.ts';
import { beginRound } from './begin-round.ts';
import {
  parseExtensionForm,
  parseRoundForm,
  parseStepForm,
  placeWords,
  type TypedExtension,
} from './parse-round-forms.ts';
import { type RoundStepOutcome, recordRoundStep } from './record-round-step.ts';
import type { RoundAction, RoundRequirement } from './round-rules.ts';
import { NewRoundPage } from './views/new-round-page.tsx';
import { CloseRoundPage, ExtendRoundPage, OpenRoundPage, WithdrawRoundPage } from './views/round-form-pages.tsx';
import { RoundPage } from './views/round-page.tsx';
import { RoundsPage } from './views/rounds-page.tsx';

type RoundRequest = FastifyRequest<{ Params: { round: string } }>;

/** Opening, extending and closing the rounds of the programme. */
export function roundRoutes(app: FastifyInstance, context: AppContext): void {
  app.get('/workspace/programme/rounds', async (request, reply) => {
    requireManager(request);
    return sendPage(request, reply, {
      title: 'Rounds',
      section: 'workspace',
      breadcrumbs: [toWork],
      body: <RoundsPage rounds={context.pack.rounds} today={today(context.clock)} />,
    });
  });

  app.get<{ Params: { round: string } }>('/workspace/programme/rounds/:round', async (request, reply) => {
    const { round } = requireRound(request, context);
    return sendPage(request, reply, {
      title: round.label,
      section: 'workspace',
      breadcrumbs: [toWork, toRounds],
      body: <RoundPage pack={context.pack} round={round} today={today(context.clock)} />,
    });
  });

  stepRoutes(app, context, { kind: 'open', Page: OpenRoundPage, title: 'Open the round', done: 'is open' });
  stepRoutes(app, context, { kind: 'close', Page: CloseRoundPage, title: 'Close the round', done: 'is closed' });
  stepRoutes(app, context, {
    kind: 'withdraw',
    Page: WithdrawRoundPage,
    title: 'Withdraw the round',
    done: 'is withdrawn',
  });
  extensionRoutes(app, context);
  newRoundRoutes(app, context);
}

function newRoundRoutes(app: FastifyInstance, context: AppContext): void {
  const { pack, clock, database } = context;
  const send = (request: FastifyRequest, reply: FastifyReply, typed: TypedForm, errors: readonly FieldError[]) =>
    sendRoundPage(request, reply, {
      title: 'Plan a round',
      errors,
      body: <NewRoundPage instruments={pack.instruments} typed={typed} errors={errors} />,
    });

  app.get('/workspace/programme/new-round', async (request, reply) => {
    requireManager(request);
    return send(request, reply, {}, []);
  });

  app.post('/workspace/programme/new-round', async (request, reply) => {
    const by = acting(requireManager(request), 'round.manage', {}, clock());
    const form = postedForm(request.body);
    const instruments = pack.instruments.map(({ id }) => id);
    const parsed = parseRoundForm(form, instruments, today(clock));
    if (parsed.kind === 'errors') {
      return send(request, reply, parsed.typed, parsed.errors);
    }
    const outcome = await beginRound({ database, pack }, parsed.value, by);
    if (outcome.kind === 'name-taken') {
      const message = 'There is, or was, a round whose name has the same letters and numbers. Give it another';
      return send(request, reply, typedAgain(form), [{ field: 'label', message }]);
    }
    const { opensOn } = parsed.value;
    const opens = opensOn === today(clock) ? 'It is open from today' : `It opens by itself on ${formatDate(opensOn)}`;
    return redirectWithSuccess(reply, paths.round(outcome.roundId), `The round is planned. ${opens}`);
  });
}

interface StepKind {
  readonly kind: 'open' | 'close' | 'withdraw';
  readonly Page: typeof OpenRoundPage;
  readonly title: string;
  /** What the round is then. */
  readonly done: string;
}

function stepRoutes(app: FastifyInstance, context: AppContext, { kind, Page, title, done }: StepKind): void {
  const address = `/workspace/programme/rounds/:round/${kind}`;

  app.get<{ Params: { round: string } }>(address, async (request, reply) => {
    const { round } = requireRound(request, context);
    return sendForm(request, reply, { round, title }, <Page round={round} {...untouched} />);
  });

  app.post<{ Params: { round: string } }>(address, async (request, reply) => {
    const { round, by } = requireRound(request, context);
    const form = postedForm(request.body);
    const parsed = parseStepForm(form);
    if (parsed.kind === 'errors') {
      return sendForm(request, reply, { round, title, ...parsed }, <Page round={round} {...parsed} />);
    }
    const { reason, after } = parsed.value;
    const outcome = await recordRoundStep(context.database, { round, after, action: { kind, reason } }, by);
    refuseUnlessTaken(outcome, round);
    return redirectWithSuccess(
      reply,
      kind === 'withdraw' ? paths.rounds() : paths.round(round.id),
      `The round ${done}`,
    );
  });
}

function extensionRoutes(app: FastifyInstance, context: AppContext): void {
  const address = '/workspace/programme/rounds/:round/extend';
  const title = 'Extend the deadline';

  app.get<{ Params: { round: string } }>(address, async (request, reply) => {
    const { round } = requireRound(request, context);
    return sendForm(request, reply, { round, title }, <ExtendRoundPage round={round} {...untouched} />);
  });

  app.post<{ Params: { round: string } }>(address, async (request, reply) => {
    const { round, by } = requireRound(request, context);
    const form = postedForm(request.body);
    const parsed = parseExtensionForm(form, round);
    const again = (typed: TypedForm, errors: readonly FieldError[]) =>
      sendForm(
        request,
        reply,
        { round, title, errors },
        <ExtendRoundPage round={round} typed={typed} errors={errors} />,
      );
    if (parsed.kind === 'errors') {
      return again(parsed.typed, parsed.errors);
    }
    const typed = typedAgain(form);
    const scope = await readScope(context, parsed.value);
    if (scope === null) {
      return again(typed, [{ field: 'place', message: unknownPlace(parsed.value) }]);
    }
    const { dueOn, reason, after } = parsed.value;
    const action: RoundAction = { kind: 'extend', scope, dueOn, reason };
    const outcome = await recordRoundStep(context.database, { round, after, action }, by);
    if (outcome.kind === 'refused' && outcome.code !== 'not-from-this-state') {
      return again(typed, [{ field: fieldOf[outcome.code], message: outcome.reason }]);
    }
    refuseUnlessTaken(outcome, round);
    const whom = scope.kind === 'all' ? 'everybody' : scope.name;
    return redirectWithSuccess(reply, paths.round(round.id), `The deadline for ${whom} is now ${formatDate(dueOn)}`);
  });
}

const untouched = { typed: {}, errors: [] } as const;
const toWork: Crumb = { href: paths.workspace(), text: 'My work' };
const toRounds: Crumb = { href: paths.rounds(), text: 'Rounds' };

const fieldOf: Readonly<Record<RoundRequirement, string>> = {
  reason: 'reason',
  'planned-here': 'reason',
  'not-before-others': 'due-on',
  'not-past': 'due-on',
  'another-day': 'due-on',
};

function requireManager(request: FastifyRequest): Actor {
  requireActor(request);
  return requireCan(request, 'round.manage');
}

/** The round of the address, and whoever is asking if they may look after it. */
function requireRound(
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

/** For whom an extension is, by what was typed; null where there is no such place. */
async function readScope({ database, pack }: AppContext, { scopeKind, place }: TypedExtension) {
  if (scopeKind === 'all') {
    return { kind: 'all', id: '', name: '' } satisfies RoundScope;
  }
  const found = await findScope(database, scopeKind, place, pack.positionOn);
  return found && ({ kind: scopeKind, id: found.scopeId, name: found.name } satisfies RoundScope);
}

function unknownPlace({ scopeKind, place }: TypedExtension): string {
  return scopeKind === 'all' ? '' : `“${place}” is not known. Enter ${placeWords[scopeKind]}`;
}

function typedAgain(form: ReturnType<typeof postedForm>): TypedForm {
  return Object.fromEntries(
    ['scope', 'place', 'label', 'instrument', 'opens-on', 'due-on', 'reason'].map((field) => [
      field,
      textOf(form, field),
    ]),
  );
}

function refuseUnlessTaken(outcome: RoundStepOutcome, { id }: Round): void {
  const toRound = { href: paths.round(id), text: 'Go to the round' };
  if (outcome.kind === 'changed-meanwhile') {
    throw new ConflictError(
      'Somebody else has changed this round since you opened the page. Nothing was changed by you.',
      toRound,
    );
  }
  if (outcome.kind === 'refused') {
    throw new ConflictError(`${outcome.reason}. Nothing was changed.`, toRound);
  }
}

interface FormPage {
  readonly round: Round;
  readonly title: string;
  readonly errors?: readonly FieldError[];
}

function sendForm(
  request: FastifyRequest,
  reply: FastifyReply,
  { round, title, errors = [] }: FormPage,
  body: ReactNode,
) {
  const crumb = { href: paths.round(round.id), text: round.label };
  return sendRoundPage(request, reply, { title, errors, body, crumbs: [crumb] });
}

interface RoundFormPage {
  readonly title: string;
  readonly errors: readonly FieldError[];
  readonly body: ReactNode;
  /** Below the list of rounds. */
  readonly crumbs?: readonly Crumb[];
}

function sendRoundPage(
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
