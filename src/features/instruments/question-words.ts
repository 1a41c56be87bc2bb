import { inSentence, listInWords, orInWords } from '../../views/format.ts';
import { type Instrument, type ProgrammePack, type Question, scaleOf, sectionsOf } from '../programme/index.ts';

/** Care settings by their names, as they stand within a sentence; one that the pack does not know by its id. */
export function settingsInWords(
  { careSettings }: Pick<ProgrammePack, 'careSettings'>,
  settings: readonly string[],
): string {
  return listInWords(
    settings.map((id) => careSettings.find((setting) => setting.id === id)?.label ?? id).map(inSentence),
  );
}

/** The answers of an earlier question after which a question is asked: `Asked where EP2 is answered “Yes”`. */
export function conditionInWords(instrument: Instrument, { question: id, is }: NonNullable<Question['when']>): string {
  const source = sectionsOf(instrument)
    .flatMap(({ questions }) => questions)
    .find((question) => question.id === id);
  const options = source === undefined ? [] : scaleOf(instrument, source).options;
  const answers = is.map((option) => `“${options.find((each) => each.id === option)?.label ?? option}”`);
  return `Asked where ${id} is answered ${orInWords(answers)}`;
}
