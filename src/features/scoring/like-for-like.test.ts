import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Instrument, lineageOf } from '../programme/index.ts';
import type { Answer } from './answers/answer.ts';
import { type LikeForLike, likeForLike } from './like-for-like.ts';
import { scoreAssessment } from './score-assessment.ts';
import { storedScores } from './stored-score.ts';
import { arbitraryAnswers, arbitraryCompleteAnswers } from './testing/arbitraries.ts';
import { hanging } from './testing/conditional-instrument.ts';
import { answer, answers, fixtureCareSettings, fixtureInstrument } from './testing/fixture-instrument.ts';
import { followingInstrument } from './testing/following-instrument.ts';
import { answerAtLevel, levelledAgain, levelledInstrument, metAnswer } from './testing/levelled-instrument.ts';

const first = fixtureInstrument();
const second = followingInstrument();

interface Case {
  readonly instrument: Instrument;
  readonly careSetting: string;
  readonly answers: readonly Answer[];
}

function compare(earlier: Case, later: Case): LikeForLike {
  const lineage = lineageOf({ instruments: [first, second] }, later.instrument, earlier.instrument);
  if (lineage === null) {
    throw new Error('The later one goes back to the earlier');
  }
  return likeForLike(lineage, earlier, later);
}

const ids = (questions: readonly { readonly id: string }[]) => questions.map(({ id }) => id);
const scoresOf = (scored: LikeForLike, which: 'earlier' | 'later') =>
  Object.fromEntries(storedScores(scored[which]).map(({ level, key, score }) => [`${level} ${key}`, score]));

describe('a made-up provider', () => {
  const said = {
    SA1: 'agree',
    SA2: 'neither',
    SA3: 'not-applicable',
    RA1: '0',
    RA2: 'structured',
    RA3: '96-100',
    RA5: 'yes',
  };
  const then = { ...said, MM1: '0', MM2: '1-20', EI1: '0', EI2: 'disagree' };
  const { RA1: _, RA2: _two, RA3: _three, ...kept } = then;
  const now = { ...kept, SA2: 'agree', SA3: 'agree', RA12: '81-100', MM1: 'agree', MM2: '41-60', NEW: '81-100' };
  const scored = compare(
    { instrument: first, careSetting: 'acute', answers: answers(then) },
    { instrument: second, careSetting: 'acute', answers: answers(now) },
  );

  it('is compared on what both rounds asked and it answered in both', () => {
    expect(ids(scored.common)).toEqual(['SA1', 'SA2', 'MM2', 'EI2']);
    expect(ids(scored.unanswered)).toEqual(['SA3']);
    expect(scoresOf(scored, 'earlier')).toEqual({
      'section strategy': 75,
      'section medicines': 20,
      'section infrastructure': 0,
      'theme readiness': 75,
      'theme capabilities': 20,
      'theme infrastructure': 0,
      'overall overall': 95 / 3,
    });
    expect(scoresOf(scored, 'later')).toMatchObject({
      'section strategy': 100,
      'section medicines': 60,
      'theme infrastructure': 0,
      'overall overall': 160 / 3,
    });
  });

  it('is told what became of the other questions', () => {
    expect(ids(scored.changed)).toEqual(['RA12', 'EI1']);
    expect(ids(scored.added)).toEqual(['MM1', 'NEW']);
    expect(ids(scored.dropped)).toEqual(['RA3', 'MM1']);
  });
});

it('is compared in a care setting alone on what is comparable there', () => {
  const said = { SA1: 'agree', SA2: 'neither', RA5: 'yes' };
  const themes = second.themes.map((theme) => ({
    ...theme,
    sections: theme.sections.map((section) => ({
      ...section,
      questions: section.questions.map((question) =>
        question.id === 'SA1' && question.lineage !== null
          ? { ...question, lineage: { ...question.lineage, comparableIn: ['community'] } }
          : question,
      ),
    })),
  }));
  const compared = (careSetting: string) =>
    compare(
      { instrument: first, careSetting, answers: answers(said) },
      { instrument: { ...second, themes }, careSetting, answers: answers(said) },
    );
  expect(ids(compared('community').common)).toEqual(['SA1', 'SA2']);
  expect(ids(compared('acute').common)).toEqual(['SA2']);
  expect(ids(compared('acute').changed)).toContain('SA1');
});

/** Answers of both rounds, each with any left out or not applicable, in care settings of their own. */
const rounds = fc
  .record({ earlier: fc.constantFrom(...fixtureCareSettings), later: fc.constantFrom(...fixtureCareSettings) })
  .chain((settings) =>
    fc.record({
      earlier: arbitraryAnswers(first, settings.earlier).map(
        (given): Case => ({ instrument: first, careSetting: settings.earlier, answers: given }),
      ),
      later: arbitraryAnswers(second, settings.later).map(
        (given): Case => ({ instrument: second, careSetting: settings.later, answers: given }),
      ),
    }),
  );

