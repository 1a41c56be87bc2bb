import type { AppContext } from '../../../context.ts';
import { newId } from '../../../platform/ids.ts';
import { changeRegister, endMembership, importPlaces } from '../../directory/index.ts';

let files = 0;

/**
 * Brings in a made-up file of members, of a day after them all: `wol,RKB,core,,2016-06-30,,stated,`. Columns: footprint, organisation,
 * role, listed as, first day, first day after, standing, note.
 */
export async function bringInMembers(
  { database, register }: Pick<AppContext, 'database' | 'register'>,
  rows: readonly string[],
): Promise<void> {
  files += 1;
  const outcome = await importPlaces(database, {
    fileName: 'members.csv',
    text: ['footprint_code,organisation_code,role,listed_as,valid_from,valid_to,standing,note', ...rows, ''].join('\n'),
    layouts: ['memberships'],
    datedOn: '2017-12-31',
    source: { title: `A made-up list, ${files}`, publisher: 'Nobody', licence: 'None' },
    importId: newId(),
    personId: null,
    onBehalfOf: 'a test',
    now: new Date('2016-11-01T12:00:00Z'),
    register,
    isDryRun: false,
  });
  if (outcome.kind !== 'imported') {
    throw new Error(`The file was not brought in: ${JSON.stringify(outcome)}`);
  }
}

/** Lets a membership end on a day, as an event of succession does. */
export async function letLeave(
  { database, register }: Pick<AppContext, 'database' | 'register'>,
  { areaId, organisationId }: { readonly areaId: string; readonly organisationId: string },
  on: string,
): Promise<void> {
  const by = { personId: null, name: 'A test', onBehalfOf: 'a test', at: new Date('2016-11-01T12:00:00Z') };
  const day = { on, sourceId: 'succession', standing: 'official', note: '' } as const;
  await database
    .transaction()
    .execute((transaction) =>
      changeRegister(transaction, register, { because: 'it left', by, lasts: 'short' }, (writer) =>
        endMembership(writer, { areaId, organisationId, role: 'core', to: null }, day),
      ),
    );
}
