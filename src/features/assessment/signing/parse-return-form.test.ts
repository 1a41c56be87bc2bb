import { describe, expect, test } from 'vitest';
import { parseReturnForm, reasonLimit } from './parse-return-form.ts';

describe('the reason for a return', () => {
  test('is kept as typed, without the ends', () => {
    expect(parseReturnForm({ reason: ' Ask pharmacy.\r\nThen ward 3. ' })).toEqual({
      kind: 'ok',
      typed: expect.anything(),
      value: { reason: 'Ask pharmacy.\nThen ward 3.' },
    });
  });

  test.each([{}, { reason: '' }, { reason: ' \n ' }, { reason: '\u0000' }, { reason: { a: 'b' } }])(
    'must be given: %j',
    (form) => {
      expect(parseReturnForm(form)).toMatchObject({ kind: 'errors', errors: [{ field: 'reason' }] });
    },
  );

  test('may fill the limit and no more, and what was typed comes back', () => {
    expect(parseReturnForm({ reason: '𝒳'.repeat(reasonLimit) }).kind).toBe('ok');
    const reason = 'a'.repeat(reasonLimit + 1);
    expect(parseReturnForm({ reason })).toMatchObject({ kind: 'errors', typed: { reason } });
  });
});
