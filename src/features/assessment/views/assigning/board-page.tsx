import { type Column, DataTable } from '../../../../views/data-table.tsx';
import { ButtonLink } from '../../../../views/forms/button.tsx';
import { Tag } from '../../../../views/tag.tsx';
import { PageHead } from '../page-head.tsx';
import type { BoardGroup, BoardView, WorkRow } from './board-view.ts';

/** Who owes what by when: by section or by person. */
export function BoardPage({ view }: { view: BoardView }) {
  return (
    <>
      <div className="nhsuk-grid-row">
        <div className="nhsuk-grid-column-two-thirds">
          <PageHead organisation={view.organisation} title="Assignments" />
          <p>
            Who answers which section of “{view.round}”. An assignment is no lock: everybody with a role here can still
            answer everything.
          </p>
          {view.summary.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          {view.steps !== null && (
            <div className="ldr-buttons">
              <ButtonLink href={view.steps.assign}>Assign sections</ButtonLink>
              {view.steps.remind !== null && (
                <ButtonLink href={view.steps.remind} secondary>
                  Remind everybody who is overdue
                </ButtonLink>
              )}
            </div>
          )}
        </div>
      </div>
      <Choice label="Arranged" links={view.views} />
      <Choice label="Shown" links={view.shown} />
      {view.groups.length === 0 && (
        <p className="ldr-empty">{view.show === 'overdue' ? 'Nothing is overdue.' : 'Nothing is assigned yet.'}</p>
      )}
      {view.groups.map((group) => (
        <Group key={group.id} group={group} by={view.by} />
      ))}
      <p>
        <a href={view.file}>Download all of it (CSV)</a>
      </p>
      <p>
        <a href={view.list}>Back to the assessment</a>
      </p>
    </>
  );
}

function Choice({ label, links }: { label: string; links: BoardView['views'] }) {
  return (
    <nav aria-label={label}>
      <ul className="ldr-link-line">
        {links.map(({ href, text, isHere }) => (
          <li key={href}>{isHere ? <strong aria-current="true">{text}</strong> : <a href={href}>{text}</a>}</li>
        ))}
      </ul>
    </nav>
  );
}

function Group({ group, by }: { group: BoardGroup; by: BoardView['by'] }) {
  const hasAction = by === 'section' && group.rows.some(({ action }) => action !== null);
  return (
    <section aria-labelledby={`group-${group.id}`}>
      <h2 className="nhsuk-heading-m" id={`group-${group.id}`}>
        {group.title}
      </h2>
      <DataTable
        caption={group.title}
        captionIsHidden
        columns={[...columns, ...(hasAction ? [actionColumn] : [])]}
        rows={group.rows}
        rowKey={({ id }) => id}
      />
      {group.links.length > 0 && (
        <ul className="ldr-link-line">
          {group.links.map(({ href, text }) => (
            <li key={href}>
              <a href={href}>{text}</a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Names({ names }: { names: readonly string[] }) {
  return names.length > 1 ? (
    <ul className="nhsuk-list nhsuk-u-font-size-16 nhsuk-u-margin-bottom-0">
      {names.map((name) => (
        <li key={name}>{name}</li>
      ))}
    </ul>
  ) : (
    (names[0] ?? 'Nobody')
  );
}

const columns: readonly Column<WorkRow>[] = [
  { heading: 'Section', cell: ({ thing }) => <a href={thing.href}>{thing.text}</a>, isRowHeading: true },
  {
    heading: 'Who',
    cell: ({ who }) => <Names names={who} />,
  },
  { heading: 'Due', cell: ({ due }) => due },
  { heading: 'Answered', cell: ({ answered }) => answered },
  { heading: 'Last change', cell: ({ lastSave }) => lastSave },
  {
    heading: 'State',
    cell: ({ standing, note }) => (
      <>
        <Tag text={standing.label} colour={standing.colour} />
        {note !== null && <span className="ldr-meaning">{note}</span>}
      </>
    ),
  },
];

const actionColumn: Column<WorkRow> = {
  heading: 'Step',
  cell: ({ action, thing }) =>
    action === null ? (
      'None'
    ) : (
      <a href={action.href}>
        {action.text}
        <span className="nhsuk-u-visually-hidden"> {thing.text}</span>
      </a>
    ),
};
