import { type Instrument, questionsFor, sectionsAnsweredOnce } from '../../programme/index.ts';

/** One of several care settings of an organisation, and what it answers by itself. */
export interface SettingAsked {
  readonly instrument: Instrument;
  readonly careSetting: string;
  readonly apart: readonly string[];
}

/** Ids of the sections that a care setting takes as they are answered once for the organisation. */
export function sectionsTaken({ instrument, apart }: Pick<SettingAsked, 'instrument' | 'apart'>): ReadonlySet<string> {
  return new Set(
    sectionsAnsweredOnce(instrument)
      .map(({ id }) => id)
      .filter((id) => !apart.includes(id)),
  );
}

/** Ids of the questions put to a care setting whose answers it takes from those that are given once. */
export function questionsTaken(asked: SettingAsked): ReadonlySet<string> {
  const taken = sectionsTaken(asked);
  const sections = sectionsAnsweredOnce(asked.instrument).filter(({ id }) => taken.has(id));
  const put = new Set(questionsFor(asked.instrument, asked.careSetting));
  return new Set(sections.flatMap(({ questions }) => questions.filter((each) => put.has(each)).map(({ id }) => id)));
}

/**
 * The answers that count for one of several settings while it is answered: its own, and in the sections that it takes from the organisation
 * those that are given once.
 */
export function answersInEffect<Given extends { readonly questionId: string }>(
  asked: SettingAsked,
  { own, once }: { readonly own: readonly Given[]; readonly once: readonly Given[] },
): Given[] {
  const taken = questionsTaken(asked);
  return [
    ...own.filter(({ questionId }) => !taken.has(questionId)),
    ...once.filter(({ questionId }) => taken.has(questionId)),
  ];
}
