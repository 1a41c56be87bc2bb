import type { AppContext } from '../../../context.ts';
import { findWorkingOrganisation } from '../../directory/index.ts';
import { listSignedReturns, type SignedReturn } from '../../validation/index.ts';

/** What an organisation, by its code, signed in a round; null where it has not. */
export async function findSignedReturn(
  { database, pack }: Pick<AppContext, 'database' | 'pack'>,
  { of, round }: { readonly of: string; readonly round: string },
): Promise<(SignedReturn & { readonly name: string }) | null> {
  const found = await findWorkingOrganisation(database, of, pack.positionOn);
  const returns = await listSignedReturns(database, round);
  const row = returns.find(({ organisationId }) => organisationId === found?.organisation.organisationId);
  return row === undefined || found === null ? null : { ...row, roundId: round, name: found.organisation.name };
}
