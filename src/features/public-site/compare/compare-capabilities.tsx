import { ChartFigure, type PlotScale, TrajectoryCharts, type TrajectorySeries } from '../../../views/charts/index.ts';
import { DataTable } from '../../../views/data-table.tsx';
import { countOf, formatTrajectoryScore } from '../../../views/format.ts';
import { printedBaseline } from '../../roadmap/index.ts';
import { commonScale } from './common-scale.ts';
import { targetYears } from './compare-footprints.ts';
import type { CapabilityFigures, CapabilityRow, ComparedFootprint, Comparison, Pair } from './comparison.ts';

interface CapabilitySectionProps {
  readonly sides: Pair<ComparedFootprint>;
  readonly comparison: Comparison;
}

/** Where each stands and means to be, by capability group, as far as it has published that. */
export function CapabilitySection({ sides, comparison: { capabilities, names } }: CapabilitySectionProps) {
  const unpublished = sides.filter(({ roadmap }) => roadmap === null).map(({ footprint }) => footprint.name);
  return (
    <section aria-labelledby="capabilities">
      <h2 id="capabilities">Where they stand and where they mean to be</h2>
      {unpublished.map((name) => (
        <p key={name} className="ldr-empty">
          {name} has not published a roadmap. Its baseline and targets will be drawn here once it has.
        </p>
      ))}
      {capabilities.length > 0 && (
        <ChartFigure
          note={noteOf(sides)}
          table={<CapabilityTable capabilities={capabilities} names={names} />}
          tableSummary="See all baselines and targets as a table"
        >
          {capabilities.map((row) => (
            <div key={row.id} className="ldr-compared">
              <h3 className="nhsuk-heading-s">{row.label}</h3>
              <TrajectoryCharts id={`group-${row.id}`} series={seriesOf(row, names)} scale={plotOf(sides)} />
            </div>
          ))}
        </ChartFigure>
      )}
    </section>
  );
}

function noteOf(sides: Pair<ComparedFootprint>): string {
  const methods = sides.flatMap(({ footprint, roadmap }) =>
    roadmap === null || roadmap.method === '' ? [] : [`${footprint.name}: ${roadmap.method}`],
  );
  return `${rangeInWords(sides)} Baseline: the simple mean over the lead and core members that are assessed. Targets: set by each footprint for itself. From the newest published version, whatever day is shown above. ${methods.join(' ')}`;
}

function rangeInWords(sides: Pair<ComparedFootprint>): string {
  const scale = commonScale(sides);
  return scale === null
    ? 'Each has scores on a scale of its own, which are not set against each other.'
    : `Scores run from ${scale.least} to ${scale.most}.`;
}

/** One plot for both, also where their scales differ. */
function plotOf(sides: Pair<ComparedFootprint>): PlotScale {
  const scales = sides.flatMap(({ roadmap }) => roadmap?.scale ?? []);
  return {
    least: Math.min(...scales.map(({ least }) => least)),
    most: Math.max(...scales.map(({ most }) => most)),
    format: formatTrajectoryScore,
  };
}

function seriesOf({ figures }: CapabilityRow, names: Pair<string>): TrajectorySeries[] {
  return figures.flatMap((group, index) =>
    group === null
      ? []
      : [
          {
            id: String(index),
            label: names[index === 0 ? 0 : 1],
            note: countedWords(group),
            points: [
              { id: 'baseline', label: 'Baseline', value: group.baseline, kind: 'baseline' as const },
              ...group.targets.map(({ year, target }) => ({
                id: year,
                label: year.replace(/^End (20)?/, ''),
                value: target,
                kind: 'target' as const,
              })),
            ],
          },
        ],
  );
}

function countedWords({ countedProviders, allProviders, isHeldBack }: CapabilityFigures): string {
  if (isHeldBack) {
    return 'The results of the round were not public when this was frozen.';
  }
  return allProviders === 0
    ? 'No member completes the self-assessment.'
    : `Mean of ${countedProviders} of ${countOf(allProviders, 'assessed member')}.`;
}

function targetIn({ targets }: CapabilityFigures, year: string): string {
  const target = targets.find((each) => each.year === year)?.target ?? null;
  return target === null ? '–' : formatTrajectoryScore(target);
}

interface CapabilityLine {
  readonly key: string;
  readonly label: string;
  readonly name: string;
  readonly group: CapabilityFigures;
}

function CapabilityTable({ capabilities, names }: Pick<Comparison, 'capabilities' | 'names'>) {
  const lines = capabilities.flatMap(({ id, label, figures }) =>
    figures.flatMap((group, index): CapabilityLine[] => {
      const name = names[index === 0 ? 0 : 1];
      return group === null ? [] : [{ key: `${id}-${index}`, label, name, group }];
    }),
  );
  return (
    <DataTable
      caption="Average score of each footprint’s assessed members: baseline and targets"
      captionIsHidden
      rows={lines}
      rowKey={({ key }) => key}
      columns={[
        { heading: 'Capability group', isRowHeading: true, cell: ({ label }) => label },
        { heading: 'Footprint', cell: ({ name }) => name },
        {
          heading: 'Baseline',
          numeric: true,
          cell: ({ group }) => printedBaseline({ mean: group.baseline, isHeldBack: group.isHeldBack }),
        },
        {
          heading: 'Members counted',
          numeric: true,
          cell: ({ group }) => (group.isHeldBack ? '–' : `${group.countedProviders} of ${group.allProviders}`),
        },
        ...targetYears(capabilities).map((year) => ({
          heading: year,
          numeric: true,
          cell: ({ group }: CapabilityLine) => targetIn(group, year),
        })),
      ]}
    />
  );
}
