import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { visibleText } from '../../../views/testing/visible-text.ts';
import { freezeDocument } from '../../roadmap/documents/freeze-document.ts';
import { documentDigest } from '../../roadmap/index.ts';
import { aContent, aDeployment, aFreezeInput, aMoneyLine, aRisk, pack } from '../../roadmap/testing/northvale.ts';
import type { RoadmapCopy } from '../roadmap-copy.ts';
import { BoardPaperPage } from './board-paper-page.tsx';

const content = aContent({
  risks: [
    aRisk({ id: 'a', title: 'A small matter', likelihood: 'low', impact: 'low' }),
    aRisk({ id: 'b', title: 'A grave matter', likelihood: 'high', impact: 'high' }),
    aRisk({ id: 'c', title: 'A matter that is over', likelihood: 'high', impact: 'high', state: 'closed' }),
  ],
  deployments: [
    aDeployment({ id: 'late', title: 'A late system', goesLive: '2016-10', money: [aMoneyLine({ pounds: null })] }),
    aDeployment({ id: 'next', title: 'The next system', goesLive: '2017-06', money: [aMoneyLine({ pounds: 100 })] }),
    aDeployment({ id: 'done', title: 'A system that is live', status: 'live', goesLive: '2017-05', money: [] }),
  ],
});

function paper(changes: Partial<RoadmapCopy> = {}): string {
  const document = freezeDocument(aFreezeInput({ content }));
  const person = { name: 'Sam Sample', role: 'Accountable officer' };
  const signed = { person, conditions: '', at: new Date('2016-06-20T10:00:00Z') };
  const copy: RoadmapCopy = {
    document,
    template: pack.roadmapTemplate,
    signatures: [
      { ...signed, organisationCode: 'XN1', decision: 'endorse' },
      { ...signed, organisationCode: 'XN2', decision: 'decline', conditions: 'No money' },
      // An associate, which is not asked.
      { ...signed, organisationCode: 'XN4', decision: 'endorse' },
    ],
    digest: documentDigest(document),
    standing: 'Endorsement',
    published: null,
    page: 'https://example.org/roadmap',
    ...changes,
  };
  const { mustEndorse } = pack.submissionRule;
  const markup = renderToStaticMarkup(<BoardPaperPage copy={copy} mustSign={mustEndorse} day="2017-01-15" />);
  return visibleText(markup).replaceAll(/\s+/g, ' ');
}

describe('a board paper', () => {
  it('says who has signed, how far the schedule has come, and what money is there', () => {
    const text = paper();
    expect(text).toContain('1 of the 3 organisations that have to sign has signed, and 1 declined.');
    expect(text).toContain('3 deployments are in the schedule: 1 live and 2 planned.');
    expect(text).toContain('The schedule costs £100 in all: £100 bid for.');
    expect(text).toMatch(/Money by year.*1 line of money has no amount/);
    expect(text).toMatch(/Signed Northvale CCG.*Declined Northvale Acute.*Not decided yet Fellside Community/);
    expect(text).not.toContain('Westmoor Specialist');
  });

  it('has what is late, an amount that is not known as such, and the gravest risk on top', () => {
    const text = paper();
    expect(text).toMatch(/Not live, and late.*A late system.*Not known.*Risks/);
    expect(text.split('Not live, and late')[1]).not.toContain('The next system');
    expect(text).toMatch(/Rated highest.*A grave matter.*A small matter/);
    expect(text).not.toContain('A matter that is over');
  });

  it('is not for publication where it holds what is withheld, and says of a draft that nobody was asked', () => {
    expect(paper()).toContain('Not for publication. This copy holds what only the members');
    const draft = paper({ signatures: null, digest: null });
    expect(draft).toContain('Nobody has been asked to sign yet: it is a draft. 3 of its organisations will be.');
    expect(draft).toContain('Will be asked Fellside Community, Northvale Acute and Northvale CCG');
  });
});
