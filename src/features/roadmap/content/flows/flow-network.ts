import { by } from '../../../../platform/compare.ts';
import { type Party, partyKey } from './flow.ts';
import { type FlowShares, type Going, sharesOn, type Ways } from './flow-shares.ts';

/** All that goes between two parties, whichever of them sends. */
export interface PartyLink extends FlowShares {
  /** Their keys, in order. */
  readonly between: readonly [string, string];
}

type Sent = Going & { readonly from: Party; readonly to: Party };

/** Between whom anything goes, and how much of it is digital on a day; null stands for the day of the plan itself. */
export function flowNetwork(flows: readonly Sent[], ways: Ways, on: string | null): PartyLink[] {
  const pairs = Map.groupBy(flows, ({ from, to }) => [partyKey(from), partyKey(to)].toSorted().join('\n'));
  return [...pairs].toSorted(by(([pair]) => pair)).map(([pair, between]) => {
    const [one = '', other = ''] = pair.split('\n');
    return { between: [one, other], ...sharesOn(between, ways, on) };
  });
}
