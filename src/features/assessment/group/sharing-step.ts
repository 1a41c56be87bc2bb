import type { IdSource } from '../../../platform/ids.ts';
import type { ProgrammePack, Round } from '../../programme/index.ts';
import type { OrganisationStanding } from '../settings/read-standing.ts';
import { isGivenAway } from '../settings/standing.ts';

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
