import { type Instrument, sectionsAnsweredOnce, wholeOrganisation } from '../../programme/index.ts';
import { type GroupAnswers, type Takes, takesOf } from '../settings/answers-in-effect.ts';
import type { OrganisationStanding } from '../settings/read-standing.ts';
import { isGivenAway } from '../settings/standing.ts';

/** An assessment that is being answered, and what it takes from another organisation. */
export interface TakenIn {
  readonly careSetting: string;
  readonly takes: readonly Takes[];
}

/**
 * What an organisation takes from another, each section where it is kept as its own once it is not taken any more: with several care settings what
 * is answered once is kept so, and not in each of them.
 */
export function takenIn(
  instrument: Instrument,
  { settings, answeredOnce }: OrganisationStanding,
  group: GroupAnswers,
): TakenIn[] {
  const onceIds = settings.length === 1 ? [] : sectionsAnsweredOnce(instrument).map(({ id }) => id);
  const asked = { instrument, once: null, group };
  const whole = takesOf({ ...asked, careSetting: wholeOrganisation, apart: answeredOnce?.apart ?? [] });
  const bySetting = settings
    .filter(({ state }) => !isGivenAway(state))
    .map(({ careSetting, apart }) => ({
      careSetting,
      takes: takesOf({ ...asked, careSetting, apart: [...apart, ...onceIds] }),
    }));
  return settings.length === 1 ? bySetting : [{ careSetting: wholeOrganisation, takes: whole }, ...bySetting];
}
