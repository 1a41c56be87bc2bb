import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import {
  BarChart,
  ChartFigure,
  DistributionChart,
  Histogram,
  NetworkChart,
  StackedBars,
  TimelineChart,
  TrajectoryCharts,
} from './index.ts';
import { describeTrajectory, type TrajectoryPoint } from './trajectory-chart.tsx';

const named = { id: 'chart', title: 'A title', description: 'What it shows' };
const spread = { min: 10, q1: 20, median: 30, q3: 45, max: 90 };
const count = (markup: string, part: string) => markup.split(part).length - 1;

test('every picture is named and described', () => {
  const markup = renderToStaticMarkup(<BarChart {...named} bars={[]} />);
  expect(markup).toContain('role="img" aria-labelledby="chart-title chart-desc"');
  expect(markup).toContain('<title id="chart-title">A title</title>');
  expect(markup).toContain('<desc id="chart-desc">What it shows</desc>');
});

test('a figure keeps note and table beneath its picture', () => {
  const markup = renderToStaticMarkup(
    <ChartFigure note="n 5" table={<p>the table</p>}>
      <p>the picture</p>
    </ChartFigure>,
  );
  expect(markup).toMatch(/the picture.*n 5.*See this as a table.*the table/);
});

describe('bars', () => {
  test('print their values, or the words given instead', () => {
    const bars = [
      { id: 'a', label: 'One', value: 43.6 },
      { id: 'b', label: 'Two', value: 50, valueText: '3 of 6' },
    ];
    const markup = renderToStaticMarkup(<BarChart {...named} bars={bars} />);
    expect(markup).toContain('>44</span>');
    expect(markup).toContain('>3 of 6</span>');
    expect(markup).toContain('width="43.6%"');
  });

  test('an absent value has words and no bar', () => {
    const markup = renderToStaticMarkup(
      <BarChart {...named} bars={[{ id: 'a', label: 'One', value: null, spread }]} />,
    );
    expect(markup).toContain('No score');
    expect(count(markup, 'class="ldr-chart__bar"')).toBe(0);
    expect(count(markup, 'class="ldr-chart__band"')).toBe(1);
  });
});

describe('strips', () => {
  test('say n in each row only where it differs', () => {
    const row = { id: 'a', label: 'One', n: 9, spread };
    const same = renderToStaticMarkup(<DistributionChart {...named} rows={[row, { ...row, id: 'b' }]} />);
    expect(same).not.toContain('(n');
    const other = { id: 'b', label: 'Two', n: 3, spread: null, missing: 'Fewer than 5' };
    const different = renderToStaticMarkup(<DistributionChart {...named} rows={[row, other]} />);
    expect(different).toContain('One (n\u00a09)');
    expect(different).toContain('Fewer than 5');
    expect(count(different, 'class="ldr-chart__whisker"')).toBe(1);
  });
});

test('columns carry their count, empty ones none', () => {
  const bins = [0, 50].map((from) => ({ from, to: from + 50, count: from }));
  const markup = renderToStaticMarkup(<Histogram {...named} bins={bins} marker={{ value: 72, label: 'You' }} />);
  expect(count(markup, 'class="ldr-chart__count"')).toBe(1);
  expect(markup).toContain('>You</text>');
});

describe('trajectories', () => {
  const points: TrajectoryPoint[] = [
    { id: 'base', label: 'Feb 2016', value: 44.4, kind: 'baseline' },
    { id: 'one', label: '2016/17', value: null, kind: 'target' },
    { id: 'two', label: '2017/18', value: 61, kind: 'target' },
  ];

  test('say in words what they show', () => {
    expect(describeTrajectory(points)).toBe('Feb 2016: 44 (baseline); 2016/17: not set; 2017/18: 61 (target).');
    expect(describeTrajectory([])).toBe('No values yet.');
  });

  test('mark only what is known or set', () => {
    const markup = renderToStaticMarkup(
      <TrajectoryCharts id="t" series={[{ id: 'records', label: 'Records', points, spread }]} />,
    );
    expect(count(markup, '<circle')).toBe(2);
    expect(markup).toContain('id="t-records-title"');
    expect(count(markup, 'class="ldr-chart__band"')).toBe(1);
  });
});

test('parts of a bar stand one after another on the scale of the longest, and nought is not drawn', () => {
  const part = (id: string, value: number) => ({ id, look: 'solid' as const, value });
  const bars = [
    { id: 'a', label: 'One', valueText: '4', parts: [part('x', 1), part('y', 0), part('z', 3)] },
    { id: 'b', label: 'Two', valueText: '8', parts: [part('x', 8)] },
  ];
  const markup = renderToStaticMarkup(<StackedBars {...named} bars={bars} />);
  const drawn = [...markup.matchAll(/class="ldr-chart__bar" x="([^"]+)" y="\d+" width="([^"]+)"/g)];
  expect(drawn.map(([, x, width]) => [x, width])).toEqual([
    ['0%', '12.5%'],
    ['12.5%', '37.5%'],
    ['0%', '100%'],
  ]);
});

test('a moment on a timeline can be seen, also at its end', () => {
  const row = { id: 'a', label: 'One', valueText: 'March', look: 'hollow' as const, from: 100, to: 100 };
  const markup = renderToStaticMarkup(
    <TimelineChart {...named} rows={[row]} years={[{ label: '2016/17', across: 0 }]} />,
  );
  expect(markup).toMatch(/class="ldr-chart__part--hollow" x="99%" y="\d+" width="1%"/);
});

test('a network numbers its nodes, and draws no link to what is none of them', () => {
  const links = [
    { from: 'a', to: 'b', look: 'whole' as const },
    { from: 'a', to: 'lost', look: 'dotted' as const },
  ];
  const markup = renderToStaticMarkup(<NetworkChart {...named} nodes={['a', 'b', 'c']} links={links} />);
  expect([...markup.matchAll(/>(\d+)<\/text>/g)].map(([, number]) => number)).toEqual(['1', '2', '3']);
  expect(count(markup, 'ldr-chart__link--')).toBe(1);
});
