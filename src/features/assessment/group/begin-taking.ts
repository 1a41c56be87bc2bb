import type { Connection } from '../../../platform/database/database.ts';
import { type Instrument, sectionsAnsweredOnce } from '../../programme/index.ts';
import { updateApart } from '../assessment-repository.ts';
import type { OrganisationStanding } from '../settings/read-standing.ts';

/**
 * Has an organisation take every section that was agreed on: what it answered apart at another time is no exception any more. A care setting that
 * answers a section apart from the rest of its organisation goes on to.
 */
export async function beginTaking(
  transaction: Connection,
  instrument: Instrument,
  { organisationId, settings, answeredOnce }: OrganisationStanding,
  sectionIds: readonly string[],
): Promise<void> {
  const onceIds = settings.length === 1 ? [] : sectionsAnsweredOnce(instrument).map(({ id }) => id);
  const ofSettings = settings.map(({ assessmentId, apart }) => ({ assessmentId, apart, kept: onceIds }));
  const once = settings.length === 1 || answeredOnce === null ? [] : [{ ...answeredOnce, kept: [] as string[] }];
  for (const { assessmentId, apart, kept } of [...ofSettings, ...once]) {
    const left = apart.filter((id) => kept.includes(id) || !sectionIds.includes(id));
    if (assessmentId !== null && left.length < apart.length) {
      await updateApart(transaction, { organisationId, assessmentId }, left);
    }
  }
}
