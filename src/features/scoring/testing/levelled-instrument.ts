import type { Instrument, Level, Question, Section, Theme } from '../../programme/index.ts';
import type { Answer } from '../answers/answer.ts';

const options = ['1', '2', '3', '4', '5'];

/** How many elements each level of a question needs, lowest first. */
const elementCounts = [0, 2, 3, 2, 1];

/**
 * A made-up instrument in the shape of today's: questions of five levels, a theme the mean of its answers. The acute are asked
 * everything, the community nothing of records and nothing at all of access; `WL2` may be not applicable.
 */
export function levelledInstrument(): Instrument {
  return instrumentOf([
    theme('well-led', [section('leadership', 1, [levelled('WL1'), levelled('WL2', { notApplicable: true })])]),
    theme('foundations', [
      section('technology', 2, [levelled('SF1')]),
      section('records', 3, [levelled('SF2', { careSettings: ['acute'] })]),
    ]),
    theme('access', [section('people', 4, [levelled('EP1', { careSettings: ['acute'] })])]),
  ]);
}

/** The same after it, under other ids: each question comes from the one whose id it has with an N before it. */
export function levelledAgain(): Instrument {
  const before = levelledInstrument();
  const themes = before.themes.map((each) => ({
    ...each,
    sections: each.sections.map((part) => ({ ...part, questions: part.questions.map(renamed) })),
  }));
  return {
    ...before,
    id: 'levelled-again',
    follows: { instrument: before.id, drops: [], standing: 'inferred' },
    themes,
  };
}

function renamed(question: Question): Question {
  const levels = question.levels.map((level) => ({
    ...level,
    elements: level.elements.map((element) => ({ ...element, id: `N${element.id}` })),
  }));
  return {
    ...question,
    id: `N${question.id}`,
    levels,
    lineage: { kind: 'same', from: [question.id], isComparable: true, comparableIn: [] },
  };
}

/** As many questions in each theme as said, one section each. */
export function instrumentOfPillars(questionCounts: Readonly<Record<string, number>>): Instrument {
  return instrumentOf(
    Object.entries(questionCounts).map(([id, count], index) => {
      const questions = Array.from({ length: count }, (_, place) =>
        levelled(`${id}${place + 1}`, { notApplicable: true }),
      );
      return theme(id, [section(`${id}-all`, index + 1, questions)]);
    }),
  );
}

function instrumentOf(themes: readonly Theme[]): Instrument {
  return {
    id: 'levelled',
    version: '1',
    title: 'Levelled assessment',
    follows: null,
    returns: 'per-organisation',
    scales: [
      {
        id: 'maturity',
        label: 'Which level is reached?',
        scored: true,
        options: options.map((id) => ({ id, label: `Level ${id}`, score: Number(id) })),
      },
    ],
    themes,
    scoring: {
      id: 'pillars-of-levels',
      label: 'A pillar is the mean of its levels.',
      theme: 'mean-of-answers',
      gates: [],
      scale: { least: 1, most: 5, decimals: 1 },
    },
    notApplicableNeedsReason: false,
    asksDesiredLevels: false,
    provenance: 'Made up for tests.',
    declaration: 'The answers are right.',
    signing: { roles: ['executive'], who: 'an executive', boardApproval: 'not-asked' },
    draftsReadBy: [],
  };
}

function theme(id: string, sections: readonly Section[]): Theme {
  return {
    id,
    title: `Theme ${id}`,
    description: `What ${id} is.`,
    answered: 'setting',
    sharedInGroup: false,
    weight: 1,
    sections,
  };
}

function section(id: string, number: number, questions: readonly Question[]): Section {
  return { id, number, title: `Part ${id}`, description: `About ${id}.`, answeredBy: 'Anyone', weight: 1, questions };
}

function levelled(id: string, differences: Partial<Question> = {}): Question {
  return {
    id,
    title: `Domain ${id}`,
    text: `How far has ${id} come?`,
    help: 'Tick what is met.',
    scale: 'maturity',
    evidence: [`A paper on ${id}`],
    levels: options.map(
      (option, place): Level => ({
        option,
        looksLike: `Level ${option} of ${id} looks like this.`,
        elements: Array.from({ length: elementCounts[place] ?? 0 }, (_, index) => ({
          id: `${id}-${option}-${index + 1}`,
          text: `Element ${index + 1} of level ${option} of ${id} is met.`,
        })),
      }),
    ),
    careSettings: [],
    when: null,
    notApplicable: false,
    weight: 1,
    lineage: null,
    standing: 'inferred',
    ...differences,
  };
}

/** An answer that says which elements are met. */
export function metAnswer(questionId: string, met: readonly string[]): Answer {
  return { questionId, value: { kind: 'elements', met }, comment: '' };
}

/** All elements of the levels up to this one. */
export function elementsUpTo(questionId: string, level: number): string[] {
  return elementCounts
    .slice(0, level)
    .flatMap((count, place) => Array.from({ length: count }, (_, index) => `${questionId}-${place + 1}-${index + 1}`));
}

/** An answer that reaches this level, and meets nothing above it. */
export function answerAtLevel(questionId: string, level: number): Answer {
  return metAnswer(questionId, elementsUpTo(questionId, level));
}
