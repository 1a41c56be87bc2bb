import type { Connection } from '../../../platform/database/database.ts';
import type { PageKey } from '../../../platform/page.ts';
import { readEvidencedAtSigning } from '../../evidence/index.ts';
import { findInstrument, type ProgrammePack } from '../../programme/index.ts';
import {
  type Answer,
  type AssessmentScorer,
  assessmentScorer,
  compareScores,
  InvalidAnswersError,
  type ScoreDifference,
  storedScores,
  withEvidence,
} from '../../scoring/index.ts';
import { listAnswersBehind } from './list-answers-behind.ts';
import { type ListedAssessment, listSubmittedPage } from './submitted-listing-repository.ts';

/** An assessment whose scores were worked out anew. */
export interface RecomputedAssessment {
  readonly organisationId: string;
  readonly roundId: string;
  readonly scoreCount: number;
  /** Empty where every score came out as it was kept. */
  readonly differences: readonly ScoreDifference[];
  /** Why nothing could be worked out, in words; null where it could. */
  readonly fault: string | null;
}

/** So many at a time are in memory. */
const BATCH = 200;

/**
 * Works out the scores of every submitted assessment anew from its answers, and compares them with those that were kept. An assessment
 * is scored by the very version of the questionnaire that it answered; where the pack has that no more, it says so. Of one round, or
 * of all where none is given. Reads only.
 */
export async function* readRecomputed(
  connection: Connection,
  pack: ProgrammePack,
  roundId: string | null,
): AsyncGenerator<RecomputedAssessment> {
  const scorers = new Map<string, AssessmentScorer>();
  let after: PageKey | null = null;
  do {
    const listing = { roundId, organisationId: null, careSetting: null, heldBack: [], isFinal: () => false };
    const page = await listSubmittedPage(connection, listing, { after, limit: BATCH });
    const [given, evidenced] = [
      await listAnswersBehind(connection, page.rows),
      await readEvidencedAtSigning(connection, page.rows),
    ];
    for (const assessment of page.rows) {
      const { assessmentId } = assessment;
      const answers = withEvidence(given.get(assessmentId) ?? [], evidenced.get(assessmentId));
      yield recompute(scorerOf(pack, scorers, assessment), assessment, answers);
    }
    after = page.next;
  } while (after !== null);
}

/** One for each version of an instrument and care setting, added to `scorers` when it is first asked for; undefined where the pack has it no more. */
function scorerOf(
  pack: ProgrammePack,
  scorers: Map<string, AssessmentScorer>,
  { instrumentId: id, instrumentVersion: version, careSetting }: ListedAssessment,
): AssessmentScorer | undefined {
  const key = JSON.stringify([id, version, careSetting]);
  const instrument = scorers.has(key) ? undefined : findInstrument(pack, { id, version });
  if (instrument !== undefined) {
    scorers.set(key, assessmentScorer(instrument, careSetting));
  }
  return scorers.get(key);
}

function recompute(
  scoresOf: AssessmentScorer | undefined,
  { organisationId, roundId, scores, instrumentId, instrumentVersion }: ListedAssessment,
  answers: readonly Answer[],
): RecomputedAssessment {
  const about = { organisationId, roundId, scoreCount: scores.length, differences: [] };
  if (scoresOf === undefined) {
    return { ...about, fault: `the pack has no version ${instrumentVersion} of the questionnaire ${instrumentId}` };
  }
  try {
    const anew = storedScores(scoresOf(answers));
    return { ...about, differences: compareScores(scores, anew), fault: null };
  } catch (error) {
    if (error instanceof InvalidAnswersError) {
      return { ...about, fault: error.message };
    }
    throw error;
  }
}
