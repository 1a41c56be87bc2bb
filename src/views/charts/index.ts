export { type Bar, BarChart } from './bar-chart.tsx';
export { ChartFigure } from './chart-figure.tsx';
export type { Spread } from './chart-geometry.ts';
export { DistributionChart, type DistributionRow } from './distribution-chart.tsx';
export { type Bin, Histogram } from './histogram.tsx';
export { SpreadKey } from './spread-key.tsx';
export { TrajectoryCharts, type TrajectoryPoint, type TrajectorySeries } from './trajectory-chart.tsx';
