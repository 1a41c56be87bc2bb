import { Details } from '../../../views/details.tsx';
import { formatDate } from '../../../views/format.ts';
import { getRound, instrumentOfRound, type ProgrammePack } from '../../programme/index.ts';
import type { PublicResult } from '../scoring/read-result.ts';
import { AssessmentResult } from './assessment-result.tsx';
import { RoundComparison } from './two-rounds/round-comparison.tsx';

interface ResultSummaryProps {
  readonly pack: ProgrammePack;
  readonly found: PublicResult;
}

/** The newest result of an organisation for everybody: what it is, its pictures, and where the questions are from. Stands under a heading of level 2. */
export function ResultSummary({ pack, found: { result, view, comparison } }: ResultSummaryProps) {
  const { roundId, submittedAt } = result;
  return (
    <>
      <p>
        {getRound(pack, roundId).label}, authorised by the organisation and submitted on {formatDate(submittedAt)}. It
        says how the organisation saw itself then.
      </p>
      <AssessmentResult view={view} />
      {comparison !== null && <RoundComparison view={comparison} isInFull={false} />}
      <Details summary="About these questions">
        <p>{instrumentOfRound(pack, roundId).provenance}</p>
      </Details>
    </>
  );
}
