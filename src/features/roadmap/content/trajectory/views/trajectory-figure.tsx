import { ChartFigure, TrajectoryCharts, type TrajectorySeries } from '../../../../../views/charts/index.ts';
import { DataTable } from '../../../../../views/data-table.tsx';
import { countOf } from '../../../../../views/format.ts';
import type { TrajectoryTarget } from '../trajectory.ts';
import { plotOfScale } from '../trajectory-scale.ts';
import {
  type BaselineView,
  printedBaseline,
  printedTarget,
  type TrajectoryView,
  type TrajectoryViewRow,
} from '../trajectory-view.ts';

/** From where the footprint stands to where it means to be: small charts, and the table folded away beneath. */
export function TrajectoryFigure({ view }: { view: TrajectoryView }) {
  if (view.rows.every(isUnknown)) {
    return <p className="ldr-empty">There is no baseline and no target yet. Both will be drawn here.</p>;
  }
  return (
    <ChartFigure
      note={noteOf(view)}
      table={<TrajectoryTable view={view} />}
      tableSummary="See the trajectory as a table"
    >
      <TrajectoryCharts
        id="trajectory"
        series={view.rows.map((row) => seriesOf(row, view))}
        scale={plotOfScale(view.scale)}
      />
    </ChartFigure>
  );
}

/** The same with its table in full view, because in a roadmap the reasons in it are part of the text. */
export function TrajectoryReading({ view }: { view: TrajectoryView }) {
  return (
    <>
      <TrajectoryCharts
        id="trajectory"
        series={view.rows.map((row) => seriesOf(row, view))}
        scale={plotOfScale(view.scale)}
      />
      <p className="ldr-figure-note">{noteOf(view)}</p>
      <TrajectoryTable view={view} />
    </>
  );
}

function isUnknown({ baseline, targets }: TrajectoryViewRow): boolean {
  return baseline.mean === null && targets.every(({ target }) => target === null);
}

function noteOf({ source, asAt, scale }: TrajectoryView): string {
  return `Scores run from ${scale.least} to ${scale.most}. Baseline: the simple mean over the lead and core members that are assessed, from the ${source} ${asAt} Targets: set by the footprint.`;
}

function seriesOf({ groupId, label, baseline, targets }: TrajectoryViewRow, view: TrajectoryView): TrajectorySeries {
  const shortLabel = (yearId: string) =>
    view.years.find(({ id }) => id === yearId)?.label.replace(/^End (20)?/, '') ?? yearId;
  return {
    id: groupId,
    label,
    note: baselineInWords(baseline),
    points: [
      { id: 'baseline', label: 'Baseline', value: baseline.mean, kind: 'baseline' },
      ...targets.map(({ yearId, target }) => ({
        id: yearId,
        label: shortLabel(yearId),
        value: target,
        kind: 'target' as const,
      })),
    ],
  };
}

/** Every number of the trajectory, with what the baseline is made of and the reasons given. */
export function TrajectoryTable({ view }: { view: TrajectoryView }) {
  return (
    <DataTable
      caption="Average score of the footprint’s assessed members: baseline and targets"
      rows={view.rows}
      rowKey={({ groupId }) => groupId}
      columns={[
        { heading: 'Capability group', isRowHeading: true, cell: ({ label }) => label },
        { heading: 'Baseline', cell: ({ baseline }) => <BaselineCell baseline={baseline} /> },
        ...view.years.map((year) => ({
          heading: year.label,
          numeric: true,
          cell: ({ targets }: TrajectoryViewRow) =>
            printedTarget(targets.find(({ yearId }) => yearId === year.id)?.target ?? null),
        })),
        {
          heading: 'Why',
          cell: ({ rationale, targets }) => <Reasons rationale={rationale} targets={targets} view={view} />,
        },
      ]}
    />
  );
}

/** The mean with its n and who is missing, on lines of their own. */
export function BaselineCell({ baseline }: { baseline: BaselineView }) {
  return (
    <>
      <span className="ldr-baseline">{printedBaseline(baseline)}</span>
      <span className="ldr-baseline-note">{baselineInWords(baseline)}</span>
    </>
  );
}

function baselineInWords({ n, included, missing, isHeldBack }: BaselineView): string {
  if (isHeldBack) {
    return 'The results of the round were not public when this was frozen.';
  }
  const all = included.length + missing.length;
  if (all === 0) {
    return 'No member of this footprint completes the self-assessment.';
  }
  const counted = `Mean of ${n} of ${countOf(all, 'assessed member')}.`;
  return missing.length === 0 ? counted : `${n === 0 ? '' : `${counted} `}No score from ${missing.join('; ')}.`;
}

interface ReasonsProps {
  readonly rationale: string;
  readonly targets: readonly TrajectoryTarget[];
  readonly view: TrajectoryView;
}

function Reasons({ rationale, targets, view }: ReasonsProps) {
  const falls = targets.filter(({ fallReason }) => fallReason !== '');
  const labelOf = (yearId: string) => view.years.find(({ id }) => id === yearId)?.label ?? yearId;
  if (rationale === '' && falls.length === 0) {
    return <span className="ldr-nothing">No reason given</span>;
  }
  return (
    <div className="ldr-cell--wide">
      <span className="ldr-plain-text">{rationale}</span>
      {falls.map(({ yearId, fallReason }) => (
        <span key={yearId} className="ldr-fall-reason">
          {labelOf(yearId)} is lower: {fallReason}
        </span>
      ))}
    </div>
  );
}
