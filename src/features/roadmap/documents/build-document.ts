import { dayOf } from '../../../platform/days.ts';
import type { Footprint, Member } from '../../directory/index.ts';
import { getRound, type ProgrammePack, packOfRound } from '../../programme/index.ts';
import { amongMembers } from '../content/all-content.ts';
import type { RoadmapContent } from '../content/content-kinds.ts';
import { baselineOnDay } from '../content/trajectory/held-back-baseline.ts';
import type { FootprintBaseline } from '../content/trajectory/read-baseline.ts';
import type { RoadmapVersionRow } from '../versions/version-repository.ts';
import { freezeDocument, saltedSections } from './freeze-document.ts';
import type { RoadmapDocument } from './frozen-document.ts';

export interface DocumentInput {
  readonly pack: ProgrammePack;
  readonly footprint: Footprint;
  readonly members: readonly Member[];
  readonly version: Pick<RoadmapVersionRow, 'roundId' | 'number' | 'illustrative'>;
  readonly content: RoadmapContent;
  readonly baseline: FootprintBaseline;
  readonly frozenAt: Date;
  /** Gives ids no one can guess. */
  readonly newId: () => string;
}

/** The document of a version as it would be frozen at that instant. */
export function buildDocument(input: DocumentInput): RoadmapDocument {
  const { footprint, members, version, content, frozenAt } = input;
  const pack = packOfRound(input.pack, version.roundId);
  const round = getRound(pack, version.roundId);
  const baseline = baselineOnDay(pack, input.baseline, dayOf(frozenAt));
  // Two random ids: 244 bits nobody can guess, as hexadecimal digits.
  const salt = () => `${input.newId()}${input.newId()}`.replaceAll('-', '');
  return freezeDocument({
    pack,
    round: { id: round.id, label: round.label },
    baselineSource: baseline.source,
    footprint: {
      code: footprint.code,
      name: footprint.name,
      region: footprint.regions.length === 0 ? null : footprint.regions.map(({ name }) => name).join('; '),
      stps: footprint.stps.map(({ code, name }) => ({ code, name })),
    },
    versionNumber: version.number,
    frozenAt,
    illustrative: version.illustrative,
    members,
    content,
    baselines: baseline.groups,
    salts: Object.fromEntries(saltedSections(pack).map((id) => [id, salt()])),
  });
}

/**
 * The document of a draft, to be read before it is frozen. Rows of organisations that are no longer members, which `checkFreeze`
 * will not let through, are shown without them.
 */
export function previewDocument(input: DocumentInput): RoadmapDocument {
  const isMember = (id: string) => input.members.some(({ organisationId }) => organisationId === id);
  return buildDocument({ ...input, content: amongMembers(input.content, isMember) });
}
