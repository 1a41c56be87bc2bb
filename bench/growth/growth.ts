import { writeFile } from 'node:fs/promises';
import os from 'node:os';
import { projectFolder } from '../../src/project-folder.ts';
import type { BenchRow } from '../row.ts';
import { type Fill, fillFootprints, fillOrganisations, fillProviders } from './fill.ts';
import { growthChart } from './growth-chart.ts';
import { type Curves, measureGrowth } from './measure.ts';
import { type Growth, performancePage } from './performance-page.ts';

const dimensions: readonly { readonly what: string; readonly sizes: readonly number[]; readonly fill: Fill }[] = [
  { what: 'footprints', sizes: [10, 100, 1000], fill: fillFootprints },
  { what: 'providers', sizes: [240, 2400, 24_000], fill: fillProviders },
  { what: 'organisations', sizes: [1000, 10_000, 50_000], fill: fillOrganisations },
];

/** Steeper than that a page is worse than linear, whatever else goes on on the machine. */
const STEEPEST = 1.2;

/** Writes `docs/performance.md`: how each kind of public page grows with what the service holds. */
export async function benchGrowth(): Promise<BenchRow[]> {
  const measured: Growth[] = [];
  for (const { what, sizes, fill } of dimensions) {
    measured.push({ what, curves: await measureGrowth(fill, sizes) });
  }
  for (const { what, curves } of measured) {
    await writeFile(projectFolder('docs', 'images', `growth-${what}.svg`), growthChart(what, curves));
  }
  const machine = { cores: os.cpus().length, load: os.loadavg()[2] ?? 0 };
  await writeFile(projectFolder('docs', 'performance.md'), performancePage(measured, machine));
  return measured.map(({ what, curves }) => rowOf(what, curves));
}

function rowOf(what: string, curves: Curves): BenchRow {
  const [steepest = { name: '', power: 0 }] = [...curves]
    .map(([name, points]) => ({ name, power: powerOf(points) }))
    .sort((a, b) => b.power - a.power);
  return {
    name: `Growth with ${what}: the page that grows fastest, made anew`,
    ours: `${steepest.name}, as the number of ${what} to the power of ${steepest.power.toFixed(2)}`,
    against: `a power of ${STEEPEST} at most`,
    ratio: STEEPEST / Math.max(steepest.power, 0.01),
    toReach: 1,
  };
}

/** 1 where a page takes ten times as long with ten times as much, between the last two sizes. */
function powerOf(points: Curves extends ReadonlyMap<string, infer Points> ? Points : never): number {
  const [before, last] = points.slice(-2);
  return before === undefined || last === undefined
    ? 0
    : Math.log(last.firstMilliseconds / before.firstMilliseconds) / Math.log(last.size / before.size);
}
