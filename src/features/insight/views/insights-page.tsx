import { paths } from '../../../paths.ts';
import type { PlotScale } from '../../../views/charts/index.ts';
import { countOf, formatDate, listInWords } from '../../../views/format.ts';
import { AsAtLine, type Day } from '../../directory/index.ts';
import { type OfficialPicture, OfficialSummary } from '../../official-results/index.ts';
import type { AssessedWords } from '../../programme/index.ts';
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

/** What a round of assessment shows. */
export interface AssessmentModel {
  readonly roundLabel: string;
  /** A sentence on each round of assessment that runs. */
  readonly running: readonly string[];
  /** The last day on which it was due, where that has passed and nothing of it is recorded here; null otherwise. */
  readonly dueUnrecorded: string | null;
  /** The kinds of organisation that are asked, in words. */
  readonly asked: string;
  /** What one of them is called. */
  readonly words: AssessedWords;
  readonly scoringMethod: string;
  readonly scale: PlotScale;
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
}

export interface InsightsModel {
  /** Null where no assessment was ever planned, or none has results that are public. */
  readonly assessment: AssessmentModel | null;
  /** The round whose results are not public yet, and from which day they are; null where it is none. */
  readonly heldBack: { readonly label: string; readonly on: string | null } | null;
  /** What others have published. */
  readonly official: readonly OfficialPicture[];
  /** Empty where no roadmap has been asked for yet. */
  readonly stages: readonly StageCount[];
  readonly commitments: readonly DatedCommitment[];
  /** The day commitments are seen from. */
  readonly today: string;
}

interface InsightsPageProps {
  readonly model: InsightsModel;
  readonly day: Day;
  readonly query: InsightQuery;
}

/** The national picture: what it shows first, then what it rests on. */
export function InsightsPage({ model, day, query: { careSetting, region, score } }: InsightsPageProps) {
  const { assessment, official } = model;
  const published =
    official.length === 0
      ? []
      : [{ id: 'official', title: 'Official results', body: <OfficialSummary pictures={official} day={day} /> }];
  const recorded = assessment === null || assessment.dueUnrecorded !== null ? null : assessment;
  const assessed = recorded === null ? [] : assessmentSections(recorded);
  const isAnswered = recorded !== null && recorded.coverage.all.submitted > 0;
  const sections = [
    // What there is comes first.
    ...(isAnswered ? [...assessed, ...published] : [...published, ...assessed]),
    ...(model.stages.length === 0
      ? []
      : [{ id: 'roadmaps', title: 'How far roadmaps have come', body: <StagesSection stages={model.stages} /> }]),
    ...(model.commitments.length === 0
      ? []
      : [
          {
            id: 'commitments',
            title: 'Commitments and their dates',
            body: <CommitmentList commitments={model.commitments} today={model.today} />,
          },
        ]),
    ...(recorded === null
      ? []
      : [{ id: 'method', title: 'How these numbers are made', body: <MethodNotes {...recorded} /> }]),
  ];
  return (
    <>
      <div className="nhsuk-grid-row">
        <div className="nhsuk-grid-column-two-thirds">
          <h1>Insights</h1>
          <Opening {...model} />
          <nav aria-labelledby="contents-heading">
            <h2 className="nhsuk-heading-s" id="contents-heading">
              On this page
            </h2>
            <ul>
              {sections.map(({ id, title }) => (
                <li key={id}>
                  <a href={`#${id}`}>{title}</a>
                </li>
              ))}
            </ul>
          </nav>
        </div>
      </div>
      {sections.map(({ id, title, body }) => (
        <section key={id} aria-labelledby={id}>
          <h2 id={id}>{title}</h2>
          {body}
        </section>
      ))}
      <AsAtLine day={day} path={paths.insights()} keep={{ 'care-setting': careSetting, region, score }} />
    </>
  );
}

/** What the figures are of. */
function Opening({ assessment, heldBack, official }: Pick<InsightsModel, 'assessment' | 'heldBack' | 'official'>) {
  if (heldBack !== null) {
    return (
      <p className="nhsuk-lede-text">
        {heldBack.label}: the results are not public yet.{' '}
        {heldBack.on === null
          ? 'No day is set for them so far.'
          : `All of them can be read here from ${formatDate(heldBack.on)}.`}
      </p>
    );
  }
  if (assessment === null) {
    return (
      <p className="nhsuk-lede-text">
        {official.length === 0
          ? 'No assessment has been planned on this service. Once one is, its results can be read here.'
          : `What ${publishersOf(official)} published about digital maturity in England. No assessment has been planned on this service yet.`}
      </p>
    );
  }
  const { all } = assessment.coverage;
  return (
    <>
      <p className="nhsuk-lede-text">
        {assessment.roundLabel}:{' '}
        {assessment.dueUnrecorded !== null
          ? `nothing is recorded here. It was due by ${formatDate(assessment.dueUnrecorded)}.`
          : `${all.submitted} of ${countOf(all.expected, assessment.words.one, assessment.words.many)} have submitted.`}
      </p>
      {assessment.running.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </>
  );
}

function publishersOf(official: readonly OfficialPicture[]): string {
  return listInWords([...new Set(official.map(({ release }) => release.publisher))]);
}

function assessmentSections(assessment: AssessmentModel) {
  const { roundLabel, asked, words, coverage, findings, change, explore, scale } = assessment;
  const basis = basisOf(assessment);
  return [
    {
      id: 'findings',
      title: 'What the scores show',
      body: <NationalFindingList findings={findings} basis={basis} scale={scale} />,
    },
    ...(change === null
      ? []
      : [
          {
            id: 'change',
            title: 'What has changed since the round before',
            body: <ChangeSection model={change} scale={scale} />,
          },
        ]),
    {
      id: 'coverage',
      title: 'Who has answered',
      body: <CoverageSection {...{ roundLabel, asked, words, coverage, basis }} />,
    },
    {
      id: 'explore',
      title: 'Explore the scores',
      body:
        coverage.all.submitted === 0 ? (
          <p className="ldr-empty">Scores can be explored here once the first {words.one} has submitted its answers.</p>
        ) : (
          <ExploreSection model={explore} basis={basis} scale={scale} />
        ),
    },
  ];
}

/** The end of every note under a figure: which round, and as of when. */
function basisOf({ roundLabel, latestSubmission }: AssessmentModel): string {
  const date = latestSubmission === null ? 'no submission yet' : `latest submission ${formatDate(latestSubmission)}`;
  return `${roundLabel}, ${date}.`;
}
