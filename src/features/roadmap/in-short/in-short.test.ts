import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freezeDocument } from '../documents/freeze-document.ts';
import { publicCopy } from '../documents/frozen-document.ts';
import { content } from '../testing/arbitraries.ts';
import { aContent, aDeployment, aFreezeInput, aPlan } from '../testing/northvale.ts';
import { inShort } from './in-short.ts';

const documentWith = (changes: Parameters<typeof aContent>[0]) =>
  freezeDocument(aFreezeInput({ content: aContent(changes), frozenAt: new Date('2017-04-10T09:00:00Z') }));

describe('a roadmap in short', () => {
  it('says who plans, where the lowest group goes, and how far the deployments are', () => {
    const { sentences } = inShort(
      documentWith({
        trajectory: [
          {
            groupId: 'medicines',
            targets: [
              { yearId: '2016-17', target: 40, fallReason: '' },
              { yearId: '2017-18', target: null, fallReason: '' },
            ],
            rationale: '',
          },
        ],
        deployments: [aDeployment({ id: 'a', status: 'live' }), aDeployment({ id: 'b', status: 'under-way' })],
        flows: [],
      }),
    );
    expect(sentences).toEqual([
      '5 organisations of Northvale plan together, led by Northvale CCG.',
      'The lowest of 1 capability group is Medicines management and optimisation: it stands at 28.0, and is to reach 40.0 by end 2016/17.',
      '2 deployments are in the schedule: 1 live and 1 under way.',
    ]);
  });

  it('lists what goes live next from the day it was frozen, without what is past, live, stopped or without a time', () => {
    const rows = [
      aDeployment({ id: 'later', title: 'Later', goesLive: '2018/19' }),
      aDeployment({ id: 'past', title: 'Past', goesLive: '2017-03' }),
      aDeployment({ id: 'soon', title: 'Soon', goesLive: '2017-04', organisationIds: [] }),
      aDeployment({ id: 'live', title: 'Live', status: 'live' }),
      aDeployment({ id: 'stopped', title: 'Stopped', status: 'stopped' }),
      aDeployment({ id: 'never', title: 'Never', goesLive: null }),
    ];
    expect(inShort(documentWith({ deployments: rows })).next).toEqual([
      { id: 'soon', title: 'Soon', where: 'The whole footprint', when: 'April 2017' },
      { id: 'later', title: 'Later', where: 'Northvale Acute', when: '2018/19' },
    ]);
  });

  it('shows of each universal capability what is stated and never more', () => {
    const { capabilities } = inShort(
      documentWith({
        universalPlans: [aPlan({ baseline: `${'word '.repeat(60)}`, ambitions: [{ yearId: '2016-17', text: '' }] })],
        deployments: [aDeployment({ supports: ['A'] }), aDeployment({ id: 'b', status: 'stopped', supports: ['A'] })],
      }),
    );
    expect(capabilities[0]).toMatchObject({ id: 'A', ambition: '', state: '0 of 1 deployment live' });
    expect(capabilities[0]?.baseline).toMatch(/^(word )+…$/);
    expect(capabilities[1]).toMatchObject({ id: 'I', baseline: '', state: 'No deployment named' });
  });

  it('tells of nothing that is withheld', () => {
    fc.assert(
      fc.property(content, (any) => {
        const document = freezeDocument(aFreezeInput({ content: any }));
        const kept = { ...document, sections: document.sections.map((section) => ({ ...section, content: null })) };
        const said = inShort(publicCopy(kept));
        expect(said).toMatchObject({ money: null, next: [], capabilities: [] });
        expect(said.sentences).toHaveLength(1);
      }),
      { numRuns: 20 },
    );
  });
});
