import type { AppContext } from '../../../context.ts';
import { newId } from '../../../platform/ids.ts';
import { importPlaces } from '../../directory-import/index.ts';
import type { PlacesOutcome } from '../../directory-import/places/import-places.ts';
import { changeRegister, endPlaces, membershipFact } from '../../register/index.ts';

let files = 0;

type Register = Pick<AppContext, 'database' | 'register'>;

/**
 * Brings in a made-up file of members: `wol,RKB,core,,2016-06-30,,stated,`. Columns: footprint, organisation, role, listed as, first
 * day, first day after, standing, note.
 */
export function importMembers(
  { database, register }: Register,
  rows: readonly string[],
  datedOn: string,
): Promise<PlacesOutcome> {
  files += 1;
  return importPlaces(database, {
    fileName: 'members.csv',
    text: ['footprint_code,organisation_code,role,listed_as,valid_from,valid_to,standing,note', ...rows, ''].join('\n'),
    layouts: ['memberships'],
    datedOn,
    source: { title: `A made-up list, ${files}`, publisher: 'Nobody', licence: 'None' },
    importId: newId(),
    personId: null,
    onBehalfOf: 'a test',
    now: new Date('2016-11-01T12:00:00Z'),
    register,
    isDryRun: false,
  });
}

/** The same for a file that must be sound, of a day after them all. */
export async function bringInMembers(context: Register, rows: readonly string[]): Promise<void> {
  const outcome = await importMembers(context, rows, '2017-12-31');
  if (outcome.kind !== 'imported') {
    throw new Error(`The file was not brought in: ${JSON.stringify(outcome)}`);
  }
}

/** Lets a membership end on a day, as an event of succession does. */
export async function letLeave(
  { database, register }: Register,
  { areaId, organisationId }: { readonly areaId: string; readonly organisationId: string },
  on: string,
): Promise<void> {
  const by = { personId: null, name: 'A test', onBehalfOf: 'a test', at: new Date('2016-11-01T12:00:00Z') };
  await database.transaction().execute((transaction) =>
    changeRegister(transaction, register, { because: 'it left', by, lasts: 'short' }, (writer) =>
      endPlaces(writer, 'membership', [membershipFact({ areaId, organisationId, role: 'core' })], {
        on,
        sourceId: 'succession',
      }),
    ),
  );
}
