import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mailStateAfter, referenceOf } from './contact.ts';
import { parseContactForm, trapField } from './parse-contact-form.ts';

const good = { name: 'Alex Example', email: 'alex@example.com', topic: 'data', message: 'Where is\r\nthe file?' };

describe('contact form', () => {
  test('takes a good one', () => {
    const { form, errors } = parseContactForm(good);
    expect(errors).toEqual([]);
    expect(form.message).toBe('Where is\nthe file?');
  });

  test('asks for everything that is missing, in order', () => {
    expect(parseContactForm({}).errors.map((error) => error.field)).toEqual(['name', 'email', 'topic', 'message']);
  });

  test.each([
    [{ email: 'alex' }, 'email'],
    [{ email: `${'a'.repeat(250)}@example.com` }, 'email'],
    [{ email: 'a@example.com\nBcc: b@example.com' }, 'email'],
    [{ topic: 'poetry' }, 'topic'],
    [{ message: 'x'.repeat(5001) }, 'message'],
    [{ name: 'x'.repeat(101) }, 'name'],
  ])('refuses %j', (change, field) => {
    expect(parseContactForm({ ...good, ...change }).errors.map((error) => error.field)).toEqual([field]);
  });

  test('a name is one line', () => {
    expect(parseContactForm({ ...good, name: 'Alex\r\nBcc: b@example.com' }).form.name).toBe('Alex Bcc: b@example.com');
  });

  test('a filled hidden field is to be emptied', () => {
    const { errors } = parseContactForm({ ...good, [trapField]: 'https://example.com' });
    expect(errors.map(({ field }) => field)).toEqual([trapField]);
  });

  test('survives anything that may be posted', () => {
    const field = fc.constantFrom('name', 'email', 'topic', 'message', trapField);
    fc.assert(
      fc.property(fc.dictionary(field, fc.anything()), (posted) => {
        expect(Object.values(parseContactForm(posted).form).every((value) => typeof value === 'string')).toBe(true);
      }),
    );
  });
});

describe('state of the mail', () => {
  test.each([
    [{ kind: 'sent' } as const, false, 'sent'],
    [{ kind: 'failed', isFinal: false } as const, false, 'queued'],
    [{ kind: 'failed', isFinal: false } as const, true, 'failed'],
    [{ kind: 'failed', isFinal: true } as const, false, 'failed'],
  ])('after %j (last try: %j) is %s', (delivery, isLast, state) => {
    expect(mailStateAfter(delivery, isLast)).toBe(state);
  });

  test('a reference is the beginning of the id', () => {
    expect(referenceOf('0badcafe-0000-4000-8000-000000000000')).toBe('0badcafe');
  });
});
