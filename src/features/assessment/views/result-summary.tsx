import { Details } from '../../../views/details.tsx';
import { formatDate } from '../../../views/format.ts';
import { getRound, instrumentOfRound, type ProgrammePack } from '../../programme/index.ts';
import type { PublicResult } from '../scoring/read-result.ts';
import { AssessmentResult } from './assessment-result.tsx';
import { AnsweredTogetherNote } from './group/answered-together-note.tsx';
import { careSettingName } from './result-view.ts';
import { RoundComparison } from './two-rounds/round-comparison.tsx';

interface ResultSummariesProps {
  readonly pack: ProgrammePack;
  /** Of one round, one for each care setting. */
  readonly found: readonly PublicResult[];
}

/** The newest results of an organisation for everybody, under a heading of level 2: of several care settings each under its own. */
export function ResultSummaries({ pack, found }: ResultSummariesProps) {
  const [only] = found;
  if (found.length === 1 && only !== undefined) {
    return <ResultSummary pack={pack} found={only} />;
  }
  return found.map((each) => (
    <section key={each.result.careSetting} aria-labelledby={`maturity-${each.result.careSetting}`}>
      <h2 id={`maturity-${each.result.careSetting}`}>{careSettingName(pack, each.result.careSetting)}</h2>
      <ResultSummary pack={pack} found={each} />
    </section>
  ));
}

/** One result: what it is, its pictures, and where the questions are from. */
function ResultSummary({
  pack,
  found: { result, view, comparison, together },
}: {
  pack: ProgrammePack;
  found: PublicResult;
}) {
  const { roundId, submittedAt } = result;
  return (
    <>
      <p>
        {getRound(pack, roundId).label}, authorised by the organisation and submitted on {formatDate(submittedAt)}. It
        says how the organisation saw itself then.
      </p>
      <AnsweredTogetherNote together={together} instrument={instrumentOfRound(pack, roundId)} />
      <AssessmentResult view={view} />
      {comparison !== null && <RoundComparison view={comparison} isInFull={false} id={`${view.idPrefix}-comparison`} />}
      <Details summary="About these questions">
        <p>{instrumentOfRound(pack, roundId).provenance}</p>
      </Details>
    </>
  );
}
