import { formatDate, formatTime } from '../../../../views/format.ts';
import type { TagColour } from '../../../../views/tag.tsx';
import type { Assignment } from '../../../assignments/index.ts';
import type { Stamp } from '../../../scoring/index.ts';
import type { WorkStanding, WorkThing } from '../../assigning/whose-work.ts';

export interface StandingWords {
  readonly label: string;
  readonly colour: TagColour;
}

const words: Readonly<Record<WorkStanding, StandingWords>> = {
  elsewhere: { label: 'Answered elsewhere', colour: 'white' },
  sent: { label: 'Sent to be signed', colour: 'white' },
  'not-asked': { label: 'Not asked so far', colour: 'grey' },
  unassigned: { label: 'Not assigned', colour: 'grey' },
  nobody: { label: 'Nobody answers for it', colour: 'orange' },
  'to-do': { label: 'To do', colour: 'blue' },
  overdue: { label: 'Overdue', colour: 'red' },
  answered: { label: 'All answered', colour: 'aqua-green' },
  done: { label: 'Done', colour: 'green' },
  'changed-since': { label: 'Changed since done', colour: 'yellow' },
};

export function standingWords(standing: WorkStanding): StandingWords {
  return words[standing];
}

/** What is to be answered, as lists name it: `3. Resourcing`, or with the question `3. Resourcing, question RS2`. */
export function thingInWords({ section, questionId }: Pick<WorkThing, 'section' | 'questionId'>): string {
  return questionId === null ? section.title : `${section.title}, question ${questionId}`;
}

/** A due date, with a word where it lies after the deadline of the organisation. */
export function dueInWords(dueOn: string, deadline: string): string {
  return dueOn > deadline ? `${formatDate(dueOn)}, after the deadline` : formatDate(dueOn);
}

export function answeredInWords({ answered, total }: Pick<WorkThing, 'answered' | 'total'>): string {
  return total === 0 ? 'For context' : `${answered} of ${total}`;
}

/** `14 January 2016 at 10:05 by Ben Example`; a dash in words where nothing was saved. */
export function saveInWords(stamp: Stamp | null): string {
  if (stamp === null) {
    return 'Nothing saved';
  }
  return `${formatTime(stamp.at)}${stamp.personName === null ? '' : ` by ${stamp.personName}`}`;
}

/** Everybody who has something, the one who answers for it first. `invited`: ids of those who have not accepted their invitation yet. */
export function peopleInWords(
  { responsible, helpers, left }: Pick<WorkThing, 'responsible' | 'helpers' | 'left'>,
  invited: ReadonlySet<string> = new Set(),
): string[] {
  const named = ({ personId, name }: Assignment['person']) =>
    invited.has(personId) ? `${name}, invited and not here yet` : name;
  return [
    ...(responsible === null ? [] : [named(responsible.person)]),
    ...helpers.map(({ person }) => `${named(person)}, to help`),
    ...left.map(({ person }) => `${person.name}, who has no role here any more`),
  ];
}
