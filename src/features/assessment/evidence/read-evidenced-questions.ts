import type { Connection } from '../../../platform/database/database.ts';
import { readEvidencedAtSigning, readEvidencedNow } from '../../evidence/index.ts';
import type { Instrument } from '../../programme/index.ts';
import type { AssessmentKey } from '../../scoring/index.ts';
import { answersInEffect, type Takes } from '../settings/answers-in-effect.ts';
import type { StoredAssessment } from '../stored-assessment.ts';
import { isSigned } from './is-signed.ts';

interface Asked {
  readonly organisation: { readonly organisationId: string };
  readonly instrument: Instrument;
  readonly careSetting: string;
  readonly takes: readonly Takes[];
  /** Null while nobody has opened it. */
  readonly assessment: StoredAssessment | null;
}

/**
 * The questions whose answers are evidenced: once it is signed those that were so then, and before that those that are on this day. What an
 * organisation takes from itself is evidenced as it is there; what it takes from another is not, as that keeps its evidence to itself.
 */
export async function readEvidencedQuestions(
  connection: Connection,
  { organisation, instrument, careSetting, takes, assessment }: Asked,
  day: string,
): Promise<ReadonlySet<string>> {
  if (assessment !== null && isSigned(assessment.state)) {
    const signed = await readEvidencedAtSigning(connection, [assessment]);
    return signed.get(assessment.assessmentId) ?? new Set();
  }
  const keys = [assessment, ...takes.map(({ from }) => from)].filter(
    (key): key is AssessmentKey => key?.organisationId === organisation.organisationId,
  );
  const evidenced = await readEvidencedNow(connection, keys, day);
  const given = (key: AssessmentKey | null) =>
    [...(evidenced.get(key?.assessmentId ?? '') ?? [])].map((questionId) => ({ questionId }));
  const here = answersInEffect({ instrument, careSetting }, takes, { own: given(assessment), given });
  return new Set(here.map(({ questionId }) => questionId));
}
