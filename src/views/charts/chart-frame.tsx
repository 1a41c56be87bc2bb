import type { ReactNode } from 'react';

interface ChartFrameProps {
  /** Unique on the page: names the title and description. */
  readonly id: string;
  readonly title: string;
  /** Says in words what the picture shows, for whoever does not see it. */
  readonly description: string;
  /** In pixels; the width is that of the column. */
  readonly height: number;
  /** Of a picture that keeps its proportions and shrinks with its column. */
  readonly viewBox?: string;
  readonly children: ReactNode;
}

/** One picture with its title and description. */
export function ChartFrame({ id, title, description, height, viewBox, children }: ChartFrameProps) {
  return (
    <svg
      className="ldr-chart__svg"
      width="100%"
      height={height}
      {...(viewBox === undefined ? {} : { viewBox })}
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
      focusable="false"
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{description}</desc>
      {children}
    </svg>
  );
}
