import type { Database } from '../../../platform/database/database.ts';
import type { IdSource } from '../../../platform/ids.ts';
import { type AssignedThing, assignWork, holdAssignments, listColleagues } from '../../assignments/index.ts';
import type { ActingPerson } from '../../identity/index.ts';
import type { ProgrammePack, Round } from '../../programme/index.ts';
import { type AssigningPlace, readParts } from './read-parts.ts';
import { isAssignable } from './things-offered.ts';

export interface AssignSections {
  readonly pack: ProgrammePack;
  /** As the page knew it. */
  readonly round: Round;
  readonly place: AssigningPlace;
  readonly personId: string;
  readonly things: readonly AssignedThing[];
  readonly isResponsible: boolean;
  readonly dueOn: string;
  readonly message: string;
  readonly newId: IdSource;
}

export type AssignOutcome =
  | { readonly kind: 'assigned' }
  | { readonly kind: 'closed' }
  /** The person holds no role there any more by which they could answer. */
  | { readonly kind: 'no-role' }
  /** Some of it is answered somewhere else by now, or was sent to be signed. */
  | { readonly kind: 'not-here'; readonly things: readonly AssignedThing[] };

/** Gives sections, or questions of one, to a colleague; what they have already is changed to what is said now. */
export function assignSections(
  database: Database,
  { pack, round, place, ...work }: AssignSections,
  by: ActingPerson,
): Promise<AssignOutcome> {
  return database.transaction().execute(async (transaction): Promise<AssignOutcome> => {
    const held = await holdAssignments(transaction, { ...place, round }, by.at);
    if (!held.isRoundOpen) {
      return { kind: 'closed' };
    }
    const parts = await readParts({ database: transaction, pack }, place, round);
    const notHere = work.things.filter((thing) => !isAssignable(parts, thing));
    if (notHere.length > 0) {
      return { kind: 'not-here', things: notHere };
    }
    const colleagues = await listColleagues(transaction, place.organisationId);
    if (!colleagues.some(({ personId }) => personId === work.personId)) {
      return { kind: 'no-role' };
    }
    await assignWork(transaction, held, { ...work, isTold: false }, by);
    return { kind: 'assigned' };
  });
}
