import type { BoundaryFault, BoundaryReport } from '../../features/map/index.ts';
import { countOf, formatNumber } from '../../views/format.ts';

const MOST_SHOWN = 20;

/** What an import did or would do, line by line. */
export function boundaryReportLines(report: BoundaryReport, isDryRun: boolean): string[] {
  const { difference, points, validTo } = report;
  const what = report.form === 'boundaries' ? 'boundary' : 'hexagon';
  const several = report.form === 'boundaries' ? 'boundaries' : 'hexagons';
  return [
    `${countOf(report.count, what, several)}${report.comparedWith === null ? ', the first of this kind for that day' : `, compared with ${report.comparedWith}`}:`,
    `  new ${difference.added.length}, changed ${difference.changed.length}, gone ${difference.gone.length}, the same ${difference.sameCount}`,
    ...listed('New', difference.added.map(withName)),
    ...listed('Changed', difference.changed.map(withName)),
    ...listed('Gone', difference.gone.map(withName)),
    ...listed('Left out, because the directory does not know the code', report.skipped),
    ...listed('In the directory, but not in the file', report.withoutBoundary),
    ...(validTo === null ? [] : [`They hold until the day before ${validTo}.`]),
    ...(points === null
      ? []
      : [
          `Simplified from ${formatNumber(points.before)} to ${formatNumber(points.after)} positions; borders stay shared.`,
        ]),
    isDryRun ? 'Nothing was changed.' : 'Done.',
  ];
}

/** What is wrong with a file, each fault with its place. */
export function boundaryFaultLines(faults: readonly BoundaryFault[]): string[] {
  return [
    ...faults.slice(0, MOST_SHOWN).map(({ feature, path, reason }) => {
      const place = [feature === null ? '' : `area ${feature}`, path].filter((part) => part !== '').join(', ');
      return `  ${place === '' ? '' : `${place}: `}${reason}`;
    }),
    ...(faults.length > MOST_SHOWN ? [`  and ${formatNumber(faults.length - MOST_SHOWN)} more`] : []),
  ];
}

const withName = ({ code, name }: { readonly code: string; readonly name: string }): string => `${code} ${name}`.trim();

function listed(label: string, items: readonly string[]): string[] {
  if (items.length === 0) {
    return [];
  }
  const rest = items.length > MOST_SHOWN ? ` and ${formatNumber(items.length - MOST_SHOWN)} more` : '';
  return [`  ${label}: ${items.slice(0, MOST_SHOWN).join(', ')}${rest}`];
}
