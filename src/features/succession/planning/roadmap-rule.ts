import { type Finding, finding } from '../../../platform/check-result.ts';
import { countOf, listInWords } from '../../../views/format.ts';
import { type VersionState, versionStateLabels } from '../../roadmap/index.ts';
import type { Change, CitedVersion } from '../change.ts';
import type { SituationVersion } from '../facts.ts';
import type { Consequence } from './plan.ts';
import type { SituationFootprint } from './situation.ts';

/** What becomes of the roadmap of one footprint that ends or whose members change. */
export interface RoadmapOutcome {
  readonly changes: readonly Change[];
  /** Versions for the draft of what comes after to cite. */
  readonly cites: readonly CitedVersion[];
  readonly consequences: readonly Consequence[];
  readonly blockers: readonly Finding[];
}

const inJudgement: ReadonlySet<VersionState> = new Set(['submitted', 'under-review', 'cleared']);

/** The rules for roadmaps being written, published ones and endorsements. `reason` is read by those whose endorsement lapses. */
export function roadmapOutcome(footprint: SituationFootprint, reason: string): RoadmapOutcome {
  const { version, earlier, beside, name } = footprint;
  const undecided = [...(version === null ? [] : [version]), ...earlier].filter(({ state }) => inJudgement.has(state));
  if (undecided.length > 0) {
    return { changes: [], cites: [], consequences: [], blockers: undecided.map((one) => decideFirst(name, one)) };
  }
  if (version === null) {
    return { changes: [], cites: [], consequences: publications(footprint), blockers: [] };
  }
  const { versionId, number, state, digest } = version;
  const readable = [version, ...beside];
  const isOpen = state === 'endorsement' && digest !== null;
  return {
    changes: isOpen ? [{ kind: 'withdraw-version', versionId, number, digest, reason }] : [],
    cites: readable.map((one) => ({ versionId: one.versionId, footprintName: name, number: one.number })),
    consequences: [
      ...(isOpen ? [lapse(footprint, digest, reason)] : []),
      ...readable.map((one) => stays(name, one)),
      ...publications(footprint),
    ],
    blockers: [],
  };
}

function stays(name: string, { number, state }: SituationVersion): Consequence {
  const text = `Version ${number} of ${name} (“${versionStateLabels[state]}”) stays readable where it is.`;
  return { rule: 'roadmaps', text };
}

function decideFirst(name: string, { number, state }: SituationVersion): Finding {
  const message = `Version ${number} of the roadmap of ${name} stands at “${versionStateLabels[state]}”. Decide on it first: publish it, ask for changes, or take its clearance back`;
  return finding('roadmap-in-judgement', name, message);
}

function lapse({ name, version, endorsements }: SituationFootprint, digest: string, reason: string): Consequence {
  const what = `Version ${version?.number ?? 0} of ${name} goes back to draft (${reason}).`;
  const who = endorsements.map(({ organisationName }) => organisationName);
  const lapsing =
    who.length === 0
      ? 'Nobody had decided on it yet.'
      : `${countOf(who.length, 'decision lapses', 'decisions lapse')}: of ${listInWords(who)}, on the document with digest ${digest}.`;
  return { rule: 'endorsements', text: `${what} ${lapsing} The document stays readable.` };
}

function publications({ name, published }: SituationFootprint): Consequence[] {
  if (published.length === 0) {
    return [];
  }
  const which = published.length === 1 ? `Version ${published[0]}` : `Versions ${listInWords(published.map(String))}`;
  const stay = published.length === 1 ? 'stays' : 'stay';
  return [{ rule: 'publications', text: `${which} of ${name} ${stay} published under ${name}.` }];
}
