import { paths } from '../../../paths.ts';
import { countOf, formatDate } from '../../../views/format.ts';
import { AsAtLine, type Day } from '../../directory/index.ts';
import type { NationalFinding } from '../find-national-findings.ts';
import type { Coverage } from '../national-statistics.ts';
import type { DatedCommitment } from '../order-commitments.ts';
import type { InsightQuery } from '../parse-insight-query.ts';
import type { StageCount } from '../tally-stages.ts';
import { type ChangeModel, ChangeSection } from './change-section.tsx';
import { CommitmentList } from './commitment-list.tsx';
import { CoverageSection } from './coverage-section.tsx';
import { type ExploreModel, ExploreSection } from './explore-section.tsx';
import { MethodNotes } from './method-notes.tsx';
import { NationalFindingList } from './national-finding-list.tsx';
import { StagesSection } from './stages-section.tsx';

export interface InsightsModel {
  readonly roundLabel: string;
  /** A sentence on each round of assessment that runs. */
  readonly running: readonly string[];
  /** The kinds of organisation that are asked, in words. */
  readonly asked: string;
  readonly scoringMethod: string;
  readonly provenance: string;
  readonly latestSubmission: Date | null;
  readonly coverage: {
    readonly all: Coverage;
    readonly byCareSetting: readonly Coverage[];
    readonly byRegion: readonly Coverage[];
  };
  readonly findings: readonly NationalFinding[];
  /** Since the round before; null where there is nothing to compare. */
  readonly change: ChangeModel | null;
  readonly explore: ExploreModel;
  readonly stages: readonly StageCount[];
  readonly commitments: readonly DatedCommitment[];
  /** The day commitments are seen from. */
  readonly today: string;
}

const contents = [
  { id: 'findings', text: 'What the scores show' },
  { id: 'change', text: 'What has changed since the round before' },
  { id: 'coverage', text: 'Who has answered' },
  { id: 'explore', text: 'Explore the scores' },
  { id: 'roadmaps', text: 'How far roadmaps have come' },
  { id: 'commitments', text: 'Commitments and their dates' },
  { id: 'method', text: 'How these numbers are made' },
] as const;

interface InsightsPageProps {
  readonly model: InsightsModel;
  readonly day: Day;
  readonly query: InsightQuery;
}

/** The national picture of a round: what it shows first, then what it rests on. */
export function InsightsPage({ model, day, query: { careSetting, region, score } }: InsightsPageProps) {
  const { all } = model.coverage;
  const basis = basisOf(model);
  return (
    <>
      <div className="nhsuk-grid-row">
        <div className="nhsuk-grid-column-two-thirds">
          <h1>Insights</h1>
          <p className="nhsuk-lede-text">
            {model.roundLabel}: {all.submitted} of {countOf(all.expected, 'provider')} have submitted.
          </p>
          {model.running.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <nav aria-labelledby="contents-heading">
            <h2 className="nhsuk-heading-s" id="contents-heading">
              On this page
            </h2>
            <ul>
              {contents
                .filter(({ id }) => id !== 'change' || model.change !== null)
                .map((item) => (
                  <li key={item.id}>
                    <a href={`#${item.id}`}>{item.text}</a>
                  </li>
                ))}
            </ul>
          </nav>
        </div>
      </div>
      <section aria-labelledby="findings">
        <h2 id="findings">What the scores show</h2>
        <NationalFindingList findings={model.findings} basis={basis} />
      </section>
      {model.change !== null && (
        <section aria-labelledby="change">
          <h2 id="change">What has changed since the round before</h2>
          <ChangeSection model={model.change} />
        </section>
      )}
      <section aria-labelledby="coverage">
        <h2 id="coverage">Who has answered</h2>
        <CoverageSection asked={model.asked} coverage={model.coverage} basis={basis} />
      </section>
      <section aria-labelledby="explore">
        <h2 id="explore">Explore the scores</h2>
        {all.submitted === 0 ? (
          <p className="ldr-empty">Scores can be explored here once a provider has submitted its answers.</p>
        ) : (
          <ExploreSection model={model.explore} basis={basis} />
        )}
      </section>
      <section aria-labelledby="roadmaps">
        <h2 id="roadmaps">How far roadmaps have come</h2>
        <StagesSection stages={model.stages} />
      </section>
      <section aria-labelledby="commitments">
        <h2 id="commitments">Commitments and their dates</h2>
        <CommitmentList commitments={model.commitments} today={model.today} />
      </section>
      <section aria-labelledby="method">
        <h2 id="method">How these numbers are made</h2>
        <MethodNotes scoringMethod={model.scoringMethod} provenance={model.provenance} />
      </section>
      <AsAtLine day={day} path={paths.insights()} keep={{ 'care-setting': careSetting, region, score }} />
    </>
  );
}

/** The end of every note under a figure: which round, and as of when. */
function basisOf({ roundLabel, latestSubmission }: InsightsModel): string {
  const date = latestSubmission === null ? 'no submission yet' : `latest submission ${formatDate(latestSubmission)}`;
  return `${roundLabel}, ${date}.`;
}
