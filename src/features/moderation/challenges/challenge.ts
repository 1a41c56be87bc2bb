import { checkedOnes, type Finding, isSameValue, type SavedFinding } from '../finding.ts';

/** Who said something, in which role and for whom. */
interface SaidBy {
  readonly personId: string;
  readonly personName: string;
  readonly onBehalfOf: string;
}

/** That an organisation does not agree with what was found of one answer, and what was answered to that. */
export interface Challenge {
  readonly questionId: string;
  /** The save of the finding that is challenged. */
  readonly revision: number;
  readonly reason: string;
  readonly by: SaidBy;
  readonly at: Date;
  /** Null while nobody has answered it. */
  readonly decision: ChallengeDecision | null;
}

export interface ChallengeDecision {
  /** Whether what was found stands, or something else is found instead. */
  readonly decision: 'stands' | 'upheld';
  readonly reason: string;
  readonly by: SaidBy;
  readonly at: Date;
}

/** Those that nobody has answered. */
export function openChallenges(challenges: readonly Challenge[]): Challenge[] {
  return challenges.filter(({ decision }) => decision === null);
}

/** The findings that can be challenged: of answers that were found otherwise, and each once. */
export function challengeable(findings: readonly SavedFinding[], challenges: readonly Challenge[]): SavedFinding[] {
  return checkedOnes(findings).filter(
    ({ questionId, finding }) =>
      finding.verdict === 'other' && challenges.every((challenge) => challenge.questionId !== questionId),
  );
}

/** The save that a challenge is about. */
export function challengedFinding(
  saves: readonly SavedFinding[],
  { questionId, revision }: Pick<Challenge, 'questionId' | 'revision'>,
): SavedFinding | null {
  return saves.find((save) => save.questionId === questionId && save.revision === revision) ?? null;
}

/** What it comes to that something is found after a challenge. */
export function decisionOf(challenged: Finding, found: Finding): ChallengeDecision['decision'] {
  return found.verdict === challenged.verdict && isSameValue(found.value, challenged.value) ? 'stands' : 'upheld';
}

/** Why somebody may not answer a challenge, as a sentence without its stop; null where they may. A second person looks at it. */
export function whyNotDecide(
  personId: string,
  challenge: Pick<Challenge, 'by'>,
  challenged: Pick<SavedFinding, 'by'>,
): string | null {
  if (challenged.by.personId === personId) {
    return 'You found this yourself, so somebody else answers the challenge: another person in the region, or of the national team';
  }
  return challenge.by.personId === personId ? 'You made this challenge, so somebody else answers it' : null;
}
