import { describe, expect, it } from 'vitest';
import { firstOfEachKind, isSameFinding } from './upload.ts';

const finding = { rowCount: 3, counts: { added: 2 }, notes: [], absent: { total: 0, codes: [] }, sourceId: 'x' };

describe('two checks of a file', () => {
  it('found the same when each kind of difference is as frequent', () => {
    expect(isSameFinding(finding, { ...finding, sourceId: 'y', counts: { added: 2, closed: 0 } })).toBe(true);
    expect(isSameFinding(finding, { ...finding, counts: { added: 1 } })).toBe(false);
    expect(isSameFinding(finding, { ...finding, counts: { added: 2, closed: 1 } })).toBe(false);
    expect(isSameFinding(finding, { ...finding, rowCount: 4 })).toBe(false);
  });
});

it('keeps ten differences of each kind to show', () => {
  const first = firstOfEachKind();
  const line = { code: 'A', name: '', before: '', after: '', isPast: false, row: 1 };
  for (let index = 0; index < 30; index += 1) {
    first.add({ ...line, kind: index % 2 === 0 ? 'added' : 'closed' });
  }
  expect(first.shown).toHaveLength(20);
});
