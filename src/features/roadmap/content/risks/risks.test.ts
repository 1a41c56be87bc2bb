import { describe, expect, it } from 'vitest';
import { changedSections } from '../../documents/document-difference.ts';
import { freezeDocument } from '../../documents/freeze-document.ts';
import { documentDigest, publicCopy, sectionsOfKind } from '../../documents/frozen-document.ts';
import { checkFreeze } from '../../freezing/check-freeze.ts';
import { aContent, aFreezeInput, aRisk, baselines, members, pack } from '../../testing/northvale.ts';
import { parseRiskForm } from './parse-risk-form.ts';
import { degrees, inOrderOfRating, type Risk, riskRatingOf, risksReader, typedRisk } from './risk.ts';

const frozen = (...risks: Risk[]) => freezeDocument(aFreezeInput({ content: aContent({ risks }) }));

describe('the rating of a risk', () => {
  it('rises with likelihood and impact', () => {
    const table = degrees.map((likelihood) => degrees.map((impact) => riskRatingOf({ likelihood, impact })));
    expect(table).toEqual([
      ['low', 'low', 'medium'],
      ['low', 'medium', 'high'],
      ['medium', 'high', 'high'],
    ]);
  });

  it('orders the register, with what is closed last', () => {
    const risks = [
      aRisk({ id: 'closed', state: 'closed' }),
      aRisk({ id: 'low', likelihood: 'low', impact: 'low' }),
      aRisk({ id: 'high' }),
      aRisk({ id: 'medium', likelihood: 'low' }),
    ];
    expect(inOrderOfRating(risks).map(({ id }) => id)).toEqual(['high', 'medium', 'low', 'closed']);
  });
});

describe('the form of a risk', () => {
  it('is read back as what was stored', () => {
    const { id: _, ...row } = aRisk({ mitigation: 'One\n\n- two', state: 'accepted' });
    expect(parseRiskForm({ ...typedRisk(aRisk(row)), revision: '4' })).toEqual({
      kind: 'ok',
      typed: expect.anything(),
      value: { ...row, revision: 4 },
    });
  });

  it('asks for what it is, how likely and how harmful, and keeps the rest', () => {
    const outcome = parseRiskForm({ mitigation: 'An exit plan', likelihood: 'perhaps', revision: '0' });
    expect(outcome).toMatchObject({ kind: 'errors', typed: { mitigation: 'An exit plan', likelihood: 'perhaps' } });
    expect(outcome.kind === 'errors' && outcome.errors.map(({ field }) => field)).toEqual([
      'title',
      'likelihood',
      'impact',
      'state',
    ]);
  });
});

describe('the check of the register', () => {
  const codes = (...risks: Risk[]) => {
    const { blockers, warnings } = checkFreeze({ pack, content: aContent({ risks }), members, baselines });
    expect(blockers).toEqual([]);
    return warnings.filter(({ code }) => code.startsWith('risk-')).map(({ code, subject }) => [code, subject]);
  };

  it('warns of an open risk that nothing is done about, and of a high one without an owner', () => {
    expect(codes(aRisk())).toEqual([]);
    expect(codes(aRisk({ mitigation: ' ', owner: '' }))).toEqual([
      ['risk-without-mitigation', 'risk-1'],
      ['risk-without-owner', 'risk-1'],
    ]);
    expect(codes(aRisk({ mitigation: '', owner: '', likelihood: 'low' }))).toEqual([
      ['risk-without-mitigation', 'risk-1'],
    ]);
  });

  it('lets a low risk, an accepted and a closed one stand', () => {
    const bare = { mitigation: '', owner: '' };
    expect(codes(aRisk({ ...bare, likelihood: 'low', impact: 'low' }))).toEqual([]);
    expect(codes(aRisk({ ...bare, state: 'accepted' }), aRisk({ ...bare, id: 'risk-2', state: 'closed' }))).toEqual([]);
  });
});

describe('risks in the frozen document', () => {
  it('are left out of the public copy with the part they stand in, under the same digest', () => {
    const document = frozen(aRisk());
    expect(sectionsOfKind(document, risksReader)).toMatchObject([
      { id: 'risks', visibility: 'assured', content: { risks: [aRisk()] } },
    ]);
    const copy = publicCopy(document);
    expect(JSON.stringify(copy)).not.toContain('pathology');
    expect(sectionsOfKind(copy, risksReader)).toMatchObject([{ content: null, salt: null }]);
    expect(documentDigest(copy)).toBe(documentDigest(document));
  });

  it('add no section to a document that has none, so that its bytes are as they were', () => {
    expect(frozen().sections.map(({ kind }) => kind)).not.toContain('risks');
  });

  it('are a difference where one comes, changes or goes', () => {
    const changes = (before: Risk[], after: Risk[]) => changedSections(frozen(...before), frozen(...after));
    const register = [{ id: 'risks', title: 'Risk register' }];
    expect(changes([], [aRisk()])).toEqual(register);
    expect(changes([aRisk()], [aRisk({ impact: 'low' })])).toEqual(register);
    expect(changes([aRisk()], [])).toEqual(register);
    expect(changes([aRisk()], [aRisk()])).toEqual([]);
  });
});
