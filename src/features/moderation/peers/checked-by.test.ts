import { expect, it } from 'vitest';
import { nothingFound } from '../finding.ts';
import { checkedBy } from './checked-by.ts';

const same = { verdict: 'same', value: null, reason: '' } as const;
const found = (personId: string, finding: typeof same | typeof nothingFound = same) => ({
  finding,
  by: { personId, personName: personId, onBehalfOf: '' },
});
const step = { reason: '', by: { personId: 'pia', personName: 'Pia', onBehalfOf: '' }, at: new Date(0) };
const invited = (...kinds: ('accept' | 'decline')[]) => [
  {
    peer: { personId: 'pia', name: 'Pia', organisationId: 'o2' },
    steps: kinds.map((kind) => ({ ...step, kind })),
  },
];

it.each([
  [[found('rina')], invited('accept'), 'programme'],
  [[found('pia')], invited('accept'), 'peers'],
  // What they found stays theirs, though they gave the rest back.
  [[found('pia')], invited('accept', 'decline'), 'peers'],
  [[found('pia'), found('rina')], invited('accept'), 'both'],
  [[found('pia'), found('rina', nothingFound)], invited('accept'), 'peers'],
  [[found('pia')], invited('decline'), 'programme'],
] as const)('%# is said of what stands', (findings, invitations, who) => {
  expect(checkedBy(findings, invitations)).toBe(who);
});
