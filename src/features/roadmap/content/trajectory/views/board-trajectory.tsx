import { DataTable } from '../../../../../views/data-table.tsx';
import type { BoardReading } from '../../content-kind.ts';
import { documentTrajectory, printedBaseline, printedTarget, type TrajectoryViewRow } from '../trajectory-view.ts';

/** Where the footprint stands in each capability group, and where it means to be. */
export function BoardTrajectory({ document }: BoardReading) {
  const view = documentTrajectory(document);
  if (view === null) {
    return null;
  }
  return (
    <>
      <h2>Capabilities</h2>
      <DataTable
        caption="Capability groups, now and by each year"
        rows={view.rows}
        rowKey={({ groupId }) => groupId}
        columns={[
          { heading: 'Capability group', isRowHeading: true, cell: ({ label }) => label },
          { heading: 'Baseline', numeric: true, cell: ({ baseline }) => printedBaseline(baseline) },
          ...view.years.map(({ label }, index) => ({
            heading: label,
            numeric: true,
            cell: ({ targets }: TrajectoryViewRow) => printedTarget(targets[index]?.target ?? null),
          })),
        ]}
      />
      <p className="ldr-figure-note">
        {view.source} {view.asAt}
      </p>
    </>
  );
}
