import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Difference } from '../../register/index.ts';
import { DifferenceGatherer } from './gather-differences.ts';
import { firstOfEachKind, isSameReport, percentRead } from './upload.ts';

const line: Difference = { kind: 'renamed', code: 'A', name: 'B', before: 'C', after: 'D', isPast: false, row: 1 };
const facts = { rowCount: 3, counts: { renamed: 1 }, notes: [], absent: { total: 0, codes: [] }, sourceId: 'x' };

function found(differences: readonly Difference[], changes: Partial<typeof facts> = {}) {
  const gatherer = new DifferenceGatherer();
  differences.forEach(gatherer.add);
  return gatherer.end({ ...facts, ...changes });
}

describe('two checks of a file', () => {
  it('found the same when every difference is the same', () => {
    expect(isSameReport(found([line]).report, found([line], { sourceId: 'y' }).report)).toBe(true);
  });

  it.each([
    ['what was known', [{ ...line, before: 'E' }]],
    ['whom it is about', [{ ...line, code: 'E' }]],
    ['the order', [{ ...line, after: 'E' }, line]],
    ['one more', [line, line]],
    ['nothing', []],
  ])('found something else when %s differs, though there be as many of each kind', (_, differences) => {
    const seen = found(differences.length > 1 ? [line, { ...line, after: 'E' }] : [line]);
    expect(isSameReport(found(differences).report, seen.report)).toBe(false);
  });

  it('found something else when others are absent, or the rows are not as many', () => {
    const seen = found([line]).report;
    expect(isSameReport(found([line], { rowCount: 4 }).report, seen)).toBe(false);
    const absent = { total: 1, codes: ['Z' as never] };
    expect(isSameReport(found([line], { absent }).report, seen)).toBe(false);
  });

  it('cannot be compared when one of them was made before reports had a digest', () => {
    const old = { ...found([line]).report, digest: '' };
    expect(isSameReport(old, old)).toBe(false);
  });
});

it('keeps ten differences of each kind to show, and all of them in the file', () => {
  const first = firstOfEachKind();
  for (let index = 0; index < 30; index += 1) {
    first.add({ ...line, kind: index % 2 === 0 ? 'added' : 'closed' });
  }
  expect(first.shown).toHaveLength(20);
  const many = Array.from({ length: 2500 }, (_, index) => ({ ...line, code: `Z${index}` }));
  const lines = gunzipSync(found(many).differences).toString().trimEnd().split('\r\n');
  expect(lines).toHaveLength(2501);
  expect(lines.at(-1)).toContain(',Z2499,');
});

it('tells how much of a file has been read', () => {
  expect(percentRead({ byteCount: 300, progress: { rows: 1, bytes: 100 } })).toBe(33);
});
