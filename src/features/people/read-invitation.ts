import type { Connection } from '../../platform/database/database.ts';
import type { FieldError } from '../../platform/forms/posted-form.ts';
import { type Actor, type Held, scopeOfRole } from '../identity/index.ts';
import { findNamedScope } from '../search/index.ts';
import { mayManage, type RoleToGive } from './manage.ts';
import type { TypedInvitation } from './parse-people-forms.ts';

export type PlaceOutcome =
  | { readonly kind: 'found'; readonly held: Held }
  | { readonly kind: 'unknown'; readonly error: FieldError };

/** What a place is called by, for each kind of scope. */
const codeWords = {
  organisation: 'the name or code of an organisation, such as RL4',
  footprint: 'the name of a footprint, such as Gloucestershire',
  region: 'the name or code of a region, such as Y56',
  nation: 'no place: this role is for the nation',
} as const;

export interface PlacesOffered {
  readonly toGive: readonly RoleToGive[];
  readonly asAt: string;
}

/** The role and place of an invitation, if whoever invites may give that role there. */
export async function readPlace(
  connection: Connection,
  actor: Actor,
  { role, place }: Pick<TypedInvitation, 'role' | 'place'>,
  { toGive, asAt }: PlacesOffered,
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
  const found = await findNamedScope(connection, scopeKind, place, asAt);
  switch (found.kind) {
    case 'unclear':
      return unknown(found.message);
    case 'unknown':
      return unknown(`There is no ${scopeKind} “${place}”. Enter ${codeWords[scopeKind]}`);
    case 'found': {
      const { scopeId, name } = found.scope;
      const held = { role, scopeKind, scopeId };
      return mayManage(actor, held) ? { kind: 'found', held } : unknown(`You cannot give this role for ${name}`);
    }
  }
}

function only<Place>(places: readonly Place[] | null): Place | undefined {
  return places?.length === 1 ? places[0] : undefined;
}
