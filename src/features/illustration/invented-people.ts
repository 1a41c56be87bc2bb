import type { ActingPerson } from '../identity/index.ts';
import { actingAsInvented } from './acting-as-invented.ts';
import type { DemonstrationPersona } from './illustration.ts';

/** One of the invented people, on the day on which they are said to have done something. Throws where `by` is nobody's id. */
export function actingAsPersona(by: string, on: string, people: readonly DemonstrationPersona[]): ActingPerson {
  const person = people.find(({ personId }) => personId === `persona-${by}`);
  if (person === undefined) {
    throw new Error(`What is made up is by ${by}, who is none of the people`);
  }
  const invented = actingAsInvented({ write: on })('write', person.jobTitle);
  return { ...invented, personId: person.personId, name: person.name, role: person.jobTitle };
}
