import { questionInWords } from '../assessment/index.ts';
import { type Instrument, type Section, sectionQuestions, sectionsFor } from '../programme/index.ts';

/** What of a signed document a query is about, with what was asked there. */
export interface AboutReturn {
  /** As addresses and records name it. */
  readonly key: string;
  /** Within a sentence or as a heading: `SA1`, `2. Readiness`, `the return as a whole`. */
  readonly label: string;
  /** As the questionnaire words it; empty where it is more than a question. */
  readonly question: string;
  /** Null for the whole of it. */
  readonly section: Section | null;
  /** Null where it is more than a question. */
  readonly questionId: string | null;
}

const WHOLE = 'return';
const OF_SECTION = 'section:';

export const aboutWhole: AboutReturn = {
  key: WHOLE,
  label: 'the return as a whole',
  question: '',
  section: null,
  questionId: null,
};

export function aboutSection(section: Section): AboutReturn {
  return {
    key: `${OF_SECTION}${section.id}`,
    label: `section ${section.number}. ${section.title}`,
    question: '',
    section,
    questionId: null,
  };
}

/** Everything of a questionnaire that can be asked about in a care setting: each question, each section, and the whole. */
export function everythingIn(instrument: Instrument, careSetting: string): AboutReturn[] {
  const sections = sectionsFor(instrument, careSetting);
  const questions = sections.flatMap((section) =>
    sectionQuestions(section, careSetting).map((question) => ({
      key: question.id,
      label: question.id,
      question: questionInWords(question),
      section,
      questionId: question.id,
    })),
  );
  return [...questions, ...sections.map(aboutSection), aboutWhole];
}
