import type { Connection } from '../../platform/database/database.ts';
import type { FieldError } from '../../platform/forms/posted-form.ts';
import { type Actor, type Held, scopeOfRole } from '../identity/index.ts';
import { findScope } from './find-scope.ts';
import { mayManage, type RoleToGive } from './manage.ts';
import type { TypedInvitation } from './parse-people-forms.ts';

export type PlaceOutcome =
  | { readonly kind: 'found'; readonly held: Held }
  | { readonly kind: 'unknown'; readonly error: FieldError };

/** What a place is called by, for each kind of scope. */
const codeWords = {
  organisation: 'the code of an organisation, such as RL4',
  footprint: 'the last part of the address of a footprint’s page, such as doncaster',
  region: 'the code of a region, such as Y54',
  nation: 'no place: this role is for the nation',
} as const;

/** The role and place of an invitation, if whoever invites may give that role there. */
export async function readPlace(
  connection: Connection,
  actor: Actor,
  { role, place }: Pick<TypedInvitation, 'role' | 'place'>,
  { toGive, asAt }: { readonly toGive: readonly RoleToGive[]; readonly asAt: string },
): Promise<PlaceOutcome> {
  const scopeKind = scopeOfRole[role];
  const places = toGive.find((each) => each.role === role)?.places ?? null;
  const offered = places?.find(({ scopeId }) => scopeId === place) ?? (place === '' ? only(places) : undefined);
  const unknown = (message: string): PlaceOutcome => ({ kind: 'unknown', error: { field: 'place', message } });
  if (offered !== undefined) {
    return { kind: 'found', held: { role, scopeKind, scopeId: offered.scopeId } };
  }
  if ((place === '') !== (scopeKind === 'nation')) {
    return unknown(`For this role enter ${codeWords[scopeKind]}`);
  }
  const found = await findScope(connection, scopeKind, place, asAt);
  if (found === null) {
    return unknown(`There is no ${scopeKind} “${place}”. Enter ${codeWords[scopeKind]}`);
  }
  const held = { role, scopeKind, scopeId: found.scopeId };
  return mayManage(actor, held) ? { kind: 'found', held } : unknown(`You cannot give this role for ${found.name}`);
}

function only<Place>(places: readonly Place[] | null): Place | undefined {
  return places?.length === 1 ? places[0] : undefined;
}
