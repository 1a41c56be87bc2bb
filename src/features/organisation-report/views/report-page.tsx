import {
  AboutQuestions,
  AnsweredTogetherNote,
  CorrectionsNote,
  ModeratedScores,
  PageHead,
  RoundComparison,
  scoreInWords,
} from '../../assessment/index.ts';
import type { ReportFacts } from '../report.ts';
import type { ReportView } from '../report-view.ts';
import { BesideSimilar } from './beside-similar.tsx';
import { NextSteps } from './next-steps.tsx';

interface ReportLink {
  readonly href: string;
  readonly text: string;
}

interface ReportPageProps {
  readonly view: ReportView;
  readonly facts: ReportFacts;
  /** With the care setting, where it is one of several. */
  readonly heading: string;
  /** Where the report is asked for by what is chosen. */
  readonly action: string;
  /** What keeps the report what it is about while the reader chooses. */
  readonly kept: Readonly<Record<string, string>>;
  readonly workbook: string;
  /** Null where the service cannot make one. */
  readonly pdf: string | null;
  readonly beside: readonly ReportLink[];
  /** Where single answers that were checked are read; null for everybody. */
  readonly moderationHref: string | null;
}

/** What an organisation has from its assessment: where it stands, and what to do next. */
export function ReportPage(props: ReportPageProps) {
  const { view, facts, heading, workbook, pdf, beside, moderationHref } = props;
  const { found, instrument } = facts;
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds ldr-report">
        <PageHead organisation={heading} title={`Report: ${view.round}`} />
        <p>{view.standing}</p>
        <p>{view.edition}</p>
        <CorrectionsNote instrument={instrument} result={found.result} />
        <AnsweredTogetherNote together={found.together} instrument={instrument} />
        <LinkList
          links={[
            ...(pdf === null ? [] : [{ href: pdf, text: 'Download as a PDF' }]),
            { href: workbook, text: 'Download as a workbook (XLSX)' },
            ...beside,
          ]}
          isToBePrinted={pdf === null}
        />
        <InShort view={view} />
        <NextSteps view={view} />
        <BesideSimilar {...props} />
        {view.comparison !== null && <RoundComparison view={view.comparison} isInFull={view.isOwn} />}
        <ModeratedScores view={view.result} moderation={found.signed?.moderation ?? null} href={moderationHref} />
        <h2>How this report is made</h2>
        <p>{view.result.method}</p>
        <p>{view.result.note}</p>
        {view.result.withheldNote !== null && <p>{view.result.withheldNote}</p>}
        <AboutQuestions instrument={instrument} />
      </div>
    </div>
  );
}

function LinkList({ links, isToBePrinted }: { links: readonly ReportLink[]; isToBePrinted: boolean }) {
  return (
    <ul className="nhsuk-list ldr-report__links">
      {links.map(({ href, text }) => (
        <li key={href}>
          <a href={href}>{text}</a>
        </li>
      ))}
      {isToBePrinted && (
        <li>To keep it as a PDF, print this page to a file: it is laid out for A4, with every fold open.</li>
      )}
    </ul>
  );
}

function InShort({ view }: { view: ReportView }) {
  const { result, beside, comparison } = view;
  const { overall, themes } = result.overview;
  const sentences = [
    ...result.highlights,
    ...(beside.kind === 'shown' && beside.sentence !== null ? [`${beside.sentence} Beside ${beside.who}.`] : []),
    ...(comparison?.headline == null ? [] : [`Since ${comparison.earlier}: ${comparison.headline}`]),
  ];
  return (
    <>
      <h2>In short</h2>
      <ul className="ldr-numbers ldr-result-numbers">
        {[overall, ...themes].map(({ id, label, score }) => (
          <li key={id}>
            <strong>{scoreInWords(score, result.scale)}</strong> <span>{label}</span>
          </li>
        ))}
      </ul>
      {sentences.length > 0 && (
        <ul>
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </>
  );
}
