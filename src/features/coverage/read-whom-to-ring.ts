import type { AppContext } from '../../context.ts';
import { type CsvTable, tableOf } from '../../platform/csv-table.ts';
import { listWithRegisterDetails } from '../directory/index.ts';
import { listAddressees, listGrantsWithin, type Role, roleLabels } from '../identity/index.ts';
import { type CoverageRow, waitLabels, waitOf } from './coverage.ts';

/** Somebody who sees to it that an assessment is sent, to be rung or written to by hand. */
export interface WhomToRing {
  readonly organisationId: string;
  readonly code: string;
  readonly organisation: string;
  /** Of the organisation, as the directory has it; empty where no source says. */
  readonly phone: string;
  readonly waitsFor: string;
  /** Empty where nobody there holds such a role. */
  readonly name: string;
  readonly role: string;
  readonly email: string;
}

/** Who would be reminded of these assessments by e-mail, by organisation; one line of those where nobody would be. */
export async function readWhomToRing(
  { database, pack }: Pick<AppContext, 'database' | 'pack'>,
  rows: readonly CoverageRow[],
  signing: readonly Role[],
): Promise<WhomToRing[]> {
  const roles: readonly Role[] = ['coordinator', ...signing];
  const ids = rows.map(({ organisationId }) => organisationId);
  const [grants, details] = await Promise.all([
    listGrantsWithin(database, 'organisation', ids),
    listWithRegisterDetails(database, rows, pack.positionOn),
  ]);
  const held = Map.groupBy(
    grants.filter(({ role }) => roles.includes(role)),
    ({ scopeId }) => scopeId,
  );
  const people = await listAddressees(
    database,
    grants.map(({ personId }) => personId),
  );
  return details.flatMap((row) => {
    const place = {
      organisationId: row.organisationId,
      code: row.code,
      organisation: row.name,
      phone: row.phone,
      waitsFor: waitLabels[waitOf(row)],
    };
    const own = (held.get(row.organisationId) ?? []).map(({ personId, personName, role }) => ({
      ...place,
      name: personName,
      role: roleLabels[role],
      email: people.get(personId)?.email ?? '',
    }));
    return own.length === 0 ? [{ ...place, name: '', role: '', email: '' }] : own;
  });
}

/** The same as a file. */
export const whomToRingTable: CsvTable<WhomToRing> = tableOf([
  ['code', ({ code }) => code],
  ['organisation', ({ organisation }) => organisation],
  ['telephone', ({ phone }) => phone],
  ['waits_for', ({ waitsFor }) => waitsFor],
  ['name', ({ name }) => name],
  ['role', ({ role }) => role],
  ['email', ({ email }) => email],
]);
