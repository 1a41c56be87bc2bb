import { expect, it } from 'vitest';
import { writeCsv } from '../../platform/csv-table.ts';
import { sectionsOf } from '../programme/index.ts';
import { levelledInstrument } from '../scoring/testing/levelled-instrument.ts';
import type { ReturnMinutes } from './answering-minutes.ts';
import { answeringTimeTable } from './answering-time-table.ts';
import { answeringTimes } from './answering-times.ts';

const instrument = levelledInstrument();
const [section] = sectionsOf(instrument);
const ids = section?.questions.map(({ id }) => id) ?? [];

/** Assessments whose first question took so many minutes, each of another organisation. */
function returnsOf(minutes: readonly number[], organisationOf = (index: number) => `RX${index}`): ReturnMinutes[] {
  return minutes.map((each, index) => ({
    organisationId: organisationOf(index),
    byQuestion: new Map([[ids[0] ?? '', each]]),
  }));
}

it('gives median and middle half of a question and of its section, and nothing of a question of which nothing is known', () => {
  const times = answeringTimes(instrument, returnsOf([1, 2, 3, 4, 10]));
  expect(times[0]).toMatchObject({ question: null, spread: { n: 5, median: 3, q1: 2, q3: 4 } });
  expect(times[1]).toMatchObject({ question: { id: ids[0] }, spread: { n: 5, median: 3 } });
  expect(times.slice(2).every(({ spread }) => spread === null)).toBe(true);
});

it('gives nothing of fewer than five organisations, however many assessments they have', () => {
  const few = answeringTimes(instrument, returnsOf([1, 2, 3, 4]));
  const ofFour = answeringTimes(
    instrument,
    returnsOf([1, 2, 3, 4, 5, 6], (index) => `RX${index % 4}`),
  );
  for (const times of [few, ofFour]) {
    expect(times.every(({ spread }) => spread === null)).toBe(true);
    expect(writeCsv(answeringTimeTable, times)).not.toMatch(/\d\.\d/);
    expect(writeCsv(answeringTimeTable, times.slice(0, 1))).toMatch(/,,,,\r\n$/);
  }
});
