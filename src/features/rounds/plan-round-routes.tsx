import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { today } from '../../platform/days.ts';
import { type FieldError, postedForm } from '../../platform/forms/posted-form.ts';
import type { TypedForm } from '../../platform/forms/typed-form.ts';
import { formatDate } from '../../views/format.ts';
import { redirectWithSuccess } from '../../views/page/success.ts';
import { acting } from '../identity/index.ts';
import type { Round } from '../programme/index.ts';
import { beginRound } from './begin-round.ts';
import { parseCorrectionForm, parseRoundForm } from './parse-round-forms.ts';
import { planChoice } from './plan-choice.ts';
import type { PlanFault } from './planned-round.ts';
import { type RoundStepOutcome, recordRoundStep } from './record-round-step.ts';
import {
  type RoundsRouteContext,
  refuseUnlessTaken,
  requireManager,
  requireRound,
  sendForm,
  sendRoundPage,
  sendStepForm,
  typedAgain,
} from './round-frame.tsx';
import { CorrectRoundPage, NewRoundPage } from './views/plan-round-pages.tsx';

/** Planning a round on screen: of assessment, or of roadmaps. */
export function newRoundRoutes(app: FastifyInstance, context: AppContext): void {
  planRoutes(app, context, '/workspace/programme/new-round', 'assessment');
  planRoutes(app, context, '/workspace/programme/new-planning-round', 'roadmap');
}

function planRoutes(app: FastifyInstance, context: AppContext, address: string, kind: Round['kind']): void {
  const { pack, clock, database } = context;
  const send = (request: FastifyRequest, reply: FastifyReply, typed: TypedForm, errors: readonly FieldError[]) =>
    sendRoundPage(request, reply, {
      title: kind === 'assessment' ? 'Plan a round' : 'Plan a planning round',
      errors,
      body: <NewRoundPage choice={planChoice(pack, kind)} typed={typed} errors={errors} />,
    });

  app.get(address, async (request, reply) => {
    requireManager(request);
    return send(request, reply, {}, []);
  });

  app.post(address, async (request, reply) => {
    const by = acting(requireManager(request), 'round.manage', {}, clock());
    const form = postedForm(request.body);
    const parsed = parseRoundForm(form, planChoice(pack, kind), today(clock));
    if (parsed.kind === 'errors') {
      return send(request, reply, parsed.typed, parsed.errors);
    }
    const outcome = await beginRound({ database, pack }, parsed.value, by);
    if (outcome.kind !== 'ok') {
      return send(request, reply, typedAgain(form), [faults[outcome.kind]]);
    }
    const { opensOn, dueOn } = parsed.value;
    const opens = opensOn === today(clock) ? 'It is open from today' : `It opens by itself on ${formatDate(opensOn)}`;
    const oneDay = opensOn === dueOn ? ', and is due on the same day' : '';
    return redirectWithSuccess(reply, paths.round(outcome.roundId), `The round is planned. ${opens}${oneDay}`);
  });
}

/** A slip in what was planned is put right until somebody has begun to work in the round. */
export function correctionRoutes(app: FastifyInstance, context: RoundsRouteContext): void {
  const address = '/workspace/programme/rounds/:round/correct';
  const title = 'Correct the round';

  app.get<{ Params: { round: string } }>(address, async (request, reply) => {
    const { round } = requireRound(request, context);
    const choice = planChoice(context.pack, round.kind);
    return sendStepForm(request, reply, context, { round, title, kind: 'correct' }, () => (
      <CorrectRoundPage round={round} choice={choice} typed={typedPlan(round)} errors={[]} />
    ));
  });

  app.post<{ Params: { round: string } }>(address, async (request, reply) => {
    const { round, by } = requireRound(request, context);
    const form = postedForm(request.body);
    const days = { opensOn: round.opensOn, today: today(context.clock) };
    const choice = planChoice(context.pack, round.kind);
    const parsed = parseCorrectionForm(form, choice, days);
    const again = (typed: TypedForm, errors: readonly FieldError[]) =>
      sendForm(
        request,
        reply,
        { round, title, errors },
        <CorrectRoundPage round={round} choice={choice} typed={typed} errors={errors} />,
      );
    if (parsed.kind === 'errors') {
      return again(parsed.typed, parsed.errors);
    }
    const { after, ...plan } = parsed.value;
    const outcome = await recordRoundStep(context, { round, after, action: { kind: 'correct', ...plan } }, by);
    if (isFault(outcome)) {
      return again(typedAgain(form), [faults[outcome.kind]]);
    }
    if (outcome.kind === 'refused' && outcome.code === 'not-past') {
      return again(typedAgain(form), [{ field: 'due-on', message: outcome.reason }]);
    }
    refuseUnlessTaken(outcome, round);
    return redirectWithSuccess(reply, paths.round(round.id), 'The round is corrected');
  });
}

const faults: Readonly<Record<PlanFault, FieldError>> = {
  'name-taken': {
    field: 'label',
    message: 'There is a round whose name has the same letters and numbers. Give it another',
  },
  'baseline-gone': { field: 'baseline-round', message: 'This round of assessment was withdrawn. Choose another' },
  'baseline-late': {
    field: 'due-on',
    message: 'The deadline must not be before that of the round that the baseline is taken from',
  },
  'after-a-plan': {
    field: 'due-on',
    message: 'The deadline must not be after that of a planning round that takes its baseline from this round',
  },
};

function isFault(outcome: RoundStepOutcome): outcome is { readonly kind: PlanFault } {
  return outcome.kind in faults;
}

function typedPlan({ label, instrument, baselineRound, opensOn, dueOn }: Round): TypedForm {
  const over = { instrument: instrument ?? '', 'baseline-round': baselineRound ?? '' };
  return { label, ...over, 'opens-on': formatDate(opensOn), 'due-on': formatDate(dueOn) };
}
