import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FormOutcome } from '../../platform/forms/form-reader.ts';
import { referenceOf } from './contact.ts';
import { parseContactForm, trapField } from './parse-contact-form.ts';

function fieldsWithErrors(outcome: FormOutcome<unknown>): string[] {
  return outcome.kind === 'errors' ? outcome.errors.map(({ field }) => field) : [];
}

const good = { name: 'Alex Example', email: 'alex@example.com', topic: 'data', message: 'Where is\r\nthe file?' };

describe('contact form', () => {
  test('takes a good one', () => {
    expect(parseContactForm(good)).toMatchObject({ kind: 'ok', value: { message: 'Where is\nthe file?' } });
  });

  test('asks for everything that is missing, in order', () => {
    expect(fieldsWithErrors(parseContactForm({}))).toEqual(['name', 'email', 'topic', 'message']);
  });

  test.each([
    [{ email: 'alex' }, 'email'],
    [{ email: `${'a'.repeat(250)}@example.com` }, 'email'],
    [{ email: 'a@example.com\nBcc: b@example.com' }, 'email'],
    [{ topic: 'poetry' }, 'topic'],
    [{ message: 'x'.repeat(5001) }, 'message'],
    [{ name: 'x'.repeat(101) }, 'name'],
  ])('refuses %j', (change, field) => {
    expect(fieldsWithErrors(parseContactForm({ ...good, ...change }))).toEqual([field]);
  });

  test('a name is one line', () => {
    const name = 'Alex\r\nBcc: b@example.com';
    expect(parseContactForm({ ...good, name })).toMatchObject({ value: { name: 'Alex Bcc: b@example.com' } });
  });

  test('a filled hidden field is to be emptied', () => {
    const outcome = parseContactForm({ ...good, [trapField]: 'https://example.com' });
    expect(fieldsWithErrors(outcome)).toEqual([trapField]);
  });

  test('survives anything that may be posted', () => {
    const field = fc.constantFrom('name', 'email', 'topic', 'message', trapField);
    fc.assert(
      fc.property(fc.dictionary(field, fc.anything()), (posted) => {
        const outcome = parseContactForm(posted);
        const texts = outcome.kind === 'ok' ? outcome.value : outcome.typed;
        expect(Object.values(texts).every((value) => typeof value === 'string')).toBe(true);
      }),
    );
  });
});

test('a reference is the beginning of the id', () => {
  expect(referenceOf('0badcafe-0000-4000-8000-000000000000')).toBe('0badcafe');
});
