import type { WrittenContent } from '../../src/features/programme/index.ts';

const QUESTIONS_IN_A_SECTION = 10;
const SECTIONS_IN_A_THEME = 5;
/** One question in so many hangs on the first of its section. */
const EVERY_CONDITIONAL = 5;

export const options = [0, 25, 50, 75, 100];
/** The answers by which the questions that hang on another are asked. */
const asking = [75, 100];

export interface BenchQuestion {
  readonly id: string;
  readonly text: string;
  /** The question that it hangs on; null where it is always asked. */
  readonly hangsOn: string | null;
}

export interface BenchSection {
  readonly id: string;
  readonly questions: readonly BenchQuestion[];
}

export interface BenchTheme {
  readonly id: string;
  readonly sections: readonly BenchSection[];
}

/** A made-up questionnaire of so many five-point questions, a fifth of which hang on an answer. */
export function questionnaireOf(questionCount: number): BenchTheme[] {
  const sections = Array.from({ length: questionCount / QUESTIONS_IN_A_SECTION }, (_, number): BenchSection => {
    const first = `Q${number * QUESTIONS_IN_A_SECTION + 1}`;
    const questions = Array.from({ length: QUESTIONS_IN_A_SECTION }, (_unused, index) => ({
      id: `Q${number * QUESTIONS_IN_A_SECTION + index + 1}`,
      text: `Clinicians, other staff and patients helped to shape how we work digitally in area ${number}.${index}.`,
      hangsOn: index % EVERY_CONDITIONAL === EVERY_CONDITIONAL - 1 ? first : null,
    }));
    return { id: `section-${number + 1}`, questions };
  });
  return Array.from({ length: Math.ceil(sections.length / SECTIONS_IN_A_THEME) }, (_, index) => ({
    id: `theme-${index + 1}`,
    sections: sections.slice(index * SECTIONS_IN_A_THEME, (index + 1) * SECTIONS_IN_A_THEME),
  }));
}

/** As an instrument is kept: section scores are means of answers, themes of sections, the overall score of themes. */
export function asInstrument(themes: readonly BenchTheme[]): WrittenContent {
  return {
    instrument: {
      id: 'bench',
      version: '1',
      title: 'Bench',
      themes: themes.map(({ id }) => id),
      scales: [
        {
          id: 'agreement',
          label: 'Do you agree?',
          scored: true,
          options: options.map((score) => ({ id: String(score), label: `Option ${score}`, score })),
        },
      ],
      scoring: { id: 'mean', label: 'The mean.', theme: 'mean-of-sections' },
      provenance: 'Made up.',
      declaration: 'It is true.',
    },
    themes: themes.map((theme) => ({
      instrument: 'bench',
      id: theme.id,
      title: theme.id,
      description: theme.id,
      sections: theme.sections.map(({ id, questions }) => ({
        id,
        number: Number(id.slice('section-'.length)),
        title: id,
        description: id,
        answeredBy: 'Anybody',
        questions: questions.map(({ id: questionId, text, hangsOn }) => ({
          id: questionId,
          text,
          help: 'Think of the last year.',
          scale: 'agreement',
          standing: 'inferred',
          ...(hangsOn === null ? {} : { when: { question: hangsOn, is: asking.map(String) } }),
        })),
      })),
    })),
  };
}

/** The same for SurveyJS: its options are the scores, its means calculated values. */
export function asSurvey(themes: readonly BenchTheme[]): object {
  const meanOf = (name: string, parts: readonly string[]) => ({
    name,
    expression: `avg(${parts.map((part) => `{${part}}`).join(', ')})`,
  });
  const sections = themes.flatMap((theme) => theme.sections);
  return {
    clearInvisibleValues: 'onHidden',
    pages: sections.map(({ id, questions }) => ({
      name: id,
      elements: questions.map(({ id: name, text, hangsOn }) => ({
        type: 'radiogroup',
        name,
        title: text,
        description: 'Think of the last year.',
        choices: options.map((value) => ({ value, text: `Option ${value}` })),
        ...(hangsOn === null ? {} : { visibleIf: asking.map((value) => `{${hangsOn}} = ${value}`).join(' or ') }),
      })),
    })),
    calculatedValues: [
      ...sections.map(({ id, questions }) =>
        meanOf(
          id,
          questions.map((question) => question.id),
        ),
      ),
      ...themes.map(({ id, sections: own }) =>
        meanOf(
          id,
          own.map((section) => section.id),
        ),
      ),
      meanOf(
        'overall',
        themes.map(({ id }) => id),
      ),
    ],
  };
}
