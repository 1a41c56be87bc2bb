import encodeQR from 'qr';

/** Free squares around a code, without which cameras do not find it (ISO/IEC 18004 asks for four). */
const QUIET = 4;

interface QrCodeProps {
  readonly text: string;
  /** What it is for whoever cannot see it. */
  readonly label: string;
}

/** A text as a picture that a phone reads. Black on white whatever the colours of the page. */
export function QrCode({ text, label }: QrCodeProps) {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: QUIET });
  return (
    <svg className="ldr-qr" viewBox={`0 0 ${rows.length} ${rows.length}`} role="img" aria-label={label}>
      <rect width="100%" height="100%" fill="#fff" />
      <path d={rows.map(pathOfRow).join('')} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}

function pathOfRow(squares: readonly boolean[], row: number): string {
  return squares.map((isDark, column) => (isDark ? `M${column} ${row}h1v1h-1z` : '')).join('');
}
