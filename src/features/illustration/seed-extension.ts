import type { AppContext } from '../../context.ts';
import { today } from '../../platform/days.ts';
import { planningRound } from '../programme/index.ts';
import { recordRoundStep } from '../rounds/index.ts';
import type { DemonstrationPersona, RoadmapIllustration } from './illustration.ts';
import { actingAsPersona } from './invented-people.ts';

/**
 * Gives everybody the invented extension of the planning round, as the first thing that is done about that round. A demonstration whose
 * clock has not come to the day of it, because an earlier version began it, goes on without.
 */
export async function seedExtension(
  context: AppContext,
  { extension }: RoadmapIllustration,
  people: readonly DemonstrationPersona[],
): Promise<void> {
  if (extension === null || today(context.clock) < extension.on) {
    return;
  }
  const round = planningRound(context.pack, extension.on);
  if (round === undefined) {
    throw new Error('The illustrative extension is of no round');
  }
  const { on, dueOn, reason } = extension;
  const by = actingAsPersona(extension.by, on, people);
  const action = { kind: 'extend', scope: { kind: 'all', id: '', name: '' }, dueOn, reason } as const;
  // Nothing is asked of a round that is extended.
  const isRoundUsed = async () => true;
  const outcome = await recordRoundStep({ ...context, isRoundUsed }, { round, after: 0, action }, by);
  // Where something was done about the round before, it is there already or a visitor has decided otherwise.
  if (outcome.kind !== 'ok' && outcome.kind !== 'changed-meanwhile') {
    throw new Error(`The illustrative extension could not be given: ${JSON.stringify(outcome)}`);
  }
}
