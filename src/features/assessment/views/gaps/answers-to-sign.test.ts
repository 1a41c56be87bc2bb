import { expect, it } from 'vitest';
import { getSection, sectionsOf } from '../../../programme/index.ts';
import type { AnswerValue } from '../../assessment.ts';
import { fixtureInstrument } from '../../testing/fixture-instrument.ts';
import { answerAtLevel, levelledInstrument } from '../../testing/levelled-instrument.ts';
import { answersToSign } from './answers-to-sign.ts';

const savedBy = { personName: 'Ben Example', at: new Date('2015-12-03T15:00:00Z') };

function saved(questionId: string, value: AnswerValue | null, desired: string | null) {
  return { questionId, value, comment: '', desired, revision: 1, savedBy };
}

it('tells what is desired as it is signed: not of a question that does not apply', () => {
  const instrument = { ...levelledInstrument(), asksDesiredLevels: true };
  const rows = answersToSign(instrument, getSection(instrument, 'leadership'), 'acute', [
    saved('WL1', answerAtLevel('WL1', 2).value, '4'),
    saved('WL2', { kind: 'not-applicable' }, '3'),
  ]);
  expect(rows).toMatchObject([
    { id: 'WL1', desired: 'Level 4' },
    { id: 'WL2', desired: null },
  ]);
});

it('tells it of a question that is answered by one choice too, and leaves the others of those to their section', () => {
  const instrument = { ...fixtureInstrument(), asksDesiredLevels: true };
  const section = sectionsOf(instrument).find(({ questions }) => questions.some(({ id }) => id === 'RA1'));
  const rows =
    section &&
    answersToSign(instrument, section, 'acute', [
      saved('RA1', { kind: 'option', optionId: '21-40' }, '81-100'),
      saved('RA2', { kind: 'option', optionId: 'structured' }, null),
    ]);
  expect(rows).toMatchObject([{ id: 'RA1', desired: '81-100' }]);
});
