import { paths } from '../../../paths.ts';
import { formatDate } from '../../../views/format.ts';
import { type Day, LAST_DAY_OF_GROUPS, onDay, planningKindOn } from '../../directory/index.ts';

interface SinceBoardsProps {
  readonly day: Day;
  /** This page on the last day of the groups, and what stands there. */
  readonly before: { readonly href: string; readonly text: string };
}

/** On the days of boards: why so little is recorded of footprints, and where there is more. Nothing on the days before. */
export function SinceBoards({ day, before }: SinceBoardsProps) {
  if (planningKindOn(day.asAt) === 'stp') {
    return null;
  }
  return (
    <p>
      Footprints were made of clinical commissioning groups (CCGs), which ended on {formatDate(LAST_DAY_OF_GROUPS)}, and
      no source says who took their part. So on later days little is recorded of them. See{' '}
      <a href={onDay(before.href, LAST_DAY_OF_GROUPS)}>
        {before.text} on {formatDate(LAST_DAY_OF_GROUPS)}
      </a>
      , or what there is on this day: <a href={day.link(`${paths.footprints()}#map`)}>the areas of the boards</a> and{' '}
      <a href={day.link(paths.organisations())}>the organisations</a>.
    </p>
  );
}
