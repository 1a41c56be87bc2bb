import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WeakSaltError } from '../../agreement/documents/sealed-document.ts';
import { content } from '../testing/arbitraries.ts';
import { aContent, aDeployment, aFreezeInput, members, pack } from '../testing/northvale.ts';
import { changedSections } from './document-difference.ts';
import { freezeDocument, saltedSections, UnknownMemberError } from './freeze-document.ts';
import { documentDigest, publicCopy, withheldSections } from './frozen-document.ts';

describe('freezeDocument', () => {
  it('holds head, parts, trajectory with its baseline, plans and deployments, with codes for organisations', () => {
    const document = freezeDocument(aFreezeInput());
    expect(document).toMatchObject({ version: 1, illustrative: true, frozenAt: '2016-06-17T09:00:00.000Z' });
    expect(document.sections.map(({ id }) => id)).toEqual([
      ...pack.roadmapTemplate.parts.map(({ id }) => `part-${id}`),
      'trajectory',
      'universal-plans',
      'deployments',
      'information-flows',
    ]);
    const trajectory = document.sections.find(({ kind }) => kind === 'trajectory')?.content;
    const baseline = { mean: 52, n: 1, included: ['XN2'], missing: ['XN3'] };
    expect(trajectory).toMatchObject({ rows: [{ groupId: 'records', baseline }, { groupId: 'medicines' }] });
    expect(JSON.stringify(document)).not.toContain('org-');
  });

  it('has salts for assured sections and for no other', () => {
    expect(saltedSections(pack)).toEqual(['part-risk', 'risks']);
    const salted = freezeDocument(aFreezeInput()).sections.filter(({ salt }) => salt !== null);
    expect(salted.map(({ id }) => id)).toEqual(['part-risk']);
  });

  it('keeps the tables of an assured part back with it', () => {
    const parts = pack.roadmapTemplate.parts.map((part) =>
      part.kind === 'capabilities' ? { ...part, visibility: 'assured' as const } : part,
    );
    const closed = { ...pack, roadmapTemplate: { ...pack.roadmapTemplate, parts } };
    expect(saltedSections(closed)).toEqual(['part-capabilities', 'part-risk', 'trajectory', 'deployments', 'risks']);
  });

  it.each([{}, { 'part-risk': '' }, { 'part-risk': 'abc' }, { 'part-risk': 'not hexadecimal, but long enough' }])(
    'refuses the salts %j',
    (salts) => {
      expect(() => freezeDocument(aFreezeInput({ salts }))).toThrow(WeakSaltError);
    },
  );

  it('refuses organisations that are not members, and a group without a baseline', () => {
    const deployments = [aDeployment({ organisationIds: ['org-99'] })];
    const strange = aFreezeInput({ content: aContent({ deployments }) });
    expect(() => freezeDocument(strange)).toThrow(UnknownMemberError);
    expect(() => freezeDocument(aFreezeInput({ baselines: [] }))).toThrow(RangeError);
  });

  it('gives the same bytes for the same facts in any order', () => {
    fc.assert(
      fc.property(content, (written) => {
        const one = freezeDocument(aFreezeInput({ content: written }));
        const other = freezeDocument(
          aFreezeInput({
            content: { ...written, parts: written.parts.toReversed(), deployments: written.deployments.toReversed() },
            members: members.toReversed(),
            baselines: aFreezeInput().baselines.toReversed(),
          }),
        );
        expect(JSON.stringify(other)).toBe(JSON.stringify(one));
      }),
    );
  });

  it('has another digest each time it is frozen, so that lapsed endorsements stay lapsed', () => {
    const again = aFreezeInput({ frozenAt: new Date('2016-06-18T09:00:00Z') });
    expect(documentDigest(freezeDocument(again))).not.toBe(documentDigest(freezeDocument(aFreezeInput())));
  });
});

describe('publicCopy', () => {
  it('has the digest of the full document and nothing of its assured sections', () => {
    fc.assert(
      fc.property(content, (written) => {
        const document = freezeDocument(aFreezeInput({ content: written }));
        const copy = publicCopy(document);
        expect(documentDigest(copy)).toBe(documentDigest(document));
        expect(withheldSections(copy).map(({ id, salt, content: held }) => [id, salt, held])).toEqual([
          ['part-risk', null, null],
          ...(written.risks.length === 0 ? [] : [['risks', null, null]]),
        ]);
        expect(publicCopy(copy)).toEqual(copy);
      }),
    );
  });

  it('does not leak what it leaves out', () => {
    const text = JSON.stringify(publicCopy(freezeDocument(aFreezeInput())));
    expect(text).not.toContain('radiology');
    expect(text).not.toContain('1'.padStart(32, '0'));
  });
});

describe('documentDigest', () => {
  it('does not take a section’s digest on trust where its content is there', () => {
    const document = freezeDocument(aFreezeInput());
    const sections = document.sections.map((section) =>
      section.id === 'part-vision'
        ? { ...section, content: { partId: 'vision', localHeading: '', body: 'Other words' } }
        : section,
    );
    expect(documentDigest({ ...document, sections })).not.toBe(documentDigest(document));
  });

  it('differs where any word differs', () => {
    fc.assert(
      fc.property(content, content, (one, other) => {
        const first = freezeDocument(aFreezeInput({ content: one }));
        const second = freezeDocument(aFreezeInput({ content: other }));
        const same = JSON.stringify(first) === JSON.stringify(second);
        expect(documentDigest(first) === documentDigest(second)).toBe(same);
      }),
    );
  });
});

describe('changedSections', () => {
  const before = freezeDocument(aFreezeInput());

  it('finds nothing where only the salt and the instant changed', () => {
    const salts = { 'part-risk': 'f'.repeat(32) };
    const after = freezeDocument(aFreezeInput({ salts, frozenAt: new Date('2016-07-01T00:00:00Z') }));
    expect(changedSections(before, after)).toEqual([]);
  });

  it('names the sections and the list of members that changed', () => {
    const changes = { members: members.slice(0, 4), content: aContent({ deployments: [aDeployment()] }) };
    expect(changedSections(before, freezeDocument(aFreezeInput(changes)))).toEqual([
      { id: 'members', title: 'Members of the footprint' },
      { id: 'deployments', title: 'Capability deployment schedule' },
    ]);
  });

  it('compares what is left out by its digest, and notices sections that come and go', () => {
    expect(changedSections(publicCopy(before), before)).toEqual([]);
    const shorter = { ...before, sections: before.sections.slice(1) };
    const gone = [{ id: 'part-key', title: 'Key information' }];
    expect(changedSections(before, shorter)).toEqual(gone);
    expect(changedSections(shorter, before)).toEqual(gone);
  });
});
