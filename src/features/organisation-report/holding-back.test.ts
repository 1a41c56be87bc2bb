import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { getSection, sectionsFor } from '../programme/index.ts';
import { optionReached, questionsAsked } from '../scoring/index.ts';
import { arbitraryAssessment } from '../scoring/testing/arbitraries.ts';
import { answers, fixtureInstrument } from '../scoring/testing/fixture-instrument.ts';
import { elementsUpTo, levelledInstrument, metAnswer } from '../scoring/testing/levelled-instrument.ts';
import { holdingBack } from './holding-back.ts';

describe('the questions that hold a section back', () => {
  it('are those answered below the best, the dearest first, with the next option', () => {
    const instrument = fixtureInstrument();
    const given = answers({ SA1: 'agree', SA2: 'mostly-agree', SA3: 'disagree' });
    const held = holdingBack(instrument, 'acute', getSection(instrument, 'strategy'), given);
    expect(held.map(({ question, now, next, unmet }) => [question.id, now, next, unmet])).toEqual([
      ['SA3', 'disagree', expect.any(String), []],
      ['SA2', 'mostly-agree', 'agree', []],
    ]);
  });

  it('leave out what does not apply, has no answer or is not scored', () => {
    const instrument = fixtureInstrument();
    const given = answers({ SA1: 'agree', SA3: 'not-applicable' });
    expect(holdingBack(instrument, 'acute', getSection(instrument, 'strategy'), given)).toEqual([]);
  });

  it('name what is not met of the next level, and what that looks like', () => {
    const instrument = levelledInstrument();
    const section = getSection(instrument, 'leadership');
    const met = [...elementsUpTo('WL1', 2), 'WL1-3-1', 'WL1-5-1'];
    const [held] = holdingBack(instrument, 'acute', section, [metAnswer('WL1', met)]);
    expect(held).toMatchObject({ now: 'Level 2', next: 'Level 3', looksLike: 'Level 3 of WL1 looks like this.' });
    expect(held?.unmet.map(({ id }) => id)).toEqual(['WL1-3-2', 'WL1-3-3']);
  });

  it('are the same in whatever order the answers came, and each asked and answered', () => {
    fc.assert(
      fc.property(arbitraryAssessment(), ({ instrument, careSetting, answers: given }) => {
        const asked = questionsAsked(instrument, careSetting, given);
        for (const section of sectionsFor(instrument, careSetting)) {
          const held = holdingBack(instrument, careSetting, section, given);
          expect(holdingBack(instrument, careSetting, section, given.toReversed())).toEqual(held);
          for (const { question } of held) {
            const answer = given.find(({ questionId }) => questionId === question.id);
            expect(asked.has(question.id) && optionReached(question, answer?.value) !== null).toBe(true);
          }
        }
      }),
    );
  });
});
