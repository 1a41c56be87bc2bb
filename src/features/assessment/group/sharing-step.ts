import type { IdSource } from '../../../platform/ids.ts';
import type { Instrument, ProgrammePack, Round } from '../../programme/index.ts';
import type { OrganisationStanding } from '../settings/read-standing.ts';
import { isGivenAway } from '../settings/standing.ts';
import { sectionsOffered } from './sections-offered.ts';

/** What every step about answering together is about. */
export interface SharingStep {
  readonly pack: ProgrammePack;
  /** As the page knew it. */
  readonly round: Round;
  /** The organisation for which it is taken. */
  readonly actingFor: string;
}

/** A step by which answers may come to be written. */
export interface SharingChange extends SharingStep {
  readonly sharingId: string;
  /** Whether what is entered is invented, as everything in a demonstration is. */
  readonly illustrative: boolean;
  readonly newId: IdSource;
}

/** Whether an organisation has an assessment of the round that was not sent to be signed. */
export function isAnswering(standing: OrganisationStanding | undefined): boolean {
  return standing?.settings.some(({ state }) => !isGivenAway(state)) ?? false;
}

/** Ids of those of the sections in which, as both stand now, the one cannot take the answers of the other. */
export function sectionsNotAlike(
  instrument: Instrument,
  sectionIds: readonly string[],
  { taker, giver }: { readonly taker: OrganisationStanding; readonly giver: OrganisationStanding | undefined },
): string[] {
  const offered = sectionsOffered(instrument, { taker: settingsOf(taker), giver: settingsOf(giver) });
  return sectionIds.filter((id) => !offered.some((section) => section.id === id));
}

function settingsOf(standing: OrganisationStanding | undefined): string[] {
  return (standing?.settings ?? []).map(({ careSetting }) => careSetting);
}
