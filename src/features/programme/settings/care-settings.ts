import type { Instrument, Section, Theme } from '../instrument.ts';
import type { OrganisationType, ProgrammePack } from '../programme.ts';
import { sectionQuestions } from '../programme-lookups.ts';

/** Stands in the place of a care setting where questions are answered once for all settings of an organisation. */
export const wholeOrganisation = 'whole-organisation';

/** The care settings that a type of organisation answers for where each is assessed by itself; none where it is not assessed. */
export function settingsOfType({ careSetting, furtherCareSettings }: OrganisationType): string[] {
  return careSetting === null ? [] : [careSetting, ...furtherCareSettings];
}

/** The types that the registry does not tell from one, with that one itself. */
export function typesAlike(
  { organisationTypes }: Pick<ProgrammePack, 'organisationTypes'>,
  type: OrganisationType,
): OrganisationType[] {
  return organisationTypes.filter(
    (other) => other === type || other.odsRoles.some((role) => type.odsRoles.includes(role)),
  );
}

/**
 * The care settings that an organisation of a type may be said to answer for, in the order of the pack: those of every type that the
 * registry does not tell from its own.
 */
export function settingsOffered(
  { organisationTypes, careSettings }: Pick<ProgrammePack, 'organisationTypes' | 'careSettings'>,
  type: OrganisationType,
): string[] {
  const offered = new Set(typesAlike({ organisationTypes }, type).flatMap(settingsOfType));
  return careSettings.filter(({ id }) => offered.has(id)).map(({ id }) => id);
}

/** The sections of the themes that are answered once for an organisation with several care settings. */
export function sectionsAnsweredOnce({ themes }: Pick<Instrument, 'themes'>): Section[] {
  return themes.filter(isAnsweredOnce).flatMap(({ sections }) => sections);
}

/** The sections of the themes that organisations of one group may answer together. */
export function sectionsSharedInGroups({ themes }: Pick<Instrument, 'themes'>): Section[] {
  return themes.filter(({ sharedInGroup }) => sharedInGroup).flatMap(({ sections }) => sections);
}

/**
 * What an organisation with these care settings answers once: the instrument with the themes that are, and of them the questions that are put to
 * any of the settings. All of them are put to the whole organisation.
 */
export function answeredOnce(instrument: Instrument, settings: readonly string[]): Instrument {
  const themes = instrument.themes.filter(isAnsweredOnce).map((theme) => ({
    ...theme,
    sections: theme.sections.map((section) => ({
      ...section,
      questions: section.questions
        .filter((question) => settings.some((setting) => sectionQuestions(section, setting).includes(question)))
        .map((question) => ({ ...question, careSettings: [] })),
    })),
  }));
  return { ...instrument, themes };
}

function isAnsweredOnce({ answered }: Theme): boolean {
  return answered === 'organisation';
}
