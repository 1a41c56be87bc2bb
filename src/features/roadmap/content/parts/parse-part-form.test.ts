import { describe, expect, it } from 'vitest';
import { parsePartForm, partBodyLimit } from './parse-part-form.ts';

describe('parsePartForm', () => {
  it('reads the text, the local heading and the revision', () => {
    expect(parsePartForm({ body: 'One\r\n\r\nTwo', 'local-heading': 'Our  ambition', revision: '3' })).toEqual({
      kind: 'ok',
      typed: expect.anything(),
      value: { body: 'One\n\nTwo', localHeading: 'Our ambition', revision: 3 },
    });
  });

  it('lets a person empty the text, but takes a missing or mangled one for an accident', () => {
    expect(parsePartForm({ body: '', revision: '3' })).toMatchObject({ kind: 'ok', value: { body: '' } });
    expect(parsePartForm({ revision: '3' })).toMatchObject({ errors: [{ field: 'body' }] });
    expect(parsePartForm({ body: { text: 'x' }, revision: '3' })).toMatchObject({ errors: [{ field: 'body' }] });
  });

  it('holds text up to the limit, and shows a longer one again untouched', () => {
    const long = 'x'.repeat(partBodyLimit);
    expect(parsePartForm({ body: long, revision: '0' }).kind).toBe('ok');
    const message = 'The text must be 50,000 characters or fewer; it has 50,001';
    expect(parsePartForm({ body: `${long}y`, revision: '0' })).toMatchObject({
      kind: 'errors',
      errors: [{ field: 'body', message }],
      typed: { body: `${long}y`, revision: '0' },
    });
  });
});
