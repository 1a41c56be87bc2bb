import type { Footprint, Member } from '../directory/index.ts';
import { type Action, type Actor, can, type Subject } from '../identity/index.ts';
import type { MembersDifference } from '../register/index.ts';
import type { RoadmapMember } from './roadmap.ts';
import type { RoadmapVersionRow } from './versions/version-repository.ts';
import { acceptsEdits } from './versions/version-state.ts';

/** Where a page of a footprint's roadmap stands: whose it is, which version is current, and who looks at it. */
export interface RoadmapPlace {
  readonly footprint: Footprint;
  readonly members: readonly Member[];
  readonly subject: Subject;
  readonly actor: Actor;
  /** Null before the first version is begun. */
  readonly version: RoadmapVersionRow | null;
}

/** A place whose roadmap has been begun. */
export interface VersionPlace extends RoadmapPlace {
  readonly version: RoadmapVersionRow;
  /** Whom the document of the version names; of a draft, which has none, the members there are. */
  readonly named: readonly RoadmapMember[];
  /** How the members are others now than those named; null where they are the same. */
  readonly membersSince: MembersDifference | null;
}

/** Whose roles count for the roadmap of a footprint: its own, those of its members and those of its regions. */
export function subjectAt({ footprint, members }: Pick<RoadmapPlace, 'footprint' | 'members'>): Subject {
  return {
    footprintIds: [footprint.areaId],
    organisationIds: members.map(({ organisationId }) => organisationId),
    regionIds: footprint.regions.map(({ areaId }) => areaId),
  };
}

export function may({ actor, subject }: RoadmapPlace, action: Action): boolean {
  return can(actor, action, subject);
}

/** Whether the person may write in the current version: it is a draft, and theirs to edit. */
export function mayWrite(place: VersionPlace): boolean {
  return acceptsEdits(place.version.state) && may(place, 'roadmap.edit');
}
