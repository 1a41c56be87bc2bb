import { DataTable } from '../../../../views/data-table.tsx';
import { formatTime } from '../../../../views/format.ts';
import { PlainText } from '../../../../views/text/plain-text.tsx';
import { type Decision, decisionLabels } from '../../../agreement/index.ts';
import { memberName, type RoadmapDocument } from '../../documents/frozen-document.ts';

/** An organisation's decision on the document that is shown. */
export interface Signature {
  readonly organisationCode: string;
  readonly person: { readonly name: string; readonly role: string };
  readonly decision: Decision;
  /** Conditions, or why it declined. */
  readonly conditions: string;
  readonly at: Date;
}

interface SignaturesTableProps {
  readonly document: RoadmapDocument;
  readonly signatures: readonly Signature[];
}

/** Who endorsed exactly this document, on what conditions, by whom and when. */
export function SignaturesTable({ document, signatures }: SignaturesTableProps) {
  return (
    <DataTable
      caption="Decisions on exactly this text"
      rows={signatures}
      rowKey={({ organisationCode }) => organisationCode}
      empty="No organisation has decided on this text yet."
      columns={[
        {
          heading: 'Organisation',
          isRowHeading: true,
          cell: ({ organisationCode }) => memberName(document, organisationCode),
        },
        { heading: 'Decision', cell: ({ decision }) => decisionLabels[decision] },
        {
          heading: 'Conditions or reason',
          cell: ({ conditions }) => <PlainText text={conditions} empty="None" />,
        },
        { heading: 'By', cell: ({ person }) => `${person.name}, ${person.role}` },
        { heading: 'When', cell: ({ at }) => formatTime(at) },
      ]}
    />
  );
}
