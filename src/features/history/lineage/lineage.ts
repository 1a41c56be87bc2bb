import { by } from '../../../platform/compare.ts';
import { endsOf, walkSuccession } from '../../register/index.ts';
import type { LineageLink, LineageParty } from '../timeline/past.ts';

/** What came before and after, one step each way, and what it has come to by now. */
export interface Lineage {
  readonly predecessors: readonly Step[];
  readonly successors: readonly Step[];
  /** Where the way onwards ends, by way of all that came after; empty where it goes on itself or nothing came after. */
  readonly became: readonly Step[];
}

export interface Step {
  readonly party: LineageParty;
  /** The first day of what came after. */
  readonly on: string;
  readonly kind: LineageLink['kind'];
  /** True where the predecessor goes on beside its successor. */
  readonly isPart: boolean;
  /** True where the predecessor is there after it all the same: what a later file says was taken against the record of its end. */
  readonly isContradicted: boolean;
}

/** Events that leave nothing of what they begin with. */
const ends: ReadonlySet<LineageLink['kind']> = new Set(['merge', 'split', 'closure']);

/** The lineage of `id` from every link before and after it. */
export function lineageOf(id: string, links: readonly LineageLink[]): Lineage {
  const goesOn = new Set(links.filter(({ predecessor, successor }) => successor?.id === predecessor.id).map(stayKey));
  const step = (party: LineageParty, link: LineageLink): Step => ({
    party,
    on: link.effectiveOn,
    kind: link.kind,
    isPart: goesOn.has(stayKey(link)),
    isContradicted: link.predecessorStays === true && ends.has(link.kind) && !goesOn.has(stayKey(link)),
  });
  const proper = links.filter(({ predecessor, successor }) => successor?.id !== predecessor.id);
  const onwards = proper.flatMap((link) => (link.successor === null ? [] : [{ link, party: link.successor }]));
  const successors = onwards
    .filter(({ link }) => link.predecessor.id === id)
    .map(({ link, party }) => step(party, link))
    .toSorted(byDay);
  const isThere = successors.some(({ isContradicted }) => isContradicted);
  return {
    predecessors: onwards
      .filter(({ party }) => party.id === id)
      .map(({ link }) => step(link.predecessor, link))
      .toSorted(byDay),
    successors,
    became: (isThere ? [] : endsReached(id, links)).flatMap((end) => {
      const last = onwards
        .filter(({ party }) => party.id === end)
        .toSorted((one, other) => byDay(step(one.party, one.link), step(other.party, other.link)))
        .at(-1);
      return last === undefined ? [] : [step(last.party, last.link)];
    }),
  };
}

function stayKey({ eventId, predecessor }: LineageLink): string {
  return `${eventId} ${predecessor.id}`;
}

const byDay = by<Step>(({ on, party }) => `${on} ${party.id}`);

function endsReached(id: string, links: readonly LineageLink[]): string[] {
  const steps = links.map(({ predecessor, successor, effectiveOn }) => ({
    predecessorId: predecessor.id,
    successorId: successor?.id ?? null,
    effectiveOn,
  }));
  const ends = endsOf(walkSuccession(steps, id, { from: '0000-01-01', until: '9999-12-31' }));
  return ends.includes(id) ? [] : ends;
}
