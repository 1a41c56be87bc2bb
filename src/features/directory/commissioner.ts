import { type PlanningKind, planningKindOn } from './planning-area.ts';

/** Who plans and pays for the care of an area, by the kind of area of the day. No day has bodies of both types. */
const commissionerTypes: Readonly<Record<PlanningKind, string>> = { stp: 'ccg', icb: 'integrated-care-board' };

/** The type of the bodies that form footprints on a day: clinical commissioning groups, and from 1 July 2022 integrated care boards. */
export function commissionerTypeOn(day: string): string {
  return commissionerTypes[planningKindOn(day)];
}

/** How those who commission are spoken of on a day. */
export interface CommissionerWords {
  readonly one: string;
  readonly many: string;
  /** Types of organisation by whose code the commissioner of a GP practice is known. */
  readonly typeIds: readonly string[];
  readonly exampleCode: string;
  /** Why the people of a footprint are not known. */
  readonly noFigure: string;
}

const words: Readonly<Record<PlanningKind, CommissionerWords>> = {
  stp: {
    one: 'CCG',
    many: 'CCGs',
    typeIds: [commissionerTypes.stp],
    exampleCode: '02X',
    noFigure: 'no CCG with a figure is recorded',
  },
  icb: {
    one: 'board or place of a board',
    many: 'boards',
    // Practices are commissioned by the places of a board, most of which have the code of the group that was there.
    typeIds: [commissionerTypes.icb, 'sub-icb-location'],
    exampleCode: '02X',
    noFigure: 'no count of people is recorded for integrated care boards',
  },
};

/** The words for those who commission on a day. */
export function commissionerWords(day: string): CommissionerWords {
  return words[planningKindOn(day)];
}

/** Whether a type is one of those bodies, on whatever day. */
export function isCommissionerType(typeId: string): boolean {
  return Object.values(commissionerTypes).includes(typeId);
}
