import { randomInt } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { makeRecoveryCodes, recoveryCodeTyped } from './recovery-codes.ts';

describe('recovery codes', () => {
  it('are ten, all different, of characters that cannot be taken for one another', () => {
    const codes = makeRecoveryCodes(randomInt);
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) {
      expect(code).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){2}$/);
      expect(code).not.toMatch(/[ilo01]/);
    }
  });

  it.each([
    ['h7kw-pq2m-x9dt', 'h7kw-pq2m-x9dt'],
    ['H7KW PQ2M X9DT', 'h7kw-pq2m-x9dt'],
    ['h7kwpq2mx9dt', 'h7kw-pq2m-x9dt'],
    ['h7kw–pq2m–x9dt', 'h7kw-pq2m-x9dt'],
    ['aB3dE-fG1lO', 'aB3dE-fG1lO'],
  ])('typed as %s is %s', (typed, kept) => {
    expect(recoveryCodeTyped(typed)).toBe(kept);
  });
});
