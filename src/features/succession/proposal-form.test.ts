import { describe, expect, it } from 'vitest';
import { parseProposedEvent } from './parse-proposed-event.ts';
import { dayErrors, proposalFromForm, strayErrors } from './proposal-form.ts';

const split = {
  kind: 'split',
  'effective-on': '1 4 2017',
  reason: 'Two councils',
  predecessor: 'northvale',
  'part-1-name': 'North',
  'part-1-organisations': 'XN1',
  'part-2-name': 'Vale',
  'part-2-organisations': 'XN2',
};

describe('what is typed into a proposal', () => {
  it.each(['part-3-code', 'part-3-slug', 'part-3-name', 'part-3-organisations'])(
    'counts a third part of which only %s is typed, and asks for the rest',
    (field) => {
      expect(parseProposedEvent(proposalFromForm(split)).kind).toBe('ok');
      const parsed = parseProposedEvent(proposalFromForm({ ...split, [field]: 'xn3' }));
      expect(parsed).toMatchObject({ kind: 'errors', errors: expect.arrayContaining([expect.anything()]) });
    },
  );

  it.each([
    [{ ...split, organisations: 'XN9' }, 'XN9'],
    [{ kind: 'closure', footprint: 'northvale', 'successor-name': 'Greater Vale' }, 'Greater Vale'],
    [{ kind: 'merge', 'part-2-name': 'Vale' }, 'Vale'],
  ])('asks about a field of another kind, naming what was typed: %j', (form, typed) => {
    expect(strayErrors(form)).toMatchObject([{ message: expect.stringContaining(`“${typed}”`) }]);
  });

  it.each(['Nor\u200Bth', '\u3164'])('refuses a name that hides something or is not seen: %j', (name) => {
    const errors = [{ field: 'part-1-name', message: expect.stringContaining('Give the new footprint a name') }];
    const typed = { ...split, 'part-1-name': name, 'part-1-slug': 'north' };
    expect(parseProposedEvent(proposalFromForm(typed))).toEqual({ kind: 'errors', errors });
  });

  it.each([
    ['1 October', 'The first day of what comes after must have a year'],
    ['31 9 2026', 'The first day of what comes after must be a real day, like 2 11 2026 or 2 November 2026'],
  ])('says what is wrong with the day %s', (typed, message) => {
    expect(dayErrors({ ...split, 'effective-on': typed }, '2026-11-02')).toEqual([{ field: 'effective-on', message }]);
  });

  it('says nothing of a day that is one, and leaves it to the rest to ask for one', () => {
    expect(dayErrors(split, '2026-11-02')).toEqual([]);
    expect(dayErrors({}, '2026-11-02')).toEqual([]);
  });

  it('asks about nothing that the kind has a field for, nor about fields left empty', () => {
    expect(strayErrors({ ...split, footprint: '', organisations: ' ' })).toEqual([]);
  });
});
