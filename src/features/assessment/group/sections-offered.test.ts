import { describe, expect, it } from 'vitest';
import type { Instrument } from '../../programme/index.ts';
import { groupInstrument } from '../testing/settings-pack.ts';
import { sectionsOffered } from './sections-offered.ts';

const instrument = groupInstrument();
const offered = (taker: readonly string[], giver: readonly string[], of: Instrument = instrument) =>
  sectionsOffered(of, { taker, giver }).map(({ id }) => id);

describe('the sections in which one organisation can take the answers of another', () => {
  it('are those that the questionnaire lets groups share', () => {
    expect(offered(['acute'], ['acute'])).toEqual(['leadership', 'people']);
    const none = instrument.themes.map((theme) => ({ ...theme, sharedInGroup: false }));
    expect(offered(['acute'], ['acute'], { ...instrument, themes: none })).toEqual([]);
  });

  it('need a care setting for which both answer, where each answers for itself', () => {
    expect(offered(['acute', 'community'], ['acute'])).toEqual(['leadership', 'people']);
    expect(offered(['acute'], ['community'])).toEqual(['leadership']);
  });

  it('leave out what is asked of the one and not of the other, where an organisation answers once', () => {
    const themes = instrument.themes.map((theme) => ({
      ...theme,
      sections: theme.sections.map((section) => ({
        ...section,
        questions: section.questions.map((each) => (each.id === 'WL2' ? { ...each, careSettings: ['acute'] } : each)),
      })),
    }));
    const uneven = { ...instrument, themes };
    expect(offered(['acute'], ['community'], uneven)).toEqual([]);
    expect(offered(['community'], ['acute'], uneven)).toEqual(['leadership']);
    expect(offered(['community', 'acute'], ['acute'], uneven)).toEqual(['leadership', 'people']);
  });

  it('are of nobody that is asked nothing', () => {
    expect(offered([], ['acute'])).toEqual([]);
  });
});
