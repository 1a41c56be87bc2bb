import {
  type Instrument,
  type Section,
  sectionQuestions,
  sectionsAnsweredOnce,
  sectionsSharedInGroups,
} from '../../programme/index.ts';

/** The care settings for which two organisations answer. */
export interface SettingsOfBoth {
  readonly taker: readonly string[];
  readonly giver: readonly string[];
}

/**
 * The sections in which one organisation can take the answers of another. Where an organisation answers once for all of its settings, the giver must
 * be asked whatever the taker is; of others, both must answer for one setting that is asked something.
 */
export function sectionsOffered(instrument: Instrument, { taker, giver }: SettingsOfBoth): Section[] {
  const once = sectionsAnsweredOnce(instrument);
  const put = (section: Section, settings: readonly string[]) =>
    new Set(settings.flatMap((setting) => sectionQuestions(section, setting)));
  return sectionsSharedInGroups(instrument).filter((section) => {
    if (!once.includes(section)) {
      return taker.some((setting) => giver.includes(setting) && sectionQuestions(section, setting).length > 0);
    }
    const [asked, answered] = [put(section, taker), put(section, giver)];
    return asked.size > 0 && [...asked].every((question) => answered.has(question));
  });
}
