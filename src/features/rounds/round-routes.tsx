import type { FastifyInstance } from 'fastify';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { by as inOrderOf } from '../../platform/compare.ts';
import { today } from '../../platform/days.ts';
import { type FieldError, postedForm } from '../../platform/forms/posted-form.ts';
import type { TypedForm } from '../../platform/forms/typed-form.ts';
import { formatDate } from '../../views/format.ts';
import { sendPage } from '../../views/page/send-page.tsx';
import { redirectWithSuccess } from '../../views/page/success.ts';
import { listAreas, listFootprints } from '../directory/index.ts';
import { dueOnFor, type Round, type RoundScope } from '../programme/index.ts';
import { findNamedScope } from '../search/index.ts';
import { type PlacesToChoose, parseExtensionForm, parseStepForm, type TypedExtension } from './parse-round-forms.ts';
import { correctionRoutes, newRoundRoutes } from './plan-round-routes.tsx';
import { hasTime, plansOver } from './planned-round.ts';
import { recordRoundStep } from './record-round-step.ts';
import { resultsDayRoutes } from './results-day-routes.tsx';
import type { WholeStep } from './round-consequences.ts';
import {
  type RoundsRouteContext,
  readRoundFacts,
  refuseUnlessTaken,
  requireManager,
  requireRound,
  sendForm,
  sendStepForm,
  toRounds,
  toWork,
  typedError,
  type WorkInRounds,
} from './round-frame.tsx';
import type { RoundAction } from './round-rules.ts';
import { CloseRoundPage, ExtendRoundPage, OpenRoundPage, WithdrawRoundPage } from './views/round-form-pages.tsx';
import { RoundPage } from './views/round-page.tsx';
import { RoundsPage } from './views/rounds-page.tsx';

/** Opening, extending and closing the rounds of the programme. */
export function roundRoutes(app: FastifyInstance, appContext: AppContext, work: WorkInRounds): void {
  const context = { ...appContext, ...work };
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
      body: (
        <RoundPage
          pack={context.pack}
          round={round}
          today={today(context.clock)}
          facts={await readRoundFacts(context, round)}
        />
      ),
    });
  });

  stepRoutes(app, context, { kind: 'open', Page: OpenRoundPage, title: 'Open the round', done: 'opened' });
  stepRoutes(app, context, { kind: 'close', Page: CloseRoundPage, title: 'Close the round', done: 'closed' });
  stepRoutes(app, context, {
    kind: 'withdraw',
    Page: WithdrawRoundPage,
    title: 'Withdraw the round',
    done: 'withdrawn',
  });
  extensionRoutes(app, context);
  resultsDayRoutes(app, context);
  correctionRoutes(app, context);
  newRoundRoutes(app, context);
}

interface StepKind {
  readonly kind: WholeStep;
  readonly Page: typeof OpenRoundPage;
  readonly title: string;
  /** What was done to the round. */
  readonly done: string;
}

function stepRoutes(app: FastifyInstance, context: RoundsRouteContext, { kind, Page, title, done }: StepKind): void {
  const address = `/workspace/programme/rounds/:round/${kind}`;
  const {
    database,
    clock,
    countWork,
    pack: { assessed },
  } = context;

  app.get<{ Params: { round: string } }>(address, async (request, reply) => {
    const { round } = requireRound(request, context);
    return sendStepForm(request, reply, context, { round, title, kind }, async () => (
      <Page
        round={round}
        assessed={assessed}
        work={await countWork(database, round)}
        today={today(clock)}
        {...untouched}
      />
    ));
  });

  app.post<{ Params: { round: string } }>(address, async (request, reply) => {
    const { round, by } = requireRound(request, context);
    const parsed = parseStepForm(postedForm(request.body));
    if (parsed.kind === 'errors') {
      const work = await countWork(database, round);
      const page = <Page round={round} assessed={assessed} work={work} today={today(clock)} {...parsed} />;
      return sendForm(request, reply, { round, title, ...parsed }, page);
    }
    const { reason, after } = parsed.value;
    const outcome = await recordRoundStep(context, { round, after, action: { kind, reason } }, by);
    refuseUnlessTaken(outcome, round);
    return redirectWithSuccess(
      reply,
      kind === 'withdraw' ? paths.rounds() : paths.round(round.id),
      `“${round.label}” was ${done} today, ${formatDate(today(clock))}`,
    );
  });
}

