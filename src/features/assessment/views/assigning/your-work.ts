import { paths } from '../../../../paths.ts';
import { daysBetween } from '../../../../platform/days.ts';
import { countOf, formatDate, listInWords } from '../../../../views/format.ts';
import type { Task } from '../../../../views/task-list.tsx';
import { type Assignment, standingStep } from '../../../assignments/index.ts';
import type { Owed, WorkThing } from '../../assigning/whose-work.ts';
import type { AssessedOrganisation } from '../../require-assessed-organisation.ts';
import { peopleInWords, standingWords, thingInWords } from './work-words.ts';

/** What somebody has, as tasks; the earliest due first. */
export function yourTasks(
  { addressKey, round }: Pick<AssessedOrganisation, 'addressKey' | 'round'>,
  own: readonly Owed[],
  day: string,
): Task[] {
  return own.map(({ thing, assignment, standing }) => {
    const { label, colour } = standingWords(standing);
    const { section, part, questionId } = thing;
    return {
      id: ['yours', part.careSetting, section.id, questionId ?? 'all'].join('-'),
      text:
        part.setting === null || part.label === null ? thingInWords(thing) : `${part.label}: ${thingInWords(thing)}`,
      href: paths.assessmentSection(addressKey, round.id, section.id, part.setting),
      hint: `${dueOf(assignment, day)} ${askedBy(assignment)}`,
      ...(standing === 'done' ? { status: label } : { status: label, colour }),
    };
  });
}

/** `Due on 8 January 2016 (4 days left).` */
export function dueOf(assignment: Assignment, day: string): string {
  const { dueOn } = standingStep(assignment);
  const days = daysBetween(day, dueOn);
  const left = days < 0 ? 'this date has passed' : days === 0 ? 'today' : `${countOf(days, 'day')} left`;
  return `Due on ${formatDate(dueOn)} (${left}).`;
}

/** `Assigned by Ben Example.` */
export function askedBy(assignment: Assignment): string {
  const { isResponsible } = standingStep(assignment);
  const { by } = assignment.steps[0];
  return isResponsible ? `Assigned by ${by.personName}.` : `You help with it, as ${by.personName} asks.`;
}

/** To whom a section is assigned, as a list of sections says it; null where it is nobody's. */
export function assigneesInWords(things: readonly WorkThing[], sectionId: string): string | null {
  const thing = things.find(({ section, questionId }) => section.id === sectionId && questionId === null);
  const first = thing?.responsible ?? thing?.helpers[0];
  return thing === undefined || first === undefined
    ? null
    : `${listInWords(peopleInWords(thing))}. Due on ${formatDate(standingStep(first).dueOn)}`;
}
