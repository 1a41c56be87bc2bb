import { expect, it } from 'vitest';
import { nothingFound, type SavedFinding } from '../finding.ts';
import { type Challenge, challengeable, decisionOf, whyNotDecide } from './challenge.ts';

const by = (personId: string) => ({ personId, personName: personId, onBehalfOf: 'The region' });
const at = new Date('2018-03-01T12:00:00Z');
const value = (optionId: string) => ({ kind: 'option', optionId }) as const;
const other = { verdict: 'other', value: value('no'), reason: 'Not seen' } as const;
const same = { verdict: 'same', value: null, reason: '' } as const;

const saved = (questionId: string, finding: SavedFinding['finding']): SavedFinding => ({
  ...{ questionId, finding, revision: 1, by: by('rina'), at },
});

it('is of answers that were found otherwise, each once', () => {
  const findings = [saved('A', other), saved('B', same), saved('C', nothingFound), saved('D', other)];
  const challenge: Challenge = {
    ...{ questionId: 'D', revision: 1, reason: 'We have it', by: by('cora'), at },
    decision: { decision: 'stands', reason: 'It is not there', by: by('rob'), at },
  };
  expect(challengeable(findings, [challenge]).map(({ questionId }) => questionId)).toEqual(['A']);
});

it('stands where the same is found again, whatever is said of it, and is upheld otherwise', () => {
  expect(decisionOf(other, { ...other, reason: 'Looked again' })).toBe('stands');
  expect(decisionOf(other, { ...other, value: value('partly') })).toBe('upheld');
  expect(decisionOf(other, same)).toBe('upheld');
});

it('is answered neither by who found it nor by who made it', () => {
  const challenge = { by: by('cora') };
  expect(whyNotDecide('rina', challenge, saved('A', other))).toContain('You found this yourself');
  expect(whyNotDecide('cora', challenge, saved('A', other))).toContain('You made this challenge');
  expect(whyNotDecide('rob', challenge, saved('A', other))).toBeNull();
});
