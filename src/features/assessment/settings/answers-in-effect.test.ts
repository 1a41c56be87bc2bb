import { describe, expect, it } from 'vitest';
import { answerAtLevel } from '../testing/levelled-instrument.ts';
import { settingsInstrument } from '../testing/settings-pack.ts';
import { answersInEffect, sectionsTaken } from './answers-in-effect.ts';

const instrument = settingsInstrument();
const own = [answerAtLevel('WL1', 2), answerAtLevel('SF1', 2)];
const once = [answerAtLevel('WL1', 4), answerAtLevel('WL2', 4)];

describe('the answers that count for one of several care settings', () => {
  it('are its own, and those that are given once where it takes them', () => {
    const asked = { instrument, careSetting: 'community', apart: [] };
    expect(sectionsTaken(asked)).toEqual(new Set(['leadership']));
    expect(answersInEffect(asked, { own, once })).toEqual([own[1], ...once]);
  });

  it('are its own alone in a section that it answers apart', () => {
    const asked = { instrument, careSetting: 'community', apart: ['leadership'] };
    expect(answersInEffect(asked, { own, once })).toEqual(own);
  });

  it('leave out what is not put to it', () => {
    const themes = instrument.themes.map((theme) => ({
      ...theme,
      sections: theme.sections.map((section) => ({
        ...section,
        questions: section.questions.map((each) => (each.id === 'WL2' ? { ...each, careSettings: ['acute'] } : each)),
      })),
    }));
    const asked = { instrument: { ...instrument, themes }, careSetting: 'community', apart: [] };
    expect(answersInEffect(asked, { own, once })).toEqual([own[1], once[0]]);
  });
});
