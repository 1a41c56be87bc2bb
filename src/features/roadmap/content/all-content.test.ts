import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { content } from '../testing/arbitraries.ts';
import { aContent, aDeployment, aPlan, pack } from '../testing/northvale.ts';
import { arrangeContent, emptyContent, partTables } from './all-content.ts';
import { UnknownContentError } from './content-kind.ts';
import { eachKind } from './content-kinds.ts';

describe('arrangeContent', () => {
  it('follows the pack and leaves a place for what is not written', () => {
    const arranged = arrangeContent(aContent({ universalPlans: [aPlan({ capabilityId: 'I' })] }), pack);
    expect(arranged.parts.map(({ partId }) => partId)).toEqual(pack.roadmapTemplate.parts.map(({ id }) => id));
    expect(arranged.universalPlans.map(({ capabilityId, baseline }) => [capabilityId, baseline !== ''])).toEqual([
      ['A', false],
      ['I', true],
    ]);
    expect(emptyContent(pack).trajectory[0]?.targets).toHaveLength(2);
  });

  it.each([
    ['part', { parts: [{ partId: 'gone', body: 'Words', localHeading: '' }] }],
    ['capability group', { trajectory: [{ groupId: 'gone', targets: [], rationale: '' }] }],
    [
      'target year',
      { trajectory: [{ groupId: 'records', targets: [{ yearId: '1999', target: 1, fallReason: '' }], rationale: '' }] },
    ],
    ['universal capability', { universalPlans: [aPlan({ capabilityId: 'Z' })] }],
    ['ambition year', { universalPlans: [aPlan({ ambitions: [{ yearId: '1999', text: '' }] })] }],
    ['quarter', { universalPlans: [aPlan({ activities: [{ quarterId: '1999-q1', text: '' }] })] }],
    ['capability group', { deployments: [aDeployment({ groupId: 'gone' })] }],
    ['national role', { deployments: [aDeployment({ roles: ['gone'] })] }],
    ['universal capability', { deployments: [aDeployment({ supports: ['Z'] })] }],
  ])('does not drop words written under an unknown %s', (noun, changes) => {
    expect(() => arrangeContent(aContent(changes), pack)).toThrow(UnknownContentError);
    expect(() => arrangeContent(aContent(changes), pack)).toThrow(noun);
  });

  it('is the same for the same content in any order, and changes nothing the second time', () => {
    fc.assert(
      fc.property(content, (written) => {
        const arranged = arrangeContent(written, pack);
        const shuffled = {
          parts: written.parts.toReversed(),
          trajectory: written.trajectory.map((row) => ({ ...row, targets: row.targets.toReversed() })).toReversed(),
          universalPlans: written.universalPlans.toReversed(),
          deployments: written.deployments.toReversed(),
          flows: written.flows.map((sent) => ({ ...sent, flows: sent.flows.toReversed() })).toReversed(),
          risks: written.risks.toReversed(),
        };
        expect(arrangeContent(shuffled, pack)).toEqual(arranged);
        expect(arrangeContent(arranged, pack)).toEqual(arranged);
      }),
    );
  });
});

it('has exactly one kind for every table that a part of a programme may ask for', () => {
  const [part] = pack.roadmapTemplate.parts;
  if (part === undefined) {
    throw new Error('The template has no part');
  }
  const bare = { ...part, kind: 'sign-up' as const };
  const unasked = eachKind(({ table }) => table?.standsIn({ ...bare, tables: [] }) ?? false);
  expect(unasked).not.toContain(true);
  expect(partTables()).toContain('risks');
  for (const name of partTables()) {
    const asked = eachKind(({ table }) => table?.standsIn({ ...bare, tables: [name] }) ?? false);
    expect(asked.filter(Boolean), name).toHaveLength(1);
  }
});
