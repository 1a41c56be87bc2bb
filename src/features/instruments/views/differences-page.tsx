import { DataTable } from '../../../views/data-table.tsx';
import { Details } from '../../../views/details.tsx';
import { Tag, type TagColour } from '../../../views/tag.tsx';
import type { DifferenceRow, DifferencesView, Wording } from './differences-view.ts';

interface DifferencesPageProps {
  readonly title: string;
  /** Null where there is nothing to compare with. */
  readonly view: DifferencesView | null;
}

/** What a version asks otherwise than the one before, with both wordings side by side. */
export function DifferencesPage({ title, view }: DifferencesPageProps) {
  return (
    <>
      <h1>
        <span className="nhsuk-caption-l">{title}</span>
        Differences
      </h1>
      {view === null ? <p>There is no version before it to compare with.</p> : <Differences view={view} />}
    </>
  );
}

function Differences({ view }: { view: DifferencesView }) {
  return (
    <>
      <p>
        Beside {view.before}: {view.counts}
      </p>
      {view.others !== '' && <p>Otherwise too: {view.others}.</p>}
      <DataTable
        caption="Differences question by question"
        captionIsHidden
        rows={view.rows}
        rowKey={({ key }) => key}
        empty="Every question is the same."
        columns={[
          { heading: 'Question', isRowHeading: true, cell: (row) => <Kind row={row} /> },
          { heading: 'Before', cell: ({ before }) => <Wordings wordings={before} none="It is new." /> },
          {
            heading: 'Now',
            cell: ({ after }) => <Wordings wordings={after === null ? [] : [after]} none="It is gone." />,
          },
        ]}
      />
      {view.same !== '' && (
        <Details summary="Questions that are the same">
          <p>{view.same}</p>
        </Details>
      )}
    </>
  );
}

const kinds: Readonly<Record<DifferenceRow['kind'], { readonly label: string; readonly colour: TagColour }>> = {
  new: { label: 'New', colour: 'green' },
  changed: { label: 'Changed', colour: 'yellow' },
  gone: { label: 'Gone', colour: 'red' },
  same: { label: 'The same', colour: 'grey' },
};

function Kind({ row: { kind, after, before, note } }: { row: DifferenceRow }) {
  return (
    <>
      {after?.id ?? before[0]?.id} <Tag text={kinds[kind].label} colour={kinds[kind].colour} />
      {note !== '' && <span className="ldr-meaning">{note}</span>}
    </>
  );
}

function Wordings({ wordings, none }: { wordings: readonly Wording[]; none: string }) {
  return wordings.length === 0
    ? none
    : wordings.map(({ id, text, lines }) => (
        <div key={id}>
          <p>
            <strong>
              {id}. {text}
            </strong>
          </p>
          {lines.map((line) => (
            <p key={line} className="nhsuk-body-s">
              {line}
            </p>
          ))}
        </div>
      ));
}
