import { type Assignment, listAssignments } from '../../assignments/index.ts';
import { type Colleague, listColleagues } from '../../people/index.ts';
import type { Round } from '../../programme/index.ts';
import type { PartAtWork } from './part-at-work.ts';
import { type AssigningContext, type AssigningPlace, readParts } from './read-parts.ts';
import { type WorkThing, whoseWork } from './whose-work.ts';

/** Who owes what in the assessment of an organisation. */
export interface AssignedWork {
  readonly parts: readonly PartAtWork[];
  readonly colleagues: readonly Colleague[];
  /** All that was ever assigned in the round. */
  readonly assignments: readonly Assignment[];
  readonly things: readonly WorkThing[];
}

export async function readAssignedWork(
  context: AssigningContext,
  place: AssigningPlace,
  round: Round,
  day: string,
): Promise<AssignedWork> {
  const { database } = context;
  const { organisationId } = place;
  const [parts, colleagues, assignments] = await Promise.all([
    readParts(context, place, round),
    listColleagues(database, 'assessment.answer', { scopeKind: 'organisation', scopeId: organisationId }),
    listAssignments(database, { roundIds: [round.id], organisationIds: [organisationId] }),
  ]);
  const holders = new Set(colleagues.map(({ personId }) => personId));
  return { parts, colleagues, assignments, things: whoseWork(parts, assignments, holders, day) };
}
