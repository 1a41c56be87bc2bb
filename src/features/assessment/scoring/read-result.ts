import type { Connection } from '../../../platform/database/database.ts';
import { listOrganisationsById } from '../../directory/index.ts';
import { instrumentOfRound, type ProgrammePack } from '../../programme/index.ts';
import { listGivenAnswers } from '../answering/answer-repository.ts';
import { givenBefore, givenLast } from '../given-before.ts';
import { type ResultView, resultView } from '../views/result-view.ts';
import type { ComparisonView } from '../views/two-rounds/comparison-view.ts';
import { listBenchmarks } from './benchmark-repository.ts';
import { readComparison } from './read-comparison.ts';
import { listResults, type SubmittedAssessment } from './score-repository.ts';
import { withheldSections } from './withheld-sections.ts';

export interface PublicResult {
  readonly result: SubmittedAssessment;
  readonly view: ResultView;
  /** Beside the round before it; null where it is the first. */
  readonly comparison: ComparisonView | null;
}

export interface ResultFilter {
  /** Of one round; of the newest in which it submitted where it is left out. */
  readonly roundId?: string | null;
  /** Submitted on this day at the latest; at any time where it is left out. */
  readonly recordedBy?: string | null;
  /** Whether whoever reads the result sees the answers behind it. */
  readonly withAnswers?: boolean;
}

/** An organisation's submitted result of a round beside others' and beside its own of the round before; null when it has none. */
export async function readResult(
  connection: Connection,
  pack: ProgrammePack,
  organisationId: string,
  { roundId = null, recordedBy = null, withAnswers = false }: ResultFilter = {},
): Promise<PublicResult | null> {
  const results = await listResults(connection, organisationId, recordedBy);
  const result = roundId === null ? givenLast(pack, results) : results.find((each) => each.roundId === roundId);
  if (result === undefined) {
    return null;
  }
  const earlier = givenBefore(pack, results, result.roundId);
  const [benchmarks, organisations, comparison, answers] = await Promise.all([
    listBenchmarks(connection, result.roundId, result.careSetting),
    listOrganisationsById(connection, [organisationId]),
    earlier === undefined ? null : readComparison(connection, pack, { earlier, later: result }, withAnswers),
    withAnswers ? listGivenAnswers(connection, [result]) : null,
  ]);
  const instrument = instrumentOfRound(pack, result.roundId);
  const toShow = {
    ...result,
    withheld: withAnswers ? new Set<string>() : withheldSections(instrument, result.scores),
    organisation: organisations.get(organisationId)?.name ?? organisationId,
    answers: answers === null ? null : (answers.get(result.assessmentId) ?? []),
  };
  return { result, view: resultView(pack, instrument, toShow, benchmarks), comparison };
}
