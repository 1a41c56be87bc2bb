import { type Grant, isRole, type Role } from './role.ts';

/** The roles of a setting, or the name in it that is no role. */
export function rolesIn(names: readonly string[]): {
  readonly roles: readonly Role[];
  readonly unknown: string | null;
} {
  return { roles: names.filter(isRole), unknown: names.find((name) => !isRole(name)) ?? null };
}

/** How a session was opened, and for whom. */
export interface Opened {
  readonly hasCode: boolean;
  readonly byPasskey: boolean;
  readonly byProvider: boolean;
}

/**
 * Whether a session was opened by more than a password. Who has a code was asked for it with their password, but not where a provider
 * vouched for them: what that asks for, its operator knows.
 */
export function isFactorShown({ hasCode, byPasskey, byProvider }: Opened, providerAsksForFactor: boolean): boolean {
  return byPasskey || (byProvider ? providerAsksForFactor : hasCode);
}

export interface Counted {
  readonly grants: readonly Grant[];
  /** Held, but of no use until their holder has a second factor. */
  readonly withheld: readonly Grant[];
}

/** Which roles of somebody count. An invented person needs no second factor. */
export function countedGrants(
  grants: readonly Grant[],
  who: { readonly hasSecondFactor: boolean; readonly isPersona: boolean },
  rolesThatNeedOne: readonly Role[],
): Counted {
  if (who.hasSecondFactor || who.isPersona) {
    return { grants, withheld: [] };
  }
  const needsOne = ({ role }: Grant) => rolesThatNeedOne.includes(role);
  return { grants: grants.filter((grant) => !needsOne(grant)), withheld: grants.filter(needsOne) };
}
