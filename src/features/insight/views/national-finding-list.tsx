import type { PlotScale } from '../../../views/charts/index.ts';
import { smallestGroup } from '../../scoring/index.ts';
import type { NationalFinding } from '../find-national-findings.ts';
import { SpreadFigure } from './spread-figure.tsx';
import { StripKey } from './strip-key.tsx';

const titles: Readonly<Record<string, string>> = {
  themes: 'Scores by theme',
  sections: 'The three lowest and the three highest sections',
  'care-settings': 'Scores in this section by care setting',
  regions: 'Overall score, in all and by region',
};

interface NationalFindingListProps {
  readonly findings: readonly NationalFinding[];
  readonly basis: string;
  readonly scale: PlotScale;
}

/** The findings in words, each with its one picture. */
export function NationalFindingList({ findings, basis, scale }: NationalFindingListProps) {
  if (findings.length === 0) {
    return (
      <p className="ldr-empty">
        Findings appear here once at least {smallestGroup} have submitted. Until then there is nothing to compare.
      </p>
    );
  }
  return (
    <>
      <StripKey />
      <ol className="ldr-findings">
        {findings.map((finding) => (
          <li key={finding.id} className="ldr-card">
            <h3 className="nhsuk-heading-s">{finding.heading}</h3>
            <p>{finding.text}</p>
            <SpreadFigure
              id={`finding-${finding.id}`}
              title={titles[finding.id] ?? finding.heading}
              rows={finding.rows}
              basis={basis}
              scale={scale}
            />
          </li>
        ))}
      </ol>
    </>
  );
}
