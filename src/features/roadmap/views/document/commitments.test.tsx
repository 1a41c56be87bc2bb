import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { visibleText } from '../../../../views/testing/visible-text.ts';
import { freezeDocument } from '../../documents/freeze-document.ts';
import { aContent, aDeployment, aFlow, aFreezeInput, aMoneyLine, aSentFlows } from '../../testing/northvale.ts';
import { Commitments } from './commitments.tsx';

const content = aContent({
  deployments: [
    aDeployment({
      id: 'alone',
      title: 'Prescribing alone',
      organisationIds: ['org-2'],
      money: [aMoneyLine({ pounds: 700 })],
    }),
    aDeployment({
      id: 'both',
      title: 'Orders together',
      organisationIds: ['org-2', 'org-3'],
      dependsOn: ['all'],
      money: [],
    }),
    aDeployment({ id: 'all', title: 'Record for all', organisationIds: [], money: [aMoneyLine({ pounds: 90_000 })] }),
    aDeployment({ id: 'other', title: 'Wi-Fi of another', organisationIds: ['org-3'] }),
  ],
  flows: [
    aSentFlows({ flows: [aFlow({ to: { organisation: 'org-2' } }), aFlow({ to: { organisation: 'org-3' } })] }),
    aSentFlows({
      kindId: 'discharges',
      from: { organisation: 'org-3' },
      flows: [aFlow({ to: { party: 'practices' } })],
    }),
  ],
});
const document = freezeDocument(aFreezeInput({ content }));
const of = (code: string, name: string) =>
  visibleText(renderToStaticMarkup(<Commitments document={document} member={{ code, name }} />));

describe('what an organisation commits itself to', () => {
  it('are its own deployments, those with others and those for all, with the money that is for it alone', () => {
    const page = of('XN2', 'Northvale Acute');
    expect(page).toContain('What Northvale Acute commits itself to');
    for (const title of ['Prescribing alone', 'Orders together', 'Record for all', 'After: Record for all']) {
      expect(page).toContain(title);
    }
    expect(page).not.toContain('Wi-Fi of another');
    expect(page).toContain('Money for this organisation alone, by year');
    expect(page).toContain('£700');
    expect(page).not.toContain('£90,700');
    expect(page).toContain('The plan does not divide it');
  });

  it('are the flows from it and to it, and their share alone', () => {
    const page = of('XN2', 'Northvale Acute');
    expect(page).toContain('Referrals');
    expect(page).not.toContain('Discharge summaries');
    expect(page).toContain('0 of 1 (0%)');
    expect(of('XN3', 'Fellside Community')).toContain('0 of 2 (0%)');
  });

  it('is little for whoever nothing names', () => {
    const page = of('XN4', 'Westmoor Specialist');
    expect(page).toContain('Record for all');
    expect(page).not.toContain('Information flows How many');
    expect(page).not.toContain('Money for this organisation alone');
  });
});
