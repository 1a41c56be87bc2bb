import { compareNames } from '../../../platform/compare.ts';
import { type AgreementBoard, agreementBoard, type BoardRow } from '../../agreement/index.ts';
import type { SubmissionRule } from '../../programme/index.ts';
import type { RoadmapMember } from '../roadmap.ts';
import type { VersionEndorsement } from './endorsement.ts';

export type VersionBoardRow = BoardRow<RoadmapMember, VersionEndorsement>;
export type VersionBoard = AgreementBoard<RoadmapMember, VersionEndorsement>;

/**
 * Who has decided what about the document with this digest, and who is still to decide: in order of role, then name; an
 * organisation in two roles stands once, in the first.
 */
export function endorsementBoard(
  members: readonly RoadmapMember[],
  endorsements: readonly VersionEndorsement[],
  digest: string | null,
  { mustEndorse, shareNeeded }: SubmissionRule,
): VersionBoard {
  const isNeeded = ({ role }: RoadmapMember) => mustEndorse.includes(role);
  return agreementBoard({ parties: eachOnce(members), isNeeded, shareNeeded }, endorsements, digest);
}

const roleOrder: readonly RoadmapMember['role'][] = ['lead', 'core', 'associate', 'support'];

function eachOnce(members: readonly RoadmapMember[]): RoadmapMember[] {
  const rank = (member: RoadmapMember) => roleOrder.indexOf(member.role);
  const ordered = members.toSorted((a, b) => rank(a) - rank(b) || compareNames(a.name, b.name));
  const isFirst = (member: RoadmapMember, index: number) =>
    ordered.findIndex(({ organisationId }) => organisationId === member.organisationId) === index;
  return ordered.filter(isFirst);
}
