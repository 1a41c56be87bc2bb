import { type PlanningKind, planningKindOn } from './planning-area.ts';

/** Who plans and pays for the care of an area, by the kind of area of the day. No day has bodies of both types. */
const commissionerTypes: Readonly<Record<PlanningKind, string>> = { stp: 'ccg', icb: 'integrated-care-board' };

/** The type of the bodies that form footprints on a day: clinical commissioning groups, and from 1 July 2022 integrated care boards. */
export function commissionerTypeOn(day: string): string {
  return commissionerTypes[planningKindOn(day)];
}

/** Whether a type is one of those bodies, on whatever day. */
export function isCommissionerType(typeId: string): boolean {
  return Object.values(commissionerTypes).includes(typeId);
}
