import { describe, expect, it } from 'vitest';
import type { NamedMember } from '../../register-keeping.ts';
import { areSameMembers, compareMembers, differenceInWords } from './compare-members.ts';

const member = (changes: Partial<NamedMember> = {}): NamedMember => ({
  organisationId: 'org-1',
  code: 'XN1',
  name: 'Northvale CCG',
  role: 'lead',
  ...changes,
});
const trust = member({ organisationId: 'org-2', code: 'XN2', name: 'Northvale Acute', role: 'core' });

describe('compareMembers', () => {
  it('finds nothing where the same are there in another order, under another name, since another day', () => {
    const after = [trust, member({ name: 'Northvale and Fellside CCG', validFrom: '2016-04-01' })];
    expect(areSameMembers(compareMembers([member(), trust], after))).toBe(true);
  });

  it('tells who joined, left, has another role or another code', () => {
    const after = [member({ code: 'XN9' }), member({ ...trust, role: 'support' })];
    const stranger = member({ organisationId: 'org-3', code: 'XN3', name: 'Fellside', validFrom: '2016-06-01' });
    const difference = compareMembers([member(), trust, stranger], after);
    expect(difference.left).toEqual([stranger]);
    expect(difference.roleChanged).toMatchObject([{ before: ['core'], after: ['support'] }]);
    expect(difference.recoded).toMatchObject([{ before: 'XN1' }]);
    expect(compareMembers(after, [...after, stranger]).joined).toEqual([stranger]);
    expect(differenceInWords(difference)).toBe(
      'Fellside is a member no longer; Northvale Acute is support, not core; Northvale CCG has the code XN9, not XN1',
    );
    expect(differenceInWords(compareMembers([], [stranger]))).toBe('Fellside joined on 1 June 2016');
  });

  it('takes an organisation that was given a code of old for another one', () => {
    const heir = member({ organisationId: 'org-9', name: 'Another body' });
    const { joined, left } = compareMembers([member()], [heir]);
    expect([joined, left]).toEqual([[heir], [member()]]);
  });

  it('counts an organisation in two roles once', () => {
    const twice = [member(), member({ role: 'core' })];
    expect(compareMembers([], twice).joined).toHaveLength(1);
    expect(compareMembers(twice, [member()]).roleChanged).toMatchObject([
      { before: ['core', 'lead'], after: ['lead'] },
    ]);
    expect(areSameMembers(compareMembers(twice, twice.toReversed()))).toBe(true);
  });
});
