import { by } from '../../platform/compare.ts';
import type { Instrument } from '../programme/index.ts';
import { type Answer, answersThatCount } from '../scoring/index.ts';
import { calibrateLevels, settleAnswers } from './calibrate-levels.ts';
import { type Drawing, draftAnswers, type IllustratedProvider } from './draft-answers.ts';

/**
 * Made-up answers for a set of providers whose national means are the published ones: for showing the service, never to
 * be taken for what an organisation said.
 *
 * Complete for every provider, with comments on a few. The same instrument, providers, seed and profile give the same
 * answers, in whatever order the providers come; the result is in order of organisation id. Adding a provider may move
 * others by an answer here and there, since the means are calibrated over all. With a handful of providers the means come
 * only as near as the steps of the scales allow. Throws RangeError when an organisation is given twice.
 */
export function illustrativeAnswers(
  instrument: Instrument,
  providers: readonly IllustratedProvider[],
  drawing: Drawing,
): ReadonlyMap<string, readonly Answer[]> {
  const drafts = providers
    .toSorted(by(({ organisationId }) => organisationId))
    .map((provider) => ({ provider, answers: draftAnswers(instrument, provider, drawing) }));
  const levels = calibrateLevels(instrument, drafts, drawing.profile);
  return new Map(
    drafts.map((draft) => {
      const { organisationId, careSetting } = draft.provider;
      return [organisationId, answersThatCount(instrument, careSetting, settleAnswers(draft, levels))];
    }),
  );
}
