import type { ReactNode } from 'react';
import type { Instrument, ResultsDay } from '../../programme/index.ts';
import type { FinishedModeration } from '../../return-documents/index.ts';
import { AboutQuestions } from './about-questions.tsx';
import { AssessmentResult } from './assessment-result.tsx';
import { DesiredLevels } from './gaps/desired-levels.tsx';
import type { GapsView } from './gaps/gaps-view.ts';
import { ModeratedScores } from './moderation/moderated-scores.tsx';
import { PageHead } from './page-head.tsx';
import type { ResultView } from './result-view.ts';
import { publicInWords } from './state-words.ts';
import type { ComparisonView } from './two-rounds/comparison-view.ts';
import { RoundComparison } from './two-rounds/round-comparison.tsx';

interface ResultPageProps {
  readonly view: ResultView;
  /** The organisation as headings name it. */
  readonly heading: string;
  /** Beside the round before; null where it is the first. */
  readonly comparison: ComparisonView | null;
  readonly round: string;
  /** How the assessment stands and since when, in words. */
  readonly standing: string;
  /** Whether it is validated, and the way to what is asked about it. */
  readonly reviewed: ReactNode;
  /** That it was corrected since it was published. */
  readonly corrections: ReactNode;
  /** What a check from outside found; null where none is finished. */
  readonly moderation: FinishedModeration | null;
  /** Where single answers are read; null for whoever may not. */
  readonly moderationHref: string | null;
  /** With whom it was answered together. */
  readonly together: ReactNode;
  readonly publicPage: string;
  readonly report: string;
  /** When everybody may read results of the round. */
  readonly results: ResultsDay;
  /** The one that was answered. */
  readonly instrument: Instrument;
  /** Where the organisation means to be; null where that is not asked. */
  readonly gaps: GapsView | null;
  /** What was asked about the answers before they were signed. */
  readonly secondLook: ReactNode;
  /** The answers as a file; null while they are not those that were signed. */
  readonly file: string | null;
  /** What was signed, and how to verify it. */
  readonly signed: ReactNode;
}

/** The organisation's reward for its work: where it stands among others. */
export function ResultPage(props: ResultPageProps) {
  const {
    view,
    heading,
    comparison,
    round,
    standing,
    reviewed,
    corrections,
    moderation,
    moderationHref,
    together,
    publicPage,
    report,
    results,
    instrument,
    gaps,
    secondLook,
    file,
    signed,
  } = props;
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <PageHead organisation={heading} title={`Result: ${round}`} />
        <p>{standing}</p>
        {corrections}
        {reviewed}
        {together}
        <p>
          <a href={report}>Read the report</a>: what holds the weakest sections back, who does them well, and where the
          organisation stands among similar ones.
        </p>
        <h2>Scores</h2>
        <AssessmentResult view={view} />
        <ModeratedScores view={view} moderation={moderation} href={moderationHref} />
        {comparison !== null && <RoundComparison view={comparison} isInFull />}
        {gaps !== null && <DesiredLevels view={gaps} />}
        {secondLook}
        {file !== null && (
          <p>
            <a href={file}>Download the answers, levels and notes (CSV)</a>
          </p>
        )}
        {signed}
        {results.isPublic ? (
          <p>
            Anyone can see these scores on <a href={publicPage}>the organisation’s public page</a>. The answers and
            notes are not shown there.
          </p>
        ) : (
          <p>
            These scores {publicInWords(results)}. They are then on{' '}
            <a href={publicPage}>the organisation’s public page</a>, without the answers and notes.
          </p>
        )}
        <AboutQuestions instrument={instrument} />
      </div>
    </div>
  );
}
