import type { Connection } from '../../../platform/database/database.ts';
import { listOrganisationsById } from '../../directory/index.ts';
import { instrumentOfRound, type ProgrammePack } from '../../programme/index.ts';
import { type ResultView, resultView } from '../views/result-view.ts';
import { listBenchmarks } from './benchmark-repository.ts';
import { findLatestResult, type ResultFilter, type SubmittedAssessment } from './score-repository.ts';

export interface PublicResult {
  readonly result: SubmittedAssessment;
  readonly view: ResultView;
}

/** An organisation's latest submitted result beside others'; null when it has none. */
export async function readResult(
  connection: Connection,
  pack: ProgrammePack,
  organisationId: string,
  filter: ResultFilter = {},
): Promise<PublicResult | null> {
  const result = await findLatestResult(connection, organisationId, filter);
  if (result === null) {
    return null;
  }
  const benchmarks = await listBenchmarks(connection, result.roundId, result.careSetting);
  const organisation = (await listOrganisationsById(connection, [organisationId])).get(organisationId);
  const toShow = { ...result, organisation: organisation?.name ?? organisationId };
  return { result, view: resultView(pack, instrumentOfRound(pack, result.roundId), toShow, benchmarks) };
}
