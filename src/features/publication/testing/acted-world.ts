import type { AppContext } from '../../../context.ts';
import { dayAfter } from '../../../platform/days.ts';
import type { Member } from '../../directory/index.ts';
import type { Acting } from '../../identity/index.ts';
import { listMembersNow } from '../../register/index.ts';
import type { RoadmapVersionRow } from '../../roadmap/index.ts';
import { later, type Wolverhampton } from '../../roadmap/testing/wolverhampton.ts';
import { findCurrentVersion } from '../../roadmap/versions/version-repository.ts';

/** Where steps are done one after another: each a minute and a day after the one before. */
export interface ActedWorld {
  readonly context: AppContext;
  readonly place: Wolverhampton;
  /** The day on which what is done now takes effect. */
  today(): string;
  /** Who does it, now. */
  by(): Acting;
  /** Goes on to the next day. */
  goOn(): void;
}

/** What came of a step: `ok` and `imported` for one that was done, anything else for a refusal in words; null where there was nothing to do. */
export type Outcome = { readonly kind: string } | null;

export type Steps = Readonly<Record<string, () => Promise<Outcome>>>;

/** The reference facts name the members from the last day of June on. */
const FIRST_DAY = '2016-07-01';

export function actedWorld(context: AppContext, place: Wolverhampton): ActedWorld {
  let day = FIRST_DAY;
  let minutes = 10;
  return {
    context,
    place,
    today: () => day,
    by: () => later(place.by, minutes),
    goOn: () => {
      day = dayAfter(day);
      minutes += 1;
    },
  };
}

export function membersOf({ context, place }: ActedWorld): Promise<readonly Member[]> {
  return listMembersNow(context.database, place.footprint.areaId, context.pack.positionOn);
}

export async function versionOf({ context, place }: ActedWorld): Promise<RoadmapVersionRow> {
  const version = await findCurrentVersion(context.database, place.footprint.areaId);
  if (version === null) {
    throw new Error('The roadmap has gone');
  }
  return version;
}
