import { scaleLog } from 'd3-scale';
import type { Curves } from './measure.ts';

const WIDTH = 720;
const HEIGHT = 360;
const LEFT = 60;
const RIGHT = 180;
const TOP = 20;
const BOTTOM = 40;
const LABEL_HEIGHT = 15;
const ticks = [1, 10, 100, 1000, 10_000];

/** A line for each page, made anew, on two logarithmic scales: one that grows as the number does goes up as the dotted line. */
export function growthChart(what: string, curves: Curves): string {
  const sizes = [...curves.values()][0]?.map(({ size }) => size) ?? [];
  const [least = 1, most = 1] = [sizes[0], sizes.at(-1)];
  const x = scaleLog([least, most], [LEFT, WIDTH - RIGHT]);
  const y = scaleLog([1, 10_000], [HEIGHT - BOTTOM, TOP]).clamp(true);
  const text = (at: readonly [number, number], words: string, anchor = 'middle') =>
    `<text x="${at[0].toFixed(1)}" y="${at[1].toFixed(1)}" text-anchor="${anchor}">${words}</text>`;
  const line = (points: readonly (readonly [number, number])[], style: string) =>
    `<polyline points="${points.map((point) => point.map((part) => part.toFixed(1)).join(',')).join(' ')}" ${style}/>`;
  const grid = ticks.flatMap((tick) => [
    line(
      [
        [LEFT, y(tick)],
        [WIDTH - RIGHT, y(tick)],
      ],
      'fill="none" stroke="#d8dde0"',
    ),
    text([LEFT - 6, y(tick) + 4], tick.toLocaleString('en-GB'), 'end'),
  ]);
  const axis = sizes.map((size) => text([x(size), HEIGHT - BOTTOM + 16], size.toLocaleString('en-GB')));
  const linear = line(
    [
      [x(least), y(1)],
      [x(most), y(most / least)],
    ],
    'fill="none" stroke="#768692" stroke-dasharray="2 4"',
  );
  const lines = [...curves].map(([, points]) =>
    line(
      points.map(({ size, firstMilliseconds }) => [x(size), y(firstMilliseconds)]),
      'fill="none" stroke="#005eb8" stroke-width="1.5"',
    ),
  );
  const ends = [...curves]
    .map(([name, points]) => ({ name, at: y(points.at(-1)?.firstMilliseconds ?? 1) }))
    .sort((a, b) => a.at - b.at);
  const labels = spread(ends.map(({ at }) => at)).map((at, index) =>
    text([WIDTH - RIGHT + 8, at + 4], ends[index]?.name ?? '', 'start'),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="Arial, sans-serif" font-size="12" fill="#212b32">
<title>Milliseconds a page takes, made anew, by the number of ${what}</title>
<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>
${[...grid, linear, ...lines, ...axis, ...labels, text([(LEFT + WIDTH - RIGHT) / 2, HEIGHT - 6], `${what} (dotted: as fast as their number)`)].join('\n')}
</svg>
`;
}

/** Names one under the other where their lines end, none over another. */
function spread(wanted: readonly number[]): number[] {
  const placed: number[] = [];
  for (const at of wanted) {
    placed.push(Math.max(at, (placed.at(-1) ?? Number.NEGATIVE_INFINITY) + LABEL_HEIGHT));
  }
  const over = Math.max(0, (placed.at(-1) ?? 0) - (HEIGHT - BOTTOM));
  return placed.map((at) => at - over);
}
