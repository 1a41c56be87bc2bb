import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cursorOf, readAuditQuery } from './audit-query.ts';

const today = '2026-11-02';

describe('what the address of the audit page asks for', () => {
  it('is everything when it says nothing', () => {
    expect(readAuditQuery({}, today)).toEqual({ filter: { chain: '', person: '', day: '' }, before: null, errors: [] });
  });

  it.each(['2017-02-29', '31/02/2017', 'yesterday', 'March 2017', '0000-01-01'])('is told when %s is no day', (day) => {
    const { filter, errors } = readAuditQuery({ day }, today);
    expect(filter.day).toBe('');
    expect(errors).toMatchObject([{ field: 'day' }]);
  });

  it('keeps the place of an event', () => {
    const anyMoment = fc.date({ min: new Date('2015-01-01'), max: new Date('2099-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(anyMoment, fc.string({ unit: 'grapheme' }), fc.nat(), (at, chain, sequence) => {
        const key = [at.toISOString(), chain, String(sequence)];
        expect(readAuditQuery({ before: cursorOf(key) }, today).before).toEqual(key);
      }),
    );
  });

  it('takes whatever else stands for the place as none', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json().map((text) => Buffer.from(text).toString('base64url')),
        ),
        (before) => {
          expect(readAuditQuery({ before }, today).before).toBeNull();
        },
      ),
    );
  });
});
