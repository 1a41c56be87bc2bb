import { StackedKey, TimelineChart } from '../../../../../views/charts/index.ts';
import { Details } from '../../../../../views/details.tsx';
import { countOf } from '../../../../../views/format.ts';
import { type DeploymentStatus, deploymentStatuses, statusLabels } from '../deployment-status.ts';
import type { DeploymentView } from '../deployment-view.ts';
import { periodInWords } from '../deployment-words.ts';
import { timelineOf } from '../timeline.ts';

interface DeploymentTimelineProps {
  readonly rows: readonly DeploymentView[];
  /** What the bars are put together by: the names that one stands under, of which it may have several. */
  readonly groupsOf?: (row: DeploymentView) => readonly string[];
}

const looks = { planned: 'hollow', 'under-way': 'striped', live: 'solid', stopped: 'pale' } as const satisfies Record<
  DeploymentStatus,
  string
>;

/** So many stand open at once. */
const MOST_OPEN = 24;

/** A schedule as a picture: when each deployment starts and is live, group by group on one scale. Its tables say the same in words. */
export function DeploymentTimeline({ rows, groupsOf = ({ group }) => [group] }: DeploymentTimelineProps) {
  const timeline = timelineOf(rows);
  if (timeline === null) {
    return null;
  }
  const timed = rows.filter(({ id }) => timeline.bars.has(id));
  const shown = deploymentStatuses.filter((status) => timed.some((row) => row.status === status));
  const names = [...new Set(timed.flatMap(groupsOf))].toSorted();
  return (
    <>
      <StackedKey
        id="timeline-key"
        looks={shown.map((status) => ({ look: looks[status], label: statusLabels[status] }))}
      />
      {names.map((name, index) => {
        const ofGroup = timed.filter((row) => groupsOf(row).includes(name));
        return (
          <Details
            key={name}
            summary={`${name} (${countOf(ofGroup.length, 'deployment')})`}
            open={timed.length <= MOST_OPEN}
          >
            <TimelineChart
              id={`timeline-${index}`}
              title={`Timeline: ${name}`}
              description={ofGroup.map(inWords).join(' ')}
              years={timeline.years}
              rows={ofGroup.map((row) => ({
                id: row.id,
                label: row.title,
                valueText: row.goesLive === null ? '' : periodInWords(row.goesLive),
                look: looks[row.status],
                ...(timeline.bars.get(row.id) ?? { from: 0, to: 0 }),
              }))}
            />
          </Details>
        );
      })}
      {timed.length < rows.length && (
        <p className="ldr-figure-note">
          {countOf(rows.length - timed.length, 'deployment')} without a time to go live{' '}
          {rows.length - timed.length === 1 ? 'is' : 'are'} not in the picture.
        </p>
      )}
    </>
  );
}

function inWords({ title, status, starts, goesLive }: DeploymentView): string {
  const start = starts === null ? '' : `, starts ${periodInWords(starts)}`;
  return `${title}: ${statusLabels[status].toLowerCase()}${start}, live by ${periodInWords(goesLive ?? '')}.`;
}
