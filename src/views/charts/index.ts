export { type Bar, BarChart } from './bar-chart.tsx';
export { ChartFigure } from './chart-figure.tsx';
export type { PlotScale } from './chart-geometry.ts';
export { DistributionChart } from './distribution-chart.tsx';
export { Histogram } from './histogram.tsx';
export { SpreadKey } from './spread-key.tsx';
export { StackedBars, StackedKey } from './stacked-bars.tsx';
export { TimelineChart } from './timeline-chart.tsx';
export { TrajectoryCharts, type TrajectorySeries } from './trajectory-chart.tsx';
