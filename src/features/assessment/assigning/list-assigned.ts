import { paths } from '../../../paths.ts';
import { by } from '../../../platform/compare.ts';
import {
  type AssignedThing,
  type Assignment,
  holdersAmong,
  listAssignments,
  standingStep,
  thingKey,
} from '../../assignments/index.ts';
import { listAddressed } from '../../directory/index.ts';
import type { Round } from '../../programme/index.ts';
import { thingInWords } from '../views/assigning/work-words.ts';
import { minutesFor } from './part-at-work.ts';
import type { AssignedWork } from './read-assigned-work.ts';
import { type AssigningContext, readParts } from './read-parts.ts';
import { owedByPeople, type WorkStanding, whoseWork } from './whose-work.ts';

/** An assignment as others are told of it. */
export interface AssignedFact {
  readonly assignmentId: string;
  readonly personId: string;
  readonly personName: string;
  /** What is assigned, as lists name it. */
  readonly thing: string;
  readonly href: string;
  /** An ISO date. */
  readonly dueOn: string;
  readonly isResponsible: boolean;
  /** Who assigned it. */
  readonly by: string;
  /** What was said with the last step; empty where nothing was. */
  readonly message: string;
  /** About how long what is left of it takes. */
  readonly minutes: number;
  /** `left`: whoever has it holds no role any more; `ended`: nobody has it by this assignment. */
  readonly standing: WorkStanding | 'left' | 'ended';
}

/** All that was assigned in the assessment of one organisation in one round. */
export interface AssignedPlace {
  readonly organisationId: string;
  readonly addressKey: string;
  readonly name: string;
  readonly round: Round;
  /** The earliest due first, and of one day in the order of the questionnaire. */
  readonly assigned: readonly AssignedFact[];
}

/** What is assigned in rounds on a day; organisations in which nothing is are left out. `organisationIds`: null for all. */
export async function listAssigned(
  context: AssigningContext,
  rounds: readonly Round[],
  organisationIds: readonly string[] | null,
  day: string,
): Promise<AssignedPlace[]> {
  const { database, pack } = context;
  const roundIds = rounds.map(({ id }) => id);
  const stored = await listAssignments(database, { roundIds, organisationIds });
  const byPlace = Map.groupBy(stored, ({ organisationId, roundId }) => `${organisationId} ${roundId}`);
  if (byPlace.size === 0) {
    return [];
  }
  const ids = [...new Set(stored.map(({ organisationId }) => organisationId))];
  const organisations = await listAddressed(database, ids, pack.positionOn);
  const places: AssignedPlace[] = [];
  for (const assignments of byPlace.values()) {
    const [first] = assignments;
    const round = rounds.find(({ id }) => id === first?.roundId);
    const organisation = organisations.get(first?.organisationId ?? '');
    if (round !== undefined && organisation !== undefined) {
      const { organisationId, typeId, name, addressKey } = organisation;
      const parts = await readParts(context, { organisationId, typeId, addressKey }, round);
      const things = whoseWork(parts, assignments, holdersAmong(assignments), day);
      const named = { organisationId, addressKey, name, round };
      places.push({ ...named, assigned: factsOf(named, { parts, assignments, things }, day) });
    }
  }
  return places;
}

function factsOf(
  place: Omit<AssignedPlace, 'assigned'>,
  { assignments, things, parts }: Omit<AssignedWork, 'colleagues'>,
  day: string,
): AssignedFact[] {
  const owed = new Map(owedByPeople(things, day).map((each) => [each.assignment.assignmentId, each]));
  const left = new Set(things.flatMap((thing) => thing.left.map(({ assignmentId }) => assignmentId)));
  const placeOf = placesAmong(things);
  return assignments
    .toSorted((one, other) => placeOf(one) - placeOf(other))
    .map((assignment): AssignedFact => {
      const { assignmentId, person, careSetting, sectionId, questionId } = assignment;
      const part = parts.find((each) => each.careSetting === careSetting);
      const section = part?.sections.find(({ id }) => id === sectionId);
      const { dueOn, isResponsible } = standingStep(assignment);
      const name = section === undefined ? thingKey(assignment) : thingInWords({ section, questionId });
      const questions = owed.get(assignmentId)?.thing.questions ?? [];
      return {
        assignmentId,
        personId: person.personId,
        personName: person.name,
        thing: part?.label == null ? name : `${part.label}: ${name}`,
        href: paths.assessmentSection(place.addressKey, place.round.id, sectionId, part?.setting ?? null),
        dueOn,
        isResponsible,
        by: assignment.steps[0].by.personName,
        message: standingStep(assignment).message,
        minutes: minutesFor(questions.filter(({ isAnswered }) => !isAnswered)),
        standing: owed.get(assignmentId)?.standing ?? goneStanding(assignment, left),
      };
    })
    .toSorted(by(({ dueOn }) => dueOn));
}

/** Where things stand in the questionnaire; what is not asked any more comes last. */
function placesAmong(things: AssignedWork['things']): (thing: AssignedThing) => number {
  const places = new Map(
    things.map(({ part, section, questionId }, place) => [
      thingKey({ careSetting: part.careSetting, sectionId: section.id, questionId }),
      place,
    ]),
  );
  return (thing) => places.get(thingKey(thing)) ?? things.length;
}

function goneStanding({ assignmentId }: Assignment, left: ReadonlySet<string>): 'left' | 'ended' {
  return left.has(assignmentId) ? 'left' : 'ended';
}
