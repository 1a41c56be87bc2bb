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
import { recordRoundStep } from './record-round-step.ts';
import {
  type RoundsRouteContext,
  refuseUnlessTaken,
  requireManager,
  requireRound,
  sendForm,
  sendRoundPage,
  typedAgain,
} from './round-frame.tsx';
import { whyNotCorrected } from './round-rules.ts';
import { CorrectRoundPage, NewRoundPage, UncorrectableRoundPage } from './views/plan-round-pages.tsx';

/** Planning a round of assessment on screen. */
export function newRoundRoutes(app: FastifyInstance, context: AppContext): void {
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
      return send(request, reply, typedAgain(form), [nameTaken]);
    }
    const { opensOn } = parsed.value;
    const opens = opensOn === today(clock) ? 'It is open from today' : `It opens by itself on ${formatDate(opensOn)}`;
    return redirectWithSuccess(reply, paths.round(outcome.roundId), `The round is planned. ${opens}`);
  });
}

/** A slip in what was planned is put right until somebody has begun to work in the round. */
export function correctionRoutes(app: FastifyInstance, context: RoundsRouteContext): void {
  const address = '/workspace/programme/rounds/:round/correct';
  const title = 'Correct the round';
  const { instruments } = context.pack;

  app.get<{ Params: { round: string } }>(address, async (request, reply) => {
    const { round } = requireRound(request, context);
    const isUsed = await context.isRoundUsed(context.database, round.id);
    const refusal = whyNotCorrected(round, today(context.clock), isUsed);
    const page =
      refusal === null ? (
        <CorrectRoundPage round={round} instruments={instruments} typed={typedPlan(round)} errors={[]} />
      ) : (
        <UncorrectableRoundPage round={round} refusal={refusal} />
      );
    return sendForm(request, reply, { round, title }, page);
  });

  app.post<{ Params: { round: string } }>(address, async (request, reply) => {
    const { round, by } = requireRound(request, context);
    const form = postedForm(request.body);
    const days = { opensOn: round.opensOn, today: today(context.clock) };
    const ids = instruments.map(({ id }) => id);
    const parsed = parseCorrectionForm(form, ids, days);
    const again = (typed: TypedForm, errors: readonly FieldError[]) =>
      sendForm(
        request,
        reply,
        { round, title, errors },
        <CorrectRoundPage round={round} instruments={instruments} typed={typed} errors={errors} />,
      );
    if (parsed.kind === 'errors') {
      return again(parsed.typed, parsed.errors);
    }
    const { after, ...plan } = parsed.value;
    const outcome = await recordRoundStep(context, { round, after, action: { kind: 'correct', ...plan } }, by);
    if (outcome.kind === 'name-taken') {
      return again(typedAgain(form), [nameTaken]);
    }
    if (outcome.kind === 'refused' && outcome.code === 'not-past') {
      return again(typedAgain(form), [{ field: 'due-on', message: outcome.reason }]);
    }
    refuseUnlessTaken(outcome, round);
    return redirectWithSuccess(reply, paths.round(round.id), 'The round is corrected');
  });
}

const nameTaken: FieldError = {
  field: 'label',
  message: 'There is a round whose name has the same letters and numbers. Give it another',
};

function typedPlan({ label, instrument, opensOn, dueOn }: Round): TypedForm {
  return { label, instrument: instrument ?? '', 'opens-on': formatDate(opensOn), 'due-on': formatDate(dueOn) };
}
