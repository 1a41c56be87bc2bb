import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDesignationForm, parseWithdrawalForm } from './parse-designation-form.ts';

const groups = ['records', 'medicines'];
const reason = 'Nurses on every ward give medicines from one list, and wrong doses have fallen by half in two years.';
const good = { organisation: ' RL4 ', group: 'medicines', title: 'One list  of medicines', reason };

describe('designation form', () => {
  test('takes a good one and tidies it', () => {
    const { form, errors } = parseDesignationForm(good, groups);
    expect(errors).toEqual([]);
    expect(form).toEqual({ organisation: 'RL4', group: 'medicines', title: 'One list of medicines', reason });
  });

  test('says everything that is missing, in the order of the fields', () => {
    const { errors } = parseDesignationForm({}, groups);
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
    const { errors } = parseDesignationForm({ ...good, ...change }, groups);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({ field, message: expect.stringContaining(words) });
  });

  test('survives anything that may be posted', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('organisation', 'group', 'title', 'reason'), fc.anything()),
        (posted) => {
          const { form, errors } = parseDesignationForm(posted, groups);
          expect(Object.values(form).every((value) => typeof value === 'string')).toBe(true);
          expect(Array.isArray(errors)).toBe(true);
        },
      ),
    );
  });
});

test('withdrawing needs a reason too', () => {
  expect(parseWithdrawalForm({ reason: '' }).errors).toEqual([
    { field: 'reason', message: 'Say why it is withdrawn, in at least 15 words' },
  ]);
  expect(parseWithdrawalForm({ reason }).errors).toEqual([]);
});