describe('any two rounds', () => {
  it('have the same questions on both sides, none of them missing', () => {
    fc.assert(
      fc.property(rounds, ({ earlier, later }) => {
        const scored = compare(earlier, later);
        const basis = (which: 'earlier' | 'later') =>
          storedScores(scored[which]).map(({ score: _, evidenced: _notes, ...others }) => others);
        expect(basis('earlier')).toEqual(basis('later'));
        const { overall } = scored.later;
        expect([overall.answered, overall.missing, overall.notApplicable]).toEqual([
          scored.common.length,
          0,
          scored.unanswered.length,
        ]);
      }),
    );
  });

  it('differ in nothing where the common answers do not', () => {
    fc.assert(
      fc.property(rounds, ({ earlier, later }) => {
        const before = new Map(earlier.answers.map((each) => [each.questionId, each]));
        const common = new Set(ids(compare(earlier, later).common));
        const same = later.answers.map((each) =>
          common.has(each.questionId) ? (before.get(each.questionId) ?? each) : each,
        );
        const scored = compare(earlier, { ...later, answers: same });
        expect(scored.later).toEqual(scored.earlier);
      }),
    );
  });

  it('are not moved by what only one of them asked', () => {
    fc.assert(
      fc.property(rounds, ({ earlier, later }) => {
        const scored = compare(earlier, later);
        const common = new Set(ids(scored.common));
        const only = ({ questionId }: Answer) => common.has(questionId);
        const without = compare(
          { ...earlier, answers: earlier.answers.filter(only) },
          { ...later, answers: later.answers.filter(only) },
        );
        expect([without.earlier, without.later]).toEqual([scored.earlier, scored.later]);
      }),
    );
  });

  it('put every scored question of both in one place', () => {
    fc.assert(
      fc.property(rounds, ({ earlier, later }) => {
        const { common, unanswered, changed, added } = compare(earlier, later);
        const asked = scoreAssessment(later.instrument, later.careSetting, []).overall.applicable;
        const all = [...common, ...unanswered, ...changed, ...added];
        expect([all.length, new Set(all).size]).toEqual([asked, asked]);
      }),
    );
  });

  it('of one instrument, answered in full with scores, are compared as they are published', () => {
    fc.assert(
      fc.property(arbitraryCompleteAnswers(first, 'community'), (given) => {
        const one = { instrument: first, careSetting: 'community', answers: given };
        const { earlier, later } = compare(one, one);
        const published = storedScores(scoreAssessment(first, 'community', given)).filter(
          ({ score }) => score !== null,
        );
        const scored = storedScores(later).filter(({ score }) => score !== null);
        expect(earlier).toEqual(later);
        expect(scored.map(({ level, key, score }) => [level, key, score])).toEqual(
          published.map(({ level, key, score }) => [level, key, score]),
        );
      }),
    );
  });
});

it('compares levels, whatever the ids of their elements are by now', () => {
  const [earlier, later] = [levelledInstrument(), levelledAgain()];
  const lineage = lineageOf({ instruments: [earlier, later] }, later, earlier);
  if (lineage === null) {
    throw new Error('The later one goes back to the earlier');
  }
  const then = [answerAtLevel('WL1', 2), answer('WL2', 'not-applicable'), answerAtLevel('SF1', 3)];
  const now = [metAnswer('NWL1', ['NWL1-2-1', 'NWL1-2-2', 'NWL1-3-1']), metAnswer('NWL2', []), metAnswer('NSF1', [])];
  const scored = likeForLike(
    lineage,
    { instrument: earlier, careSetting: 'community', answers: then },
    { instrument: later, careSetting: 'community', answers: now },
  );
  expect(ids(scored.common)).toEqual(['NWL1', 'NSF1']);
  expect(ids(scored.unanswered)).toEqual(['NWL2']);
  expect(scoresOf(scored, 'earlier')).toMatchObject({
    'theme well-led': 2,
    'theme foundations': 3,
    'overall overall': 2.5,
  });
  expect(scoresOf(scored, 'later')).toMatchObject({
    'theme well-led': 2,
    'theme foundations': 1,
    'overall overall': 1.5,
  });
});

describe('questions that hang on answers', () => {
  const conditions = { MM2: { question: 'SA1', is: ['agree'] }, EI2: { question: 'SA1', is: ['agree'] } };
  const [earlier, later] = [hanging(first, conditions), hanging(second, conditions)];
  const roundOf = (instrument: Instrument, given: Record<string, string>): Case => ({
    instrument,
    careSetting: 'acute',
    answers: answers({ MM2: '0', EI2: 'agree', ...given }),
  });
  const between = (then: Record<string, string>, now: Record<string, string>) => {
    const lineage = lineageOf({ instruments: [earlier, later] }, later, earlier);
    if (lineage === null) {
      throw new Error('The later one goes back to the earlier');
    }
    return likeForLike(lineage, roundOf(earlier, then), roundOf(later, now));
  };

  it('are compared where both rounds asked them', () => {
    expect(ids(between({ SA1: 'agree' }, { SA1: 'agree' }).common)).toEqual(['SA1', 'MM2', 'EI2']);
  });

  it('are new where they were not asked before, asked no more where they are not now, and nothing where neither did', () => {
    const asked = between({ SA1: 'neither' }, { SA1: 'agree' });
    expect([ids(asked.common), ids(asked.added)]).toEqual([['SA1'], ['MM1', 'MM2', 'NEW', 'EI2']]);
    const dropped = between({ SA1: 'agree' }, { SA1: 'neither' });
    expect([ids(dropped.common), ids(dropped.dropped)]).toEqual([['SA1'], ['RA3', 'MM1', 'MM2', 'EI2']]);
    const neither = between({ SA1: 'neither' }, { SA1: 'neither' });
    const told = [neither.common, neither.unanswered, neither.added, neither.dropped].flatMap(ids);
    expect(told.filter((id) => ['MM2', 'EI2'].includes(id))).toEqual([]);
  });
});
