/** A role an organisation has or had. */
export interface StatedRole {
  readonly id: string;
  readonly isPrimary: boolean;
  /** Whether it lasts, or lasted to the organisation's own end. */
  readonly lasts: boolean;
}

/**
 * Roles that say more than the primary role they come with: a prescribing cost centre (RO177) that is a GP practice
 * (RO76); a CCG (RO98) that is a sub-ICB location (RO319), a commissioning hub (RO218) or a reporting entity (RO327).
 */
const moreTelling: Readonly<Record<string, readonly string[]>> = {
  RO177: ['RO76'],
  RO98: ['RO319', 'RO218', 'RO327'],
};

/** The role to know an organisation by; null where none is stated. Where none is marked as primary the first counts. */
export function mainRole(roles: readonly StatedRole[]): string | null {
  const primary = roles.find(({ isPrimary }) => isPrimary) ?? roles[0];
  if (primary === undefined) {
    return null;
  }
  const lasting = new Set(roles.filter(({ lasts }) => lasts).map(({ id }) => id));
  return moreTelling[primary.id]?.find((id) => lasting.has(id)) ?? primary.id;
}
