import { type CheckResult, type Finding, finding } from '../../../platform/check-result.ts';
import type { ProgrammePack } from '../../programme/index.ts';
import type { ContentCheckInput } from '../content/content-kind.ts';
import { eachKind, type RoadmapContent } from '../content/content-kinds.ts';
import { checkCoherence } from './check-coherence.ts';

export interface FreezeCheckInput extends ContentCheckInput {
  readonly content: RoadmapContent;
}

/**
 * Whether a draft says enough to be put before its members: what each kind of content finds of its own, and what shows only
 * where several are held together: whether the plan hangs together, and members without an assessment.
 */
export function checkFreeze(input: FreezeCheckInput): CheckResult {
  const results = eachKind((kind, of) => kind.check(of(input.content), input));
  return {
    blockers: results.flatMap(({ blockers }) => blockers),
    warnings: [
      ...results.flatMap(({ warnings }) => warnings),
      ...checkCoherence(input),
      ...membersWithoutAssessment(input),
    ],
  };
}

function membersWithoutAssessment({ baselines, members, pack }: FreezeCheckInput): Finding[] {
  const missingIn = (id: string) => baselines.filter(({ missing }) => missing.includes(id));
  const ids = [...new Set(baselines.flatMap(({ missing }) => missing))].sort();
  return ids.map((id) => {
    const name = members.find(({ organisationId }) => organisationId === id)?.name ?? id;
    const groups = missingIn(id).map((baseline) => labelOf(pack, baseline.groupId));
    const where = groups.length === baselines.length ? 'the baseline' : `the baseline of ${groups.join('; ')}`;
    const message = `${name} has no submitted score and is not counted in ${where}`;
    return finding('member-without-assessment', id, message);
  });
}

function labelOf(pack: Pick<ProgrammePack, 'capabilityGroups'>, groupId: string): string {
  return pack.capabilityGroups.find(({ id }) => id === groupId)?.label ?? groupId;
}
