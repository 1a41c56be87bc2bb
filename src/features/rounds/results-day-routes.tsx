import type { FastifyInstance } from 'fastify';
import { paths } from '../../paths.ts';
import { today } from '../../platform/days.ts';
import { type FieldError, postedForm } from '../../platform/forms/posted-form.ts';
import type { TypedForm } from '../../platform/forms/typed-form.ts';
import { formatDate } from '../../views/format.ts';
import { redirectWithSuccess } from '../../views/page/success.ts';
import type { Round } from '../programme/index.ts';
import { parseResultsForm } from './parse-round-forms.ts';
import { recordRoundStep } from './record-round-step.ts';
import {
  type RoundsRouteContext,
  refuseUnlessTaken,
  requireRound,
  sendForm,
  sendStepForm,
  typedError,
} from './round-frame.tsx';
import { ResultsDayPage } from './views/results-day-page.tsx';

/** Setting the day from which the results of a round are public, all of them at once. */
export function resultsDayRoutes(app: FastifyInstance, context: RoundsRouteContext): void {
  const address = '/workspace/programme/rounds/:round/results';
  const title = 'Set the day of the results';
  const { pack, clock } = context;
  const page = (round: Round, typed: TypedForm, errors: readonly FieldError[]) => (
    <ResultsDayPage pack={pack} round={round} today={today(clock)} typed={typed} errors={errors} />
  );

  app.get<{ Params: { round: string } }>(address, async (request, reply) => {
    const { round } = requireRound(request, context);
    return sendStepForm(request, reply, context, { round, title, kind: 'set-results-day' }, () => page(round, {}, []));
  });

  app.post<{ Params: { round: string } }>(address, async (request, reply) => {
    const { round, by } = requireRound(request, context);
    const parsed = parseResultsForm(postedForm(request.body), today(clock));
    const again = (errors: readonly FieldError[]) =>
      sendForm(request, reply, { round, title, errors }, page(round, parsed.typed, errors));
    if (parsed.kind === 'errors') {
      return again(parsed.errors);
    }
    const { resultsOn, reason, after } = parsed.value;
    const action = { kind: 'set-results-day', resultsOn, reason } as const;
    const outcome = await recordRoundStep(context, { round, after, action }, by);
    const error = typedError(outcome, action.kind);
    if (error !== null) {
      return again([error]);
    }
    refuseUnlessTaken(outcome, round);
    const message = `The results of “${round.label}” are public from ${formatDate(resultsOn)}`;
    return redirectWithSuccess(reply, paths.round(round.id), message);
  });
}
