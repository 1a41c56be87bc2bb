/** Told apart without colour: filled, striped, hollow, and pale. */
export type PartLook = 'solid' | 'striped' | 'hollow' | 'pale';

interface BarPartProps {
  readonly look: PartLook;
  /** The id of the stripes of this picture. */
  readonly stripes: string;
  readonly x: string | number;
  readonly y: number;
  readonly width: string | number;
  readonly height: number;
}

const classes: Readonly<Record<PartLook, string>> = {
  solid: 'ldr-chart__bar',
  striped: 'ldr-chart__part--striped',
  hollow: 'ldr-chart__part--hollow',
  pale: 'ldr-chart__band',
};

/** A bar, or a part of one. */
export function BarPart({ look, stripes, ...place }: BarPartProps) {
  const fill = look === 'striped' ? { fill: `url(#${stripes})` } : {};
  return <rect className={classes[look]} {...place} {...fill} />;
}

/** What striped bars of a picture are filled with. `id`: unique on the page. */
export function Stripes({ id }: { id: string }) {
  return (
    <pattern id={id} width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="8" height="8" fill="#fff" />
      <line className="ldr-chart__stripe" x1="2" x2="2" y1="0" y2="8" />
    </pattern>
  );
}
