import { describe, expect, it } from 'vitest';
import { summariseNation } from './nation-summary.ts';

const count = (subject: 'organisation' | 'area', typeId: string, change: string, number: number) =>
  ({ subject, typeId, change, count: number }) as Parameters<typeof summariseNation>[0][number];

describe('summariseNation', () => {
  it('puts areas first and types in the order given, and adds up', () => {
    const rows = summariseNation(
      [
        count('organisation', 'unheard-of', 'after', 1),
        count('organisation', 'unheard-of', 'opened', 1),
        count('organisation', 'icb', 'after', 5),
        count('organisation', 'icb', 'retyped', 3),
        count('organisation', 'icb', 'opened', 2),
        count('organisation', 'ccg', 'before', 9),
        count('organisation', 'ccg', 'succeeded', 4),
        count('organisation', 'ccg', 'closed', 1),
        count('organisation', 'ccg', 'renamed', 2),
        count('organisation', 'ccg', 'retyped-from', 3),
        count('organisation', 'ccg', 'after', 1),
        count('area', 'footprint', 'before', 2),
        count('area', 'footprint', 'after', 2),
      ],
      ['footprint', 'ccg', 'icb'],
    );
    expect(rows.map(({ subject, typeId }) => [subject, typeId])).toEqual([
      ['area', 'footprint'],
      ['organisation', 'ccg'],
      ['organisation', 'icb'],
      ['organisation', 'unheard-of'],
    ]);
    expect(rows[1]).toMatchObject({ before: 9, opened: 0, ended: 5, succeeded: 4, renamed: 2, retyped: -3, after: 1 });
    for (const { before, opened, ended, retyped, after } of rows) {
      expect(before + opened + retyped - ended).toBe(after);
    }
  });
});
