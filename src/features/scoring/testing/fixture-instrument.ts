import type { Instrument, Question, Scale, Section } from '../../programme/index.ts';
import type { ScoringMethod } from '../../programme/instrument.ts';
import type { Answer } from '../answers/answer.ts';

export const fixtureCareSettings = ['acute', 'community'] as const;

/** The scales of the 2015/16 assessment in small: agreement, share, structure, NHS Number use, and one of context. */
const scales: readonly Scale[] = [
  scale('agreement', { disagree: 0, 'mostly-disagree': 25, neither: 50, 'mostly-agree': 75, agree: 100 }),
  scale('share', { '0': 0, '1-20': 20, '21-40': 40, '41-60': 60, '61-80': 80, '81-100': 100 }),
  scale('structure', { unstructured: 0, 'semi-structured': 50, structured: 100 }),
  scale('nhs-number', { '0-50': 0, '51-75': 17, '76-80': 35, '81-85': 52, '86-90': 70, '91-95': 87, '96-100': 100 }),
  { ...scale('yes-no', { yes: 0, no: 0 }), scored: false },
];

/**
 * A made-up instrument small enough to reckon by hand: three themes, four sections, every scale; `RA4` is for community
 * only, `RA5` gives context and no score, and all of `medicines` may be not applicable.
 */
export function fixtureInstrument(theme: ScoringMethod['theme'] = 'mean-of-sections'): Instrument {
  return {
    id: 'fixture',
    version: '1',
    title: 'Fixture assessment',
    follows: null,
    returns: 'per-organisation',
    scales,
    themes: [
      {
        id: 'readiness',
        title: 'Readiness',
        description: 'What it is about.',
        answered: 'setting',
        sharedInGroup: false,
        weight: 1,
        sections: [
          section('strategy', 1, [
            question('SA1', 'agreement'),
            question('SA2', 'agreement'),
            question('SA3', 'agreement', { notApplicable: true }),
          ]),
        ],
      },
      {
        id: 'capabilities',
        title: 'Capabilities',
        description: 'What it is about.',
        answered: 'setting',
        sharedInGroup: false,
        weight: 1,
        sections: [
          section('records', 2, [
            question('RA1', 'share'),
            question('RA2', 'structure'),
            question('RA3', 'nhs-number'),
            question('RA4', 'share', { careSettings: ['community'] }),
            question('RA5', 'yes-no'),
          ]),
          section('medicines', 3, [
            question('MM1', 'share', { notApplicable: true }),
            question('MM2', 'share', { notApplicable: true }),
          ]),
        ],
      },
      {
        id: 'infrastructure',
        title: 'Infrastructure',
        description: 'What it is about.',
        answered: 'setting',
        sharedInGroup: false,
        weight: 1,
        sections: [section('infrastructure', 4, [question('EI1', 'share'), question('EI2', 'agreement')])],
      },
    ],
    scoring: {
      id: `${theme}-1`,
      label: 'How the fixture is scored.',
      theme,
      gates: [],
      scale: { least: 0, most: 100, decimals: 0 },
    },
    notApplicableNeedsReason: false,
    asksDesiredLevels: false,
    provenance: 'Made up for tests.',
    declaration: 'The answers are right.',
    signing: { roles: ['executive'], who: 'an executive', boardApproval: 'not-asked' },
    draftsReadBy: [],
  };
}

/** An answer by option id, or `not-applicable`. */
export function answer(questionId: string, choice: string, comment = ''): Answer {
  const value: Answer['value'] =
    choice === 'not-applicable' ? { kind: 'not-applicable' } : { kind: 'option', optionId: choice };
  return { questionId, value, comment };
}

/** Answers without comments from a table of question id to option id. */
export function answers(choices: Readonly<Record<string, string>>): readonly Answer[] {
  return Object.entries(choices).map(([questionId, choice]) => answer(questionId, choice));
}

function scale(id: string, scores: Readonly<Record<string, number>>): Scale {
  const options = Object.entries(scores).map(([optionId, score]) => ({ id: optionId, label: optionId, score }));
  return { id, label: id, scored: true, options };
}

function section(id: string, number: number, questions: readonly Question[]): Section {
  return {
    id,
    number,
    title: id,
    description: 'What it is about.',
    answeredBy: 'Somebody who knows',
    weight: 1,
    questions,
  };
}

function question(id: string, scaleId: string, differences: Partial<Question> = {}): Question {
  const plain = {
    title: null,
    text: `Question ${id}`,
    help: 'What counts.',
    evidence: [],
    levels: [],
    careSettings: [],
    when: null,
    lineage: null,
  };
  return { id, scale: scaleId, ...plain, notApplicable: false, weight: 1, standing: 'inferred', ...differences };
}
