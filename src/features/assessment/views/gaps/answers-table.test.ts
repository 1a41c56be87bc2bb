import { expect, test } from 'vitest';
import { levelledInstrument } from '../../../scoring/testing/levelled-instrument.ts';
import { answerLines, answersTable } from './answers-table.ts';

const organisation = { code: 'RA1', name: 'Taker' };
const giver = { code: 'RA2', name: 'Giver' };

test('each row says whose answer it is', () => {
  const lines = answerLines(levelledInstrument(), 'acute', [], {
    organisation,
    sentWith: { giver, sectionIds: ['leadership'] },
  });
  const whose = new Map(lines.map(({ section, answeredBy }) => [section.id, answeredBy]));
  expect(whose.get('leadership')).toEqual(giver);
  expect(whose.get('technology')).toEqual(organisation);
  expect(answersTable.columns.slice(-2)).toEqual(['answered_by_code', 'answered_by_name']);
});
