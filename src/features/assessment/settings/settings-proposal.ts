import { formatDate, inSentence, listInWords } from '../../../views/format.ts';
import type { PublishedSettings } from '../../official-results/index.ts';
import type { ProgrammePack } from '../../programme/index.ts';

/** The care settings that an organisation may answer for by what others published of it; for somebody to confirm or to put right. */
export interface SettingsProposal {
  /** In the order of the pack. */
  readonly settings: readonly string[];
  /** Whether they are the ones that it answers for now. */
  readonly isAsNow: boolean;
  /** Where the proposal comes from: one sentence for each whose results they are. */
  readonly reasons: readonly string[];
  /** The same in short, as a first reason for the choice. */
  readonly inShort: string;
}

interface SettingsToPropose {
  /** What it answers for now. */
  readonly current: readonly string[];
  /** What it may be said to answer for. */
  readonly offered: readonly string[];
  readonly published: readonly PublishedSettings[];
}

/** Null where nothing was published that the programme has a care setting for. A setting of which nothing is ever published stays as it is. */
export function settingsProposal(
  { careSettings }: Pick<ProgrammePack, 'careSettings'>,
  { current, offered, published }: SettingsToPropose,
): SettingsProposal | null {
  const named = new Set(published.flatMap((each) => each.careSettings));
  const isPublished = (names: readonly string[]) => names.some((name) => named.has(name));
  const found = careSettings.filter(({ id, officialNames }) => offered.includes(id) && isPublished(officialNames));
  if (found.length === 0) {
    return null;
  }
  const settings = careSettings
    .filter((each) => found.includes(each) || (each.officialNames.length === 0 && current.includes(each.id)))
    .map(({ id }) => id);
  return {
    settings,
    isAsNow: settings.length === current.length && settings.every((id) => current.includes(id)),
    reasons: published.map(reasonInWords),
    inShort: inShort(published),
  };
}

function reasonInWords({ predecessor, year, careSettings, publisher, publishedOn }: PublishedSettings): string {
  const whose =
    predecessor === null
      ? `Its official results of ${year}`
      : `The official results of ${year} of ${predecessor}, which it took over,`;
  return `${whose} are for ${listInWords(careSettings.map(inSentence))} (published by ${publisher} on ${formatDate(publishedOn)}).`;
}

function inShort(published: readonly PublishedSettings[]): string {
  const years = [...new Set(published.map(({ year }) => String(year)))].toSorted();
  return `As in the official results of ${listInWords(years)}.`;
}
