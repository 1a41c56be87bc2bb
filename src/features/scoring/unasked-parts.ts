import { type Instrument, type Section, scaleOf, sectionQuestions, sectionsOf } from '../programme/index.ts';

/** Ids of parts of an instrument. */
export interface UnaskedParts {
  readonly themes: readonly string[];
  readonly sections: readonly string[];
}

/**
 * The themes and sections in which nothing that is scored is asked of an organisation: once it has submitted, of it, by what it answered;
 * before that, of its care setting, whatever it might answer.
 *
 * @param scores of its submission, by section id; null where it has none. A section of which nothing was asked has none, not even null
 */
export function unaskedParts(
  instrument: Instrument,
  careSetting: string,
  scores: Readonly<Record<string, number | null>> | null,
): UnaskedParts {
  const isAsked = (section: Section) =>
    scores === null
      ? sectionQuestions(section, careSetting).some((question) => scaleOf(instrument, question).scored)
      : Object.hasOwn(scores, section.id);
  return {
    themes: instrument.themes.filter(({ sections }) => !sections.some(isAsked)).map(({ id }) => id),
    sections: sectionsOf(instrument)
      .filter((section) => !isAsked(section))
      .map(({ id }) => id),
  };
}
