import { type Action, type Actor, can, type Held, type Role, type Subject, scopeOfRole } from '../identity/index.ts';

const managers: Readonly<Partial<Record<Role, Action>>> = {
  contributor: 'people.manage-contributors',
  signatory: 'people.manage-signatories',
  editor: 'people.manage-editors',
  reviewer: 'people.manage-reviewers',
};

/** What somebody must be allowed to do who gives this role, or ends it. */
export function managingAction(role: Role): Action {
  return managers[role] ?? 'people.manage-all';
}

/** The place of a role, as `can` asks for it. */
export function subjectOf({ scopeKind, scopeId }: Pick<Held, 'scopeKind' | 'scopeId'>): Subject {
  switch (scopeKind) {
    case 'organisation':
      return { organisationIds: [scopeId] };
    case 'footprint':
      return { footprintIds: [scopeId] };
    case 'region':
      return { regionIds: [scopeId] };
    case 'nation':
      return {};
  }
}

export function mayManage(actor: Actor, held: Pick<Held, 'role' | 'scopeKind' | 'scopeId'>): boolean {
  return can(actor, managingAction(held.role), subjectOf(held));
}

/** A place whose people somebody may see; the nation stands for all places. */
export type Reach = Pick<Held, 'scopeKind' | 'scopeId'>;

/** The places whose people somebody may see, each once; only the nation where they may see everybody. */
export function reachOf(actor: Actor): readonly Reach[] {
  if (can(actor, 'people.read')) {
    return [{ scopeKind: 'nation', scopeId: '' }];
  }
  const seen = actor.grants.filter((grant) => can(actor, 'people.read', subjectOf(grant)));
  return [
    ...new Map(seen.map(({ scopeKind, scopeId }) => [`${scopeKind} ${scopeId}`, { scopeKind, scopeId }])).values(),
  ];
}

/** A role that somebody may give. Where `places` is null, for any place that is named by its code. */
export interface RoleToGive {
  readonly role: Role;
  readonly places: readonly { readonly scopeId: string; readonly scopeName: string }[] | null;
}

/** The roles that somebody may give, in the order of the roles, with the places they may give them for. */
export function rolesToGive(actor: Actor, roles: readonly Role[]): RoleToGive[] {
  return roles.flatMap((role): RoleToGive[] => {
    if (can(actor, managingAction(role))) {
      return [{ role, places: null }];
    }
    const places = actor.grants
      .filter(({ scopeKind }) => scopeKind === scopeOfRole[role])
      .filter((grant) => can(actor, managingAction(role), subjectOf(grant)));
    return places.length === 0 ? [] : [{ role, places }];
  });
}
