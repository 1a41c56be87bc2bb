import type { ReactNode } from 'react';
import { DataTable } from '../../../../../views/data-table.tsx';
import { Tag, type TagColour } from '../../../../../views/tag.tsx';
import { PlainText } from '../../../../../views/text/plain-text.tsx';
import { type Degree, degreeLabels, inOrderOfRating, type Risk, riskRatingOf, riskStateLabels } from '../risk.ts';

interface RisksTableProps {
  readonly risks: readonly Risk[];
  /** What stands in the first cell; the title alone when left out. */
  readonly titleOf?: (risk: Risk) => ReactNode;
}

/** The register, the gravest risks first. */
export function RisksTable({ risks, titleOf }: RisksTableProps) {
  return (
    <DataTable
      caption="Risks, the gravest first"
      captionIsHidden
      rows={inOrderOfRating(risks)}
      rowKey={({ id }) => id}
      columns={[
        { heading: 'What could go wrong', isRowHeading: true, cell: (risk) => <What risk={risk} titleOf={titleOf} /> },
        { heading: 'Rating', cell: (risk) => <RiskRating risk={risk} /> },
        {
          heading: 'What is done about it',
          cell: ({ mitigation }) => <PlainText text={mitigation} empty="Not stated" />,
        },
        { heading: 'Owner', cell: ({ owner }) => <PlainText text={owner} empty="Not stated" /> },
        { heading: 'State', cell: ({ state }) => riskStateLabels[state] },
      ]}
    />
  );
}

function What({ risk, titleOf }: { risk: Risk; titleOf: RisksTableProps['titleOf'] | undefined }) {
  return (
    <div className="ldr-cell--wide">
      <span className="ldr-typed">{titleOf?.(risk) ?? risk.title}</span>
      {risk.description !== '' && (
        <div className="nhsuk-u-font-weight-normal">
          <PlainText text={risk.description} />
        </div>
      )}
    </div>
  );
}

const colours: Readonly<Record<Degree, TagColour>> = { high: 'red', medium: 'yellow', low: 'grey' };

function RiskRating({ risk }: { risk: Risk }) {
  const rating = riskRatingOf(risk);
  return (
    <span className="ldr-lines">
      <Tag text={degreeLabels[rating]} colour={colours[rating]} />
      <span>Likelihood: {degreeLabels[risk.likelihood]}</span>
      <span>Impact: {degreeLabels[risk.impact]}</span>
    </span>
  );
}
