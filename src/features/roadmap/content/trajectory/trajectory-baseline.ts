import type { CapabilityGroup, MembershipRole } from '../../../programme/index.ts';
import { meanOfScores } from '../../../scoring/index.ts';
import type { GroupBaseline } from '../group-baseline.ts';

export interface BaselineMember {
  readonly organisationId: string;
  readonly role: MembershipRole;
  /** True when organisations of its type complete the self-assessment. */
  readonly assessed: boolean;
  /** Ids of the sections and themes in which nothing is asked of it. */
  readonly unasked: ReadonlySet<string>;
}

/** The score of a section or theme in a submitted assessment, at full precision; null when no scored answer stands behind it. */
export interface MemberSectionScore {
  readonly organisationId: string;
  readonly sectionId: string;
  readonly score: number | null;
}

const countedRoles: readonly MembershipRole[] = ['lead', 'core'];

/**
 * The baseline of the trajectory: for each capability group, the simple mean of its section's scores over the lead and
 * core members that complete the assessment. Associates and support bodies stay outside the footprint's figure, as a
 * trust listed as an associate did in 2016. Which averages the template used is general knowledge of the programme, not
 * read in a source.
 *
 * A member of whom nothing is asked in a group's section stays outside its mean, and is not missing there.
 *
 * Give only scores of submitted assessments. A member listed in two roles counts once. One that returned an assessment
 * for each of several care settings counts once too, with the mean of its own scores. Scores of organisations that are
 * not counted are ignored.
 */
export function trajectoryBaseline(
  capabilityGroups: readonly Pick<CapabilityGroup, 'id' | 'section'>[],
  members: readonly BaselineMember[],
  scores: readonly MemberSectionScore[],
): GroupBaseline[] {
  return capabilityGroups.map((group) => {
    const ofSection = scores.filter(({ sectionId }) => sectionId === group.section);
    const scored = new Set(ofSection.flatMap(({ organisationId, score }) => (score === null ? [] : [organisationId])));
    // One with a score was asked when it answered, whatever it is by now.
    const asked = members.filter(
      ({ organisationId, unasked }) => scored.has(organisationId) || !unasked.has(group.section),
    );
    return groupBaseline(group.id, countedMembers(asked), ofSection);
  });
}

/** Ids of the members whose assessments make up the baseline, each once, in order. */
export function countedMembers(members: readonly Omit<BaselineMember, 'unasked'>[]): string[] {
  const counted = members.filter(({ assessed, role }) => assessed && countedRoles.includes(role));
  return [...new Set(counted.map(({ organisationId }) => organisationId))].sort();
}

function groupBaseline(
  groupId: string,
  counted: readonly string[],
  ofSection: readonly MemberSectionScore[],
): GroupBaseline {
  const memberScores = counted.map((organisationId) => ({
    organisationId,
    score: ownScore(organisationId, ofSection),
  }));
  const { mean, n, missing } = meanOfScores(memberScores);
  const included = counted.filter((organisationId) => !missing.includes(organisationId));
  return { groupId, mean, n, included, missing };
}

function ownScore(organisationId: string, scores: readonly MemberSectionScore[]): number | null {
  const own = scores.flatMap((row) => (row.organisationId === organisationId ? (row.score ?? []) : []));
  if (own.length === 0) {
    return null;
  }
  return own.sort((a, b) => a - b).reduce((sum, score) => sum + score, 0) / own.length;
}
