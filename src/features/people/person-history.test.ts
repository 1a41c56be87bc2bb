import { describe, expect, it } from 'vitest';
import { historyLine, type PersonEvent } from './person-history.ts';

const event: PersonEvent = {
  sequence: 1,
  at: new Date('2026-03-02T10:00:00Z'),
  action: 'person.invite',
  doneBy: 'Mia Manager',
  onBehalfOf: 'Programme manager, national team',
  detail: {},
  placeName: 'Doncaster',
};
const lead = { role: 'lead', scopeKind: 'footprint', scopeId: 'footprint:don' };

describe('the history of a person', () => {
  it.each([
    ['person.invite', lead, 'Was given the role Footprint lead, Doncaster, without an end'],
    [
      'person.invite',
      { ...lead, endsAt: '2026-04-30T23:00:00.000Z' },
      'Was given the role Footprint lead, Doncaster, until 30 April 2026',
    ],
    [
      'person.invite',
      { ...lead, handedFrom: 'old@example.org' },
      'Took over the role Footprint lead, Doncaster from old@example.org, without an end',
    ],
    ['person.end-role', { ...lead, reason: 'Left' }, 'The role Footprint lead, Doncaster was ended'],
    [
      'person.end-role',
      { ...lead, reason: 'Left', handedTo: 'new@example.org' },
      'The role Footprint lead, Doncaster was handed over to new@example.org',
    ],
    ['person.begin-recovery', { takesFactorOff: true }, 'Was sent a link to choose a password, and lost the second'],
    ['person.sign-out', {}, 'Signed out everywhere'],
    ['person.some-day', 'no object', 'person.some-day'],
  ])('says of %s with %j: %s', (action, detail, what) => {
    expect(historyLine({ ...event, action, detail }).what).toContain(what);
  });

  it('says who did it and why, and names an account only where there is one', () => {
    const ended = { ...event, action: 'person.end-role', detail: { ...lead, reason: 'Has left' } };
    expect(historyLine(ended)).toMatchObject({
      why: 'Has left',
      by: 'Mia Manager (Programme manager, national team)',
    });
    expect(historyLine({ ...ended, doneBy: null, onBehalfOf: 'whoever runs the service' }).by).toBe(
      'whoever runs the service',
    );
  });
});
