import { expect, it } from 'vitest';
import { progressBar, progressLine } from './progress-bar.ts';
import { recordingTerminal } from './testing/recording-terminal.ts';

it.each([
  [0, 0, 0, '[------------------------]   0%  0 rows, 0 a second'],
  [0.5, 6000, 1500, '[############------------]  50%  6,000 rows, 4,000 a second'],
  [1.2, 10, 1000, '[########################] 100%  10 rows, 10 a second'],
])('shows a share of %s', (share, rows, milliseconds, line) => {
  expect(progressLine(share, rows, milliseconds)).toBe(line);
});

it('is seen where a person looks, is wiped away at the end, and is nothing elsewhere', () => {
  const lines: string[] = [];
  const bar = progressBar({ ...recordingTerminal(), status: (line) => lines.push(line) }, 200, () => 0);
  bar.show(100, 3);
  bar.end();
  expect(lines).toEqual(['[############------------]  50%  3 rows, 0 a second', '']);
  expect(() => progressBar(recordingTerminal(), 200, () => 0).show(100, 3)).not.toThrow();
});
