import { paths } from '../../../paths.ts';
import { formatDate } from '../../../views/format.ts';
import { type Day, LAST_DAY_OF_GROUPS, onDay, planningKindOn } from '../../directory/index.ts';

interface SinceBoardsProps {
  readonly day: Day;
  /** The day of whose state of affairs most is on record. */
  readonly factsOn: string;
  /** This page, and what stands there on the day of the facts. */
  readonly before: { readonly href: string; readonly text: string };
}

/**
 * On the days of boards, in a programme of the days before: why so little is recorded of footprints, and where there is more. Nothing on
 * the days before, or where the programme is one of boards itself.
 */
export function SinceBoards({ day, factsOn, before }: SinceBoardsProps) {
  if (planningKindOn(day.asAt) === 'stp' || planningKindOn(factsOn) !== 'stp') {
    return null;
  }
  return (
    <p>
      Footprints were made of clinical commissioning groups (CCGs), which ended on {formatDate(LAST_DAY_OF_GROUPS)}, and
      no source says who took their part. So on later days little is recorded of them. See{' '}
      <a href={onDay(before.href, factsOn)}>
        {before.text} on {formatDate(factsOn)}
      </a>
      , or what there is on this day: <a href={day.link(`${paths.footprints()}#map`)}>the areas of the boards</a> and{' '}
      <a href={day.link(paths.organisations())}>the organisations</a>.
    </p>
  );
}
