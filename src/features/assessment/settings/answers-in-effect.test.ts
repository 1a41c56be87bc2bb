import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Instrument, questionsFor, sectionsOf, wholeOrganisation } from '../../programme/index.ts';
import { answerAtLevel } from '../../scoring/testing/levelled-instrument.ts';
import { groupInstrument, settingsInstrument } from '../testing/settings-pack.ts';
import { type AssessmentAsked, answersInEffect, type GroupAnswers, type Takes, takesOf } from './answers-in-effect.ts';

const instrument = settingsInstrument();
const own = [answerAtLevel('WL1', 2), answerAtLevel('SF1', 2)];
const answeredOnce = [answerAtLevel('WL1', 4), answerAtLevel('WL2', 4)];
const onceKey = { organisationId: 'T', assessmentId: 'once' };

const community: AssessmentAsked = {
  instrument,
  careSetting: 'community',
  apart: [],
  once: { key: onceKey, apart: [] },
  group: null,
};

function inEffect(asked: AssessmentAsked) {
  return answersInEffect(asked, takesOf(asked), { own, given: (from) => (from === onceKey ? answeredOnce : []) });
}

describe('the answers that count for one of several care settings', () => {
  it('are its own, and those that are given once where it takes them', () => {
    expect(takesOf(community)).toEqual([{ sectionIds: ['leadership'], from: onceKey, giver: null }]);
    expect(inEffect(community)).toEqual([own[1], ...answeredOnce]);
  });

  it('are its own alone in a section that it answers apart', () => {
    expect(inEffect({ ...community, apart: ['leadership'] })).toEqual(own);
  });

  it('leave out what is not put to it', () => {
    const themes = instrument.themes.map((theme) => ({
      ...theme,
      sections: theme.sections.map((section) => ({
        ...section,
        questions: section.questions.map((each) => (each.id === 'WL2' ? { ...each, careSettings: ['acute'] } : each)),
      })),
    }));
    expect(inEffect({ ...community, instrument: { ...instrument, themes } })).toEqual([own[1], answeredOnce[0]]);
  });
});

const giver = { organisationId: 'G', name: 'Giver' };
const giverOnce = { organisationId: 'G', assessmentId: 'giver once' };
const giverAcute = { organisationId: 'G', assessmentId: 'giver acute' };
const group: GroupAnswers = {
  giver,
  sectionIds: ['leadership', 'people'],
  once: giverOnce,
  bySetting: new Map([['acute', giverAcute]]),
};

describe('what an organisation takes from another', () => {
  const alone: AssessmentAsked = { instrument: groupInstrument(), careSetting: 'acute', apart: [], once: null, group };

  it('is what that one answers for the whole of it, and for the same care setting', () => {
    expect(takesOf(alone)).toEqual([
      { sectionIds: ['leadership'], from: giverOnce, giver },
      { sectionIds: ['people'], from: giverAcute, giver },
    ]);
  });

  it('is nothing of a care setting that the other does not answer for', () => {
    expect(takesOf({ ...alone, careSetting: 'community' })).toEqual([
      { sectionIds: ['leadership'], from: giverOnce, giver },
    ]);
  });

  it('does not go past what the organisation has taken apart, for all or for one of its care settings', () => {
    const once = { key: onceKey, apart: ['leadership'] };
    expect(takesOf({ ...alone, apart: ['leadership', 'people'] })).toEqual([]);
    expect(takesOf({ ...alone, once })).toEqual([
      { sectionIds: ['leadership'], from: onceKey, giver: null },
      { sectionIds: ['people'], from: giverAcute, giver },
    ]);
    expect(takesOf({ ...alone, once, apart: ['leadership', 'people'] })).toEqual([]);
  });

  it('is for all of several care settings what is answered once alone', () => {
    expect(takesOf({ ...alone, careSetting: wholeOrganisation })).toEqual([
      { sectionIds: ['leadership'], from: giverOnce, giver },
    ]);
  });
});

describe('whatever is agreed and taken apart', () => {
  const sections = ['leadership', 'technology', 'records', 'people'];
  const sectionIds = fc.subarray(sections);
  const keyOf = (assessmentId: string) => fc.option(fc.constant({ organisationId: 'G', assessmentId }));
  const groups = fc.option(
    fc.record({
      giver: fc.constant(giver),
      sectionIds: fc.subarray(['leadership', 'people']),
      once: keyOf('giver once'),
      bySetting: fc
        .dictionary(fc.constantFrom('acute', 'community'), keyOf('giver setting'))
        .map((settings) => new Map(Object.entries(settings))),
    }),
  );
  const anyAsked: fc.Arbitrary<AssessmentAsked> = fc.record({
    instrument: fc.constant<Instrument>(groupInstrument()),
    careSetting: fc.constantFrom('acute', 'community', wholeOrganisation),
    apart: sectionIds,
    once: fc.option(fc.record({ key: keyOf('once'), apart: sectionIds })),
    group: groups,
  });
  const idsOf = (takes: readonly Takes[]) => takes.flatMap((each) => each.sectionIds);

  it('no section is taken from two places, and none that is answered apart', () => {
    fc.assert(
      fc.property(anyAsked, (asked) => {
        const ids = idsOf(takesOf(asked));
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.filter((id) => asked.apart.includes(id))).toEqual([]);
      }),
    );
  });

  it('nothing comes from another organisation that was not agreed on', () => {
    fc.assert(
      fc.property(anyAsked, (asked) => {
        const given = takesOf(asked).filter((take) => take.giver !== null);
        expect(idsOf(given).filter((id) => !(asked.group?.sectionIds ?? []).includes(id))).toEqual([]);
      }),
    );
  });

  it('each question counts once: with its own answer, or with one from where its section is taken', () => {
    fc.assert(
      fc.property(anyAsked, (asked) => {
        const all = sectionsOf(asked.instrument).flatMap(({ questions }) => questions.map(({ id }) => id));
        const answers = (by: string) => all.map((questionId) => ({ questionId, by }));
        const counted = answersInEffect(asked, takesOf(asked), {
          own: answers('own'),
          given: (from) => answers(from?.assessmentId ?? 'nobody'),
        });
        const put = new Set(questionsFor(asked.instrument, asked.careSetting).map(({ id }) => id));
        const ids = counted.map(({ questionId }) => questionId);
        expect(new Set(ids).size).toBe(ids.length);
        if (asked.careSetting !== wholeOrganisation) {
          expect([...put].every((id) => ids.includes(id))).toBe(true);
        }
      }),
    );
  });
});
