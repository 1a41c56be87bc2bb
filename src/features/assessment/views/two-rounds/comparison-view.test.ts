import { describe, expect, it } from 'vitest';
import { type Instrument, lineageOf } from '../../../programme/index.ts';
import { likeForLike } from '../../../scoring/like-for-like.ts';
import { scoreAssessment } from '../../../scoring/score-assessment.ts';
import { storedScores } from '../../../scoring/stored-score.ts';
import { answers, fixtureInstrument } from '../../../scoring/testing/fixture-instrument.ts';
import { followingInstrument } from '../../../scoring/testing/following-instrument.ts';
import { type ComparedRound, comparisonView } from './comparison-view.ts';

const pack = {
  careSettings: [
    { id: 'acute', label: 'Acute hospitals', officialNames: [] },
    { id: 'community', label: 'Community services', officialNames: [] },
  ],
};
const first = fixtureInstrument();
const second = followingInstrument();

function round(
  label: string,
  instrument: Instrument,
  careSetting: string,
  said: Record<string, string>,
): ComparedRound {
  const given = answers(said);
  return {
    round: { label },
    instrument,
    careSetting,
    answers: given,
    scores: storedScores(scoreAssessment(instrument, careSetting, given)),
  };
}

function compare(earlier: ComparedRound, later: ComparedRound) {
  const lineage = lineageOf({ instruments: [first, second] }, later.instrument, earlier.instrument);
  const scored = lineage === null ? null : likeForLike(lineage, earlier, later);
  return comparisonView(pack, { earlier, later }, scored, lineage?.standing ?? null);
}

const then = {
  SA1: 'agree',
  SA2: 'neither',
  SA3: 'agree',
  RA1: '0',
  RA2: 'structured',
  RA3: '0-50',
  MM1: '0',
  MM2: '0',
  EI1: '0',
  EI2: 'disagree',
};
const now = {
  SA1: 'agree',
  SA2: 'agree',
  SA3: 'not-applicable',
  RA12: '1-20',
  MM1: 'agree',
  MM2: '0',
  EI1: '0',
  NEW: '0',
  EI2: 'disagree',
};

describe('two rounds of which one follows the other', () => {
  const view = compare(round('Of 2015', first, 'acute', then), round('Of 2017', second, 'acute', now));
  const row = (id: string) => view.rows.find((each) => each.id === id);

  it('stand beside each other as published and on what both asked', () => {
    expect(row('readiness')).toMatchObject({
      earlier: '83',
      later: '100',
      common: '2 of 3',
      earlierOnCommon: '75',
      laterOnCommon: '100',
      change: '+25',
    });
    expect(view.headline).toBe('On the questions that both rounds asked: 25 then, 33 now, a change of +8.');
  });

  it('are not compared where nothing is common', () => {
    expect(row('records')).toMatchObject({ common: '0 of 1', earlierOnCommon: 'None', change: 'Not comparable' });
  });

  it('say what was left out, and how what stayed is known', () => {
    expect(view.breaks.map(({ words }) => words)).toEqual([
      '2 new questions',
      '2 questions asked in another form, which cannot be compared',
      '2 questions asked no more',
      '1 question without a score in both rounds',
    ]);
    expect(view.basis[1]).toBe('Which questions stayed the same is inferred: no source says it.');
  });

  it('leave out what a theme of one section says twice', () => {
    expect(view.rows.map(({ id }) => id)).toEqual([
      'overall',
      'readiness',
      'capabilities',
      'records',
      'medicines',
      'infrastructure',
    ]);
  });
});

it('says that the kind of care has changed, and what of it was not asked then', () => {
  const view = compare(round('Of 2015', first, 'acute', then), round('Of 2017', second, 'community', now));
  expect(view.basis.at(-1)).toBe(
    'It was asked the questions for Acute hospitals then, and those for Community services now.',
  );
});

it('tells no change between questionnaires that have nothing to do with each other', () => {
  const view = compare(round('Of 2017', second, 'acute', now), round('Of 2015', first, 'acute', then));
  expect([view.headline, view.breaks]).toEqual([null, []]);
  expect(view.basis).toEqual([
    'The questions of “Of 2015” do not go back to those of “Of 2017”, so no change can be told. Scores are shown as signed.',
  ]);
  expect(view.rows[0]).toMatchObject({ change: 'Not comparable' });
});
