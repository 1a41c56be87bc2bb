import { expect, it } from 'vitest';
import { moderationItems } from './moderation-items.ts';

const reviewer = {
  personId: 'rina',
  name: 'Rina',
  jobTitle: '',
  grants: [{ role: 'reviewer', scopeKind: 'region', scopeId: 'r1', scopeName: 'North' }],
} as const;
const begun = { name: 'A trust', roundLabel: 'Round', regionIds: ['r1'], checked: 2, href: '/a/moderation' };
const invited = {
  personId: 'rina',
  invitationId: 'i1',
  name: 'A trust',
  roundLabel: 'Round',
  inviterName: 'Rob',
  isAccepted: true,
  href: '/a/moderation',
};

it('has a moderation that somebody began finished by whoever may still check it', () => {
  const elsewhere = { ...begun, regionIds: ['r2'], href: '/b/moderation' };
  const items = moderationItems(reviewer, { peerWork: [], openModerations: [begun, elsewhere] });
  expect(items.map(({ text, hint, waits }) => ({ text, hint, waits }))).toEqual([
    {
      text: 'Finish the moderation of A trust, “Round”',
      hint: '2 answers checked so far. Nothing of it counts before it is finished',
      waits: true,
    },
  ]);
});

it('leaves out what others are invited to', () => {
  const facts = { peerWork: [{ ...invited, personId: 'rob' }], openModerations: [] };
  expect(moderationItems(reviewer, facts)).toEqual([]);
});

it('names one return once, and has an invitation answered first', () => {
  const asked = { ...invited, isAccepted: false, invitationId: 'i2', href: '/c/peers/i2' };
  const items = moderationItems(reviewer, { peerWork: [invited, asked], openModerations: [begun] });
  expect(items.map(({ text }) => text)).toEqual([
    'Check the answers of A trust, “Round”',
    'Accept or decline to check the answers of A trust, “Round”',
  ]);
});
