import { by } from '../../../../platform/compare.ts';
import type { RoadmapPart } from '../../../programme/index.ts';
import type { RoadmapPack } from '../../roadmap.ts';
import { type FreezeFacts, type SectionKind, visibilityOfTable } from '../content-kind.ts';
import { type Risk, risksReader, risksTitle } from './risk.ts';

/** What a part names it by. */
export const risksAskedAs = 'risks';

export const risksStandIn = ({ tables }: RoadmapPart) => tables.includes(risksAskedAs);

/** The register. A document without risks has no such section, and so the bytes it had before there were any. */
export const risksSection = {
  ...risksReader,
  plan: (pack: RoadmapPack) => [
    // Naming a weakness before it is mended helps an attacker: without a part that says otherwise, nobody outside reads it.
    { id: 'risks', title: risksTitle, visibility: visibilityOfTable(pack, risksStandIn, 'assured') },
  ],
  hold: (risks: readonly Risk[], _facts: FreezeFacts) =>
    risks.length === 0 ? [] : [{ id: 'risks', content: { risks } }],
} satisfies SectionKind<readonly Risk[]>;

export function arrangeRisks(risks: readonly Risk[]): Risk[] {
  return risks.toSorted(by(({ id }) => id));
}
