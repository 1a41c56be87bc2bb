import type { Actor } from '../identity/index.ts';
import type { WorkItem } from './work-item.ts';
import { type WorkFacts, workItems } from './work-items.ts';

/** Somebody who holds all that these people hold: what is gathered for them is what all of them need, looked up once. */
export function everyoneOf(people: readonly Actor[]): Actor {
  return { personId: '', name: '', jobTitle: '', grants: people.flatMap(({ grants }) => grants) };
}

/** What each of several people is shown of their work, by id, from what was gathered for all of them together. */
export function itemsOf(people: readonly Actor[], facts: WorkFacts): ReadonlyMap<string, readonly WorkItem[]> {
  return new Map(people.map((person) => [person.personId, workItems(person, partOf(person, facts))]));
}

function partOf({ grants }: Actor, facts: WorkFacts): WorkFacts {
  const places = new Set(grants.map(({ scopeId }) => scopeId));
  return {
    ...facts,
    assessments: facts.assessments.filter(({ organisationId }) => places.has(organisationId)),
    assigned: facts.assigned.filter(({ organisationId }) => places.has(organisationId)),
    mentions: facts.mentions.filter(({ organisationId }) => places.has(organisationId)),
    roadmaps: facts.roadmaps.filter(({ footprintId }) => places.has(footprintId)),
  };
}
