import { paths } from '../../../paths.ts';
import { rounded } from '../../../platform/rounding.ts';
import { DataTable } from '../../../views/data-table.tsx';
import { Details } from '../../../views/details.tsx';
import type { Round } from '../../programme/index.ts';
import { smallestGroup } from '../../scoring/index.ts';
import { PAUSE_MINUTES } from '../answering-minutes.ts';
import type { AnsweringTime } from '../answering-times.ts';

interface AnsweringTimePageProps {
  readonly round: Round;
  readonly rounds: readonly Round[];
  readonly times: readonly AnsweringTime[];
}

/** How long each section takes, and below it each of its questions. */
export function AnsweringTimePage({ round, rounds, times }: AnsweringTimePageProps) {
  const sections = times.filter(({ question }) => question === null);
  const others = rounds.filter(({ id }) => id !== round.id);
  return (
    <>
      <h1>How long answering takes</h1>
      <p>
        {round.label}. In minutes, from when answers were saved: from one save to the same person’s next. More than{' '}
        {PAUSE_MINUTES} minutes without a save count as a pause, and nothing is known of the time before a first save.
        So the figures are low rather than high, and good for comparing questions with each other, not for adding up
        what a round costs.
      </p>
      <p>
        Who took how long is shown to nobody and kept nowhere. Of fewer than {smallestGroup} organisations no figure is
        shown.
      </p>
      <ul className="nhsuk-list">
        <li>
          <a href={paths.answeringTimeFile({ round: round.id })}>Download as a table (CSV)</a>
        </li>
        {others.map(({ id, label }) => (
          <li key={id}>
            <a href={paths.answeringTime({ round: id })}>{label}</a>
          </li>
        ))}
      </ul>
      <h2>By section</h2>
      <TimeTable caption="Minutes a section took" times={sections} />
      <h2>By question</h2>
      {sections.map(({ sectionId, section }) => (
        <Details key={sectionId} summary={section}>
          <TimeTable
            caption={`Minutes a question of “${section}” took`}
            times={times.filter((time) => time.sectionId === sectionId && time.question !== null)}
          />
        </Details>
      ))}
    </>
  );
}

function TimeTable({ caption, times }: { readonly caption: string; readonly times: readonly AnsweringTime[] }) {
  return (
    <DataTable
      caption={caption}
      captionIsHidden
      columns={[
        {
          heading: 'What is answered',
          cell: ({ section, question }: AnsweringTime) => question?.text ?? section,
          isRowHeading: true,
        },
        { heading: 'Assessments', cell: ({ spread }) => spread?.n ?? `Fewer than ${smallestGroup}`, numeric: true },
        { heading: 'Median', cell: ({ spread }) => inMinutes(spread?.median), numeric: true },
        {
          heading: 'Middle half',
          cell: ({ spread }) => (spread === null ? 'Not shown' : `${inMinutes(spread.q1)} to ${inMinutes(spread.q3)}`),
          numeric: true,
        },
      ]}
      rows={times}
      rowKey={({ sectionId, question }) => `${sectionId} ${question?.id ?? ''}`}
    />
  );
}

function inMinutes(minutes: number | undefined): string {
  return minutes === undefined ? 'Not shown' : rounded(minutes, 1).toFixed(1);
}
