import { orInWords } from '../../../../views/format.ts';
import { type Instrument, type Question, type Section, sectionsOf } from '../../../programme/index.ts';
import { optionLabel } from '../answer-words.ts';

/** How a question that hangs on an answer stands on a page. */
export interface ConditionalView {
  readonly isAsked: boolean;
  /** On what it hangs, for who sees the questions without answering them. */
  readonly hangsOn: string;
  readonly wordsIfAsked: string;
  readonly wordsIfNot: string;
  /** The field by which the script of the page tells at once whether it is asked; null where the service alone can. */
  readonly field: { readonly name: string; readonly values: readonly string[] } | null;
  /** By which the page finds it, when that changes. */
  readonly shownAs: string;
}

export interface ConditionalFacts {
  readonly isAsked: boolean;
  /** Whether an answer to it is saved. */
  readonly isAnswered: boolean;
}

/** Null where the question is always asked. */
export function conditionalView(
  instrument: Instrument,
  section: Section,
  question: Question,
  { isAsked, isAnswered }: ConditionalFacts,
): ConditionalView | null {
  const { id, when } = question;
  const home = sectionsOf(instrument).find(({ questions }) => questions.some((each) => each.id === when?.question));
  const source = home?.questions.find((each) => each.id === when?.question);
  if (when === null || source === undefined || home === undefined) {
    return null;
  }
  const isHere = home.id === section.id;
  const options = when.is.map((option) => `“${optionLabel(instrument, source, option)}”`);
  const hangsOn = `${id} is asked where ${source.id}${isHere ? '' : ` in section ${home.number}`} is answered ${orInWords(options)}.`;
  return {
    isAsked,
    hangsOn,
    wordsIfAsked: `${id} is asked because of the answer to ${source.id}.`,
    wordsIfNot: [
      hangsOn,
      ...(isHere ? ['It appears here once that is saved.'] : []),
      ...(isAnswered ? ['What was answered to it before is kept, and does not count.'] : []),
    ].join(' '),
    field: isHere && source.levels.length === 0 ? { name: `answer-${source.id}`, values: when.is } : null,
    shownAs: `asked-${id}`,
  };
}
