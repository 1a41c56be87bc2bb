import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FormOutcome } from '../../platform/forms/form-reader.ts';
import type { FieldError } from '../../platform/forms/posted-form.ts';
import { parseDesignationForm, parseWithdrawalForm } from './parse-designation-form.ts';

function errorsOf(outcome: FormOutcome<unknown>): readonly FieldError[] {
  return outcome.kind === 'errors' ? outcome.errors : [];
}

const groups = ['records', 'medicines'];
const reason = 'Nurses on every ward give medicines from one list, and wrong doses have fallen by half in two years.';
const good = { organisation: ' RL4 ', group: 'medicines', title: 'One list  of medicines', reason };

describe('designation form', () => {
  test('takes a good one and tidies it', () => {
    expect(parseDesignationForm(good, groups)).toEqual({
      kind: 'ok',
      typed: expect.anything(),
      value: { organisation: 'RL4', groupId: 'medicines', title: 'One list of medicines', reason },
    });
  });

  test('says everything that is missing, in the order of the fields', () => {
    const errors = errorsOf(parseDesignationForm({}, groups));
    expect(errors.map((error) => error.field)).toEqual(['organisation', 'group', 'title', 'reason']);
  });

  test.each([
    [{ organisation: 'x'.repeat(201) }, 'organisation', 'at most 200 characters'],
    [{ group: 'telepathy' }, 'group', 'Choose the capability group'],
    [{ title: '…' }, 'title', 'Enter a title'],
    [{ title: 'x'.repeat(121) }, 'title', 'Shorten the title to 120 characters; it has 121'],
    [{ reason: 'Because it is good' }, 'reason', 'there are 4'],
    [{ reason: `${'word '.repeat(2000)}` }, 'reason', 'Shorten this to 5000'],
  ])('refuses %j', (change, field, words) => {
    const errors = errorsOf(parseDesignationForm({ ...good, ...change }, groups));
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({ field, message: expect.stringContaining(words) });
  });

  test('survives anything that may be posted', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('organisation', 'group', 'title', 'reason'), fc.anything()),
        (posted) => {
          const outcome = parseDesignationForm(posted, groups);
          const texts = outcome.kind === 'ok' ? outcome.value : outcome.typed;
          expect(Object.values(texts).every((value) => typeof value === 'string')).toBe(true);
        },
      ),
    );
  });
});

test('withdrawing needs a reason too', () => {
  expect(errorsOf(parseWithdrawalForm({ reason: '' }))).toEqual([
    { field: 'reason', message: 'Say why it is withdrawn, in at least 15 words' },
  ]);
  expect(parseWithdrawalForm({ reason })).toEqual({ kind: 'ok', typed: expect.anything(), value: { reason } });
});
