import { paths } from '../../../paths.ts';
import { Details } from '../../../views/details.tsx';
import { formatDate } from '../../../views/format.ts';
import {
  deadlineInWords,
  dueOnFor,
  getRound,
  instrumentOfRound,
  type ProgrammePack,
  runningRounds,
} from '../../programme/index.ts';
import type { PublicResult } from '../scoring/read-result.ts';
import { AboutQuestions } from './about-questions.tsx';
import { AssessmentResult } from './assessment-result.tsx';
import { CorrectionsNote } from './corrections/corrections-note.tsx';
import { ValidatedNote } from './documents/validated-note.tsx';
import { VerifySigned } from './documents/verify-signed.tsx';
import { AnsweredTogetherNote } from './group/answered-together-note.tsx';
import { ModeratedScores } from './moderation/moderated-scores.tsx';
import { careSettingName } from './result-view.ts';
import { RoundComparison } from './two-rounds/round-comparison.tsx';

interface ResultSummariesProps {
  readonly pack: ProgrammePack;
  /** Of one round, one for each care setting. */
  readonly found: readonly PublicResult[];
  /** The day up to which results are counted. */
  readonly recordedOn: string;
}

/** The newest results of an organisation for everybody, under a heading of level 2: of several care settings each under its own. */
export function ResultSummaries({ pack, found, recordedOn }: ResultSummariesProps) {
  const [only] = found;
  if (found.length === 1 && only !== undefined) {
    return <ResultSummary found={only} {...{ pack, recordedOn }} />;
  }
  return found.map((each) => (
    <section key={each.result.careSetting} aria-labelledby={`maturity-${each.result.careSetting}`}>
      <h2 id={`maturity-${each.result.careSetting}`}>{careSettingName(pack, each.result.careSetting)}</h2>
      <ResultSummary found={each} {...{ pack, recordedOn }} />
    </section>
  ));
}

/** One result: what it is, its pictures, and where the questions are from. */
function ResultSummary({
  pack,
  found: { result, view, comparison, together, signed },
  recordedOn,
}: Omit<ResultSummariesProps, 'found'> & { readonly found: PublicResult }) {
  const { roundId, submittedAt } = result;
  const running = runningRounds(pack, recordedOn).find(({ id }) => id === roundId);
  return (
    <>
      <p>
        {getRound(pack, roundId).label}, authorised by the organisation and{' '}
        {result.corrected.length === 0 ? 'submitted' : 'corrected'} on {formatDate(submittedAt)}. It says how the
        organisation saw itself then.
      </p>
      <CorrectionsNote instrument={instrumentOfRound(pack, roundId)} result={result} />
      <ValidatedNote signed={signed} />
      {running !== undefined && (
        <p>
          The round is under way until {deadlineInWords(dueOnFor(running), recordedOn)}.
          {view.nationalOf !== null && ' Medians are of those that have submitted so far.'}
        </p>
      )}
      <AnsweredTogetherNote together={together} instrument={instrumentOfRound(pack, roundId)} />
      <AssessmentResult view={view} />
      <ModeratedScores view={view} moderation={signed?.moderation ?? null} href={null} />
      {comparison !== null && <RoundComparison view={comparison} isInFull={false} id={`${view.idPrefix}-comparison`} />}
      <Details summary="What was signed, and how to verify it">
        <VerifySigned
          digest={signed?.digest ?? null}
          file={paths.signedAssessment(result.assessmentId)}
          name={result.assessmentId}
        />
      </Details>
      <AboutQuestions instrument={instrumentOfRound(pack, roundId)} />
    </>
  );
}
