import type { AssessedOrganisation } from '../assessment/index.ts';
import {
  type ProgrammePack,
  type Question,
  type Section,
  sectionQuestions,
  sectionsFor,
  wholeOrganisation,
} from '../programme/index.ts';

type Here = Pick<AssessedOrganisation, 'careSetting' | 'setting' | 'settings' | 'takes'>;

/** Of which care settings polls stand on the pages of an assessment: its own, and beside those what is asked once for all. */
export function placesHere({ careSetting }: Here): readonly string[] {
  return careSetting === wholeOrganisation ? [wholeOrganisation] : [careSetting, wholeOrganisation];
}

/** Where the answers to a section are given that a page shows: here, once for all care settings, or by another organisation of the group. */
export function isAnsweredHere({ takes }: Here, { id }: Pick<Section, 'id'>): boolean {
  return !takes.some(({ sectionIds }) => sectionIds.includes(id));
}

/** What a survey of staff is called where a poll is called after its section. */
export const surveyTitle = 'Short survey of staff';

/** What the programme has staff asked, of the questions that the page is about and that are answered here; empty where it names none. */
export function surveyOf(
  { pack }: { readonly pack: Pick<ProgrammePack, 'staffSurveys'> },
  assessed: Here & Pick<AssessedOrganisation, 'instrument'>,
): readonly Question[] {
  const { instrument, careSetting } = assessed;
  const named = pack.staffSurveys.find((survey) => survey.instrument === instrument.id)?.questions ?? [];
  return sectionsFor(instrument, careSetting)
    .filter((section) => isAnsweredHere(assessed, section))
    .flatMap((section) => sectionQuestions(section, careSetting))
    .filter(({ id }) => named.includes(id));
}

/** Why no poll can be opened in an assessment now; null where one can. */
export function whyNoPoll({ isRoundOpen, state }: Pick<AssessedOrganisation, 'isRoundOpen' | 'state'>): string | null {
  if (!isRoundOpen) {
    return 'The round is not open, so no poll can be opened.';
  }
  return state === 'not-started' || state === 'in-progress'
    ? null
    : 'The answers were sent to be signed, so no poll can be opened.';
}
