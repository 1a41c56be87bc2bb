/** What counts of an organisation. */
export interface Counted {
  readonly organisationId: string;
  readonly isCommissioner: boolean;
  readonly isTrust: boolean;
  /** Null where no figure is on record. */
  readonly patients: number | null;
  readonly practices: number;
}

/** Numbers of a footprint, or of several together. */
export interface Totals {
  readonly organisations: number;
  readonly ccgs: number;
  readonly trusts: number;
  readonly practices: number;
  readonly patients: number;
  /** Commissioners without a figure of registered patients. */
  readonly patientsMissing: number;
}

/** The totals of some organisations. Each is counted once, in however many footprints or roles it stands. */
export function totalsOf(organisations: readonly Counted[]): Totals {
  const each = [...new Map(organisations.map((one) => [one.organisationId, one])).values()];
  const commissioners = each.filter(({ isCommissioner }) => isCommissioner);
  return {
    organisations: each.length,
    ccgs: commissioners.length,
    trusts: each.filter(({ isTrust }) => isTrust).length,
    practices: sum(each.map(({ practices }) => practices)),
    patients: sum(each.map(({ patients }) => patients ?? 0)),
    patientsMissing: commissioners.filter(({ patients }) => patients === null).length,
  };
}

/** What an event may not change: people and practices always; numbers of organisations unless organisations themselves merge. */
export function reconciles(before: Totals, after: Totals, organisationsMerge: boolean): boolean {
  const figures = before.practices === after.practices && before.patients === after.patients;
  const numbers =
    before.organisations === after.organisations && before.ccgs === after.ccgs && before.trusts === after.trusts;
  return figures && (organisationsMerge || numbers);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
