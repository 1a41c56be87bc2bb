import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { today } from '../../platform/days.ts';
import { type FieldError, postedForm } from '../../platform/forms/posted-form.ts';
import type { TypedForm } from '../../platform/forms/typed-form.ts';
import { formatDate } from '../../views/format.ts';
import { redirectWithSuccess } from '../../views/page/success.ts';
import { acting } from '../identity/index.ts';
import type { Round, RoundPlan } from '../programme/index.ts';
import { beginRound } from './begin-round.ts';
import { parseCorrectionForm, parseRoundForm } from './parse-round-forms.ts';
import { planChoice } from './plan-choice.ts';
import { recordRoundStep } from './record-round-step.ts';
import {
  type RoundsRouteContext,
  refuseUnlessTaken,
  requireManager,
  requireRound,
  sendForm,
  sendRoundPage,
  sendStepForm,
  typedError,
} from './round-frame.tsx';
import { CorrectRoundPage, NewRoundPage } from './views/plan-round-pages.tsx';
import { planFaults } from './views/round-words.ts';

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
    const parsed = parseRoundForm(postedForm(request.body), planChoice(pack, kind), today(clock));
    if (parsed.kind === 'errors') {
      return send(request, reply, parsed.typed, parsed.errors);
    }
    const outcome = await beginRound({ database, pack }, parsed.value, by);
    if (outcome.kind !== 'ok') {
      return send(request, reply, parsed.typed, [planFaults[outcome.kind]]);
    }
    const message = `The round is planned. ${daysInWords(parsed.value, today(clock))}`;
    return redirectWithSuccess(reply, paths.round(outcome.roundId), message);
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
    const days = { opensOn: round.opensOn, today: today(context.clock) };
    const choice = planChoice(context.pack, round.kind);
    const parsed = parseCorrectionForm(postedForm(request.body), choice, days);
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
    const error = typedError(outcome, 'correct');
    if (error !== null) {
      return again(parsed.typed, [error]);
    }
    refuseUnlessTaken(outcome, round);
    const message = `The round is corrected. ${daysInWords(plan, days.today)}`;
    return redirectWithSuccess(reply, paths.round(round.id), message);
  });
}

/** When a round begins and when it is due, as it was just said. */
function daysInWords({ opensOn, dueOn }: Pick<RoundPlan, 'opensOn' | 'dueOn'>, today: string): string {
  const day = formatDate(opensOn);
  const opens =
    opensOn > today ? `It opens by itself on ${day}` : `Its first day is ${opensOn === today ? 'today, ' : ''}${day}`;
  return `${opens}, and it is due ${opensOn === dueOn ? 'on the same day' : `by ${formatDate(dueOn)}`}`;
}

function typedPlan({ label, instrument, baselineRound, opensOn, dueOn }: Round): TypedForm {
  const over = { instrument: instrument ?? '', 'baseline-round': baselineRound ?? '' };
  return { label, ...over, 'opens-on': formatDate(opensOn), 'due-on': formatDate(dueOn) };
}
