import { type AssignedThing, type Assignment, isInForce, standingStep, thingKey } from './assignment.ts';

/** What somebody is to be given. */
export interface AssigningWanted {
  readonly personId: string;
  readonly things: readonly AssignedThing[];
  /** Whether they answer for these things, or help whoever does. */
  readonly isResponsible: boolean;
}

export interface AssigningPlan {
  /** Things that the person does not have yet. */
  readonly fresh: readonly AssignedThing[];
  /** Those that they have, to stand as it is said now. */
  readonly again: readonly Assignment[];
  /** Those by which somebody else answered for one of these things until now: they help from now on. */
  readonly steppedBack: readonly Assignment[];
}

/** What giving things to somebody comes to, beside what is assigned already: nobody has a thing twice, and one at most answers for it. */
export function planAssigning(
  existing: readonly Assignment[],
  { personId, things, isResponsible }: AssigningWanted,
): AssigningPlan {
  const wanted = new Map(things.map((thing) => [thingKey(thing), thing]));
  const concerned = existing.filter((each) => isInForce(each) && wanted.has(thingKey(each)));
  const again = concerned.filter(({ person }) => person.personId === personId);
  const had = new Set(again.map(thingKey));
  return {
    fresh: [...wanted].flatMap(([key, thing]) => (had.has(key) ? [] : [thing])),
    again,
    steppedBack: isResponsible
      ? concerned.filter((each) => each.person.personId !== personId && standingStep(each).isResponsible)
      : [],
  };
}