function extensionRoutes(app: FastifyInstance, context: RoundsRouteContext): void {
  const address = '/workspace/programme/rounds/:round/extend';
  const title = 'Extend the deadline';

  app.get<{ Params: { round: string } }>(address, async (request, reply) => {
    const { round } = requireRound(request, context);
    const places = await listPlaces(context, round);
    return sendStepForm(request, reply, context, { round, title, kind: 'extend' }, () => (
      <ExtendRoundPage {...aboutExtending(context, round)} places={places} {...untouched} />
    ));
  });

  app.post<{ Params: { round: string } }>(address, async (request, reply) => {
    const { round, by } = requireRound(request, context);
    const places = await listPlaces(context, round);
    const parsed = parseExtensionForm(postedForm(request.body), round, { places, today: today(context.clock) });
    const again = (typed: TypedForm, errors: readonly FieldError[]) =>
      sendForm(
        request,
        reply,
        { round, title, errors },
        <ExtendRoundPage {...aboutExtending(context, round)} places={places} typed={typed} errors={errors} />,
      );
    if (parsed.kind === 'errors') {
      return again(parsed.typed, parsed.errors);
    }
    const { typed } = parsed;
    const scope = await readScope(context, parsed.value);
    if ('message' in scope) {
      return again(typed, [{ field: parsed.value.scopeKind, message: scope.message }]);
    }
    const { dueOn, reason, after } = parsed.value;
    const action: RoundAction = { kind: 'extend', scope, dueOn, reason };
    const outcome = await recordRoundStep(context, { round, after, action }, by);
    const error = typedError(outcome, 'extend');
    if (error !== null) {
      return again(typed, [error]);
    }
    refuseUnlessTaken(outcome, round);
    const whom = scope.kind === 'all' ? 'everybody' : scope.name;
    const message = `The deadline for ${whom} is now ${formatDate(dueOn)}${afterAPlan(context, round, dueOn)}`;
    return redirectWithSuccess(reply, paths.round(round.id), message);
  });
}

function aboutExtending({ pack, clock }: AppContext, round: Round) {
  return { round, plans: plansOver(pack.rounds, round.id), today: today(clock) };
}

/** Of a place that has longer than everybody: which plan is due before that, so that it may start without it. */
function afterAPlan({ pack, clock }: AppContext, { id }: Round, dueOn: string): string {
  const [first] = plansOver(pack.rounds, id)
    .filter((plan) => hasTime(plan, today(clock)) && dueOnFor(plan) < dueOn)
    .toSorted(inOrderOf((plan: Round) => dueOnFor(plan)));
  return first === undefined
    ? ''
    : `. “${first.label}”, which takes its baseline from this round, is due before that, by ${formatDate(dueOnFor(first))}`;
}

const untouched = { typed: {}, errors: [] } as const;

/** For whom an extension is, by what was typed; null where there is no such place. */
async function readScope({ database, pack }: AppContext, { scopeKind, place }: TypedExtension) {
  if (scopeKind === 'all') {
    return { kind: 'all', id: '', name: '' } satisfies RoundScope;
  }
  const found = await findNamedScope(database, scopeKind, place, pack.positionOn);
  switch (found.kind) {
    case 'unclear':
      return { message: found.message };
    case 'unknown':
      return { message: `“${place}” is not known. Enter a name or a code, such as RL4` };
    case 'found':
      return { kind: scopeKind, id: found.scope.scopeId, name: found.scope.name } satisfies RoundScope;
  }
}

/** What an extension of the round can be for, by name. */
async function listPlaces({ database, pack }: AppContext, { kind }: Round): Promise<PlacesToChoose> {
  const [regions, footprints] = await Promise.all([
    listAreas(database, 'region', pack.positionOn),
    kind === 'roadmap' ? listFootprints(database, pack.positionOn) : [],
  ]);
  return {
    region: regions.map(({ code, name }) => ({ code, name })),
    footprint: footprints.map(({ slug, name }) => ({ code: slug, name })),
  };
}
