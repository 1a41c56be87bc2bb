import decodeQR from 'qr/decode.js';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { QrCode } from './qr-code.tsx';

const PIXELS = 6;

/** What a phone would read from the picture. */
function read(svg: string): string {
  const side = PIXELS * Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1]);
  const data = new Uint8Array(side * side * 4).fill(255);
  for (const [, column, row] of svg.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    for (let y = PIXELS * Number(row); y < PIXELS * (Number(row) + 1); y += 1) {
      const from = 4 * (y * side + PIXELS * Number(column));
      data.fill(0, from, from + 4 * PIXELS);
    }
  }
  return decodeQR({ width: side, height: side, data });
}

it.each([
  'otpauth://totp/Local%20Digital%20Roadmaps:a.sample@example.nhs.uk?secret=JBSWY3DPEHPK3PXP&issuer=Local%20Digital%20Roadmaps',
  `otpauth://totp/${'a'.repeat(80)}:${'b'.repeat(64)}@${'c'.repeat(180)}.example?secret=${'A'.repeat(64)}&digits=6&period=30`,
])('is read by a camera as it was written', (text) => {
  expect(read(renderToStaticMarkup(<QrCode text={text} label="A code" />))).toBe(text);
});
