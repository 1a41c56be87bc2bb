import { describe, expect, it } from 'vitest';
import type { Plan } from './plan.ts';
import { planDigest } from './plan-digest.ts';

const totals = { organisations: 2, ccgs: 1, trusts: 1, practices: 40, patients: 250_000, patientsMissing: 0 };
const side = { footprints: [{ name: 'North', totals }], together: totals };

function aPlan(changes: Partial<Plan> = {}): Plan {
  return {
    event: { kind: 'closure', footprint: 'north', effectiveOn: '2016-10-01', reason: 'It is too small' },
    subject: 'area',
    kind: 'closure',
    title: 'North closes on 1 October 2016',
    links: [{ predecessorId: 'footprint:north', successorId: null }],
    changes: [
      { kind: 'end-area', areaId: 'footprint:north', code: 'north', name: 'North', slug: 'north' },
      { kind: 'withdraw-version', versionId: 'v1', number: 1, digest: 'd', reason: 'North closes on 1 October 2016' },
      {
        kind: 'begin-draft',
        footprintId: 'footprint:whole',
        cites: [{ versionId: 'v1', footprintName: 'North', number: 1 }],
      },
    ],
    consequences: [{ rule: 'memberships', text: 'North ends, with its 2 members.' }],
    before: side,
    after: side,
    standing: {
      roadmaps: [
        {
          areaId: 'footprint:north',
          version: { versionId: 'v1', number: 1, state: 'endorsement', digest: 'd' },
          endorsements: [{ organisationName: 'North CCG', decision: 'endorse' }],
          published: [],
        },
      ],
      organisations: [],
    },
    touches: ['footprint:north'],
    ...changes,
  };
}

const changed = (place: number, change: object) =>
  aPlan({ changes: aPlan().changes.map((one, index) => (index === place ? Object.assign({}, one, change) : one)) });

describe('planDigest', () => {
  it('is the same for a plan in other words', () => {
    const given = planDigest(aPlan());
    expect(planDigest(aPlan({ title: 'From 1 October 2016 there is no North' }))).toBe(given);
    expect(planDigest(aPlan({ consequences: [{ rule: 'memberships', text: 'No more North' }] }))).toBe(given);
    expect(planDigest(aPlan({ consequences: [] }))).toBe(given);
    expect(planDigest(changed(1, { reason: 'No more North' }))).toBe(given);
    expect(planDigest(JSON.parse(JSON.stringify(aPlan())))).toBe(given);
  });

  it.each([
    [
      'the day',
      aPlan({ event: { kind: 'closure', footprint: 'north', effectiveOn: '2016-10-02', reason: 'It is too small' } }),
    ],
    [
      'the reason given',
      aPlan({ event: { kind: 'closure', footprint: 'north', effectiveOn: '2016-10-01', reason: 'Other' } }),
    ],
    ['a link', aPlan({ links: [{ predecessorId: 'footprint:north', successorId: 'footprint:south' }] })],
    ['what is written', changed(0, { areaId: 'footprint:south' })],
    ['the document that is taken back', changed(1, { digest: 'e' })],
    ['a version that is cited', changed(2, { cites: [] })],
    ['a total', aPlan({ after: { ...side, together: { ...totals, patients: 249_999 } } })],
    ['who has decided meanwhile', aPlan({ standing: { roadmaps: [], organisations: [] } })],
    ['a plan without these facts', aPlan({ standing: undefined as never })],
  ])('is another when %s is another', (_, plan) => {
    expect(planDigest(plan)).not.toBe(planDigest(aPlan()));
  });
});
