import { paths } from '../../../paths.ts';
import { DataTable } from '../../../views/data-table.tsx';
import { ButtonLink } from '../../../views/forms/button.tsx';
import { Tag } from '../../../views/tag.tsx';
import {
  extensionsInForce,
  firstDayInWords,
  type Round,
  roundDeadlineInWords,
  roundState,
  roundStateLabel,
} from '../../programme/index.ts';
import { hasTime } from '../planned-round.ts';
import { givesTime } from '../round-rules.ts';
import { scopeInWords, stateColours } from './round-words.ts';

interface RoundsPageProps {
  readonly rounds: readonly Round[];
  /** The present day. */
  readonly today: string;
}

/** Every round of the programme and where it stands. */
export function RoundsPage({ rounds, today }: RoundsPageProps) {
  return (
    <>
      <h1>Rounds</h1>
      <p>
        A round is one cycle of assessment or planning. Open it early, extend its deadline or close it on its own page.
        Those that come with the programme stand here beside those that are planned here.
      </p>
      {rounds.length > 0 && <NoTimeLeft rounds={rounds} today={today} />}
      <div className="nhsuk-button-group">
        <ButtonLink href={paths.newRound()}>Plan a round of assessment</ButtonLink>
        <ButtonLink href={paths.newPlanningRound()} secondary>
          Plan a round of planning
        </ButtonLink>
      </div>
      <DataTable
        caption="Rounds of the programme"
        captionIsHidden
        rows={rounds.toSorted((a, b) => (a.opensOn < b.opensOn ? 1 : -1))}
        rowKey={({ id }) => id}
        empty="The programme has no round."
        columns={[
          {
            heading: 'Round',
            isRowHeading: true,
            cell: ({ id, label }) => <a href={paths.round(id)}>{label}</a>,
          },
          { heading: 'State', cell: (round) => <RoundTag round={round} today={today} /> },
          { heading: 'First day', cell: firstDayInWords },
          { heading: 'Deadline', cell: (round) => roundDeadlineInWords(round, today) },
          { heading: 'Extended for', cell: extendedFor },
        ]}
      />
    </>
  );
}

/** Where nothing more can be sent in time, or at all. */
function NoTimeLeft({ rounds, today }: RoundsPageProps) {
  if (rounds.some((round) => hasTime(round, today))) {
    return null;
  }
  return rounds.some((round) => roundState(round, today) === 'open') ? (
    <p>
      No deadline lies ahead. What is sent in an open round now counts as late: plan a new round, or extend an open one.
    </p>
  ) : (
    <p>No round is open, so nothing can be sent: plan a new round, or open one again.</p>
  );
}

export function RoundTag({ round, today }: { round: Round; today: string }) {
  const state = roundState(round, today);
  return <Tag text={roundStateLabel(round, today)} colour={stateColours[state]} />;
}

function extendedFor(round: Round): string {
  const giving = extensionsInForce(round).filter((extension) => givesTime(round, extension));
  const whom = giving.map(({ scope }) => scopeInWords(scope));
  return whom.length === 0 ? 'Nobody' : whom.join(', ');
}
