import { type CsvTable, tableOf } from '../../../platform/csv-table.ts';
import { dayOf } from '../../../platform/days.ts';
import { type Assignment, doneAt, lastReminder, standingStep } from '../../assignments/index.ts';
import { owedByPeople, type WorkStanding, type WorkThing } from './whose-work.ts';

/** A line of the file: something with one of those who have it, or with nobody. */
export interface AssignmentLine {
  readonly thing: WorkThing;
  readonly assignment: Assignment | null;
  readonly standing: WorkStanding;
}

/** Everything that can be assigned, with everybody who has it, in the order of the board. */
export function assignmentLines(things: readonly WorkThing[], day: string): AssignmentLine[] {
  const owed = owedByPeople(things, day);
  return things.flatMap((thing): AssignmentLine[] => {
    const own = owed.filter((each) => each.thing === thing);
    return own.length === 0 ? [{ thing, assignment: null, standing: thing.standing }] : own;
  });
}

/** Who owes what as a file. `emails`: the address of each person by id. */
export function assignmentsTable(emails: ReadonlyMap<string, string>): CsvTable<AssignmentLine> {
  return tableOf([
    ['care_setting', ({ thing }) => thing.part.setting ?? (thing.part.label === null ? '' : thing.part.careSetting)],
    ['theme', ({ thing }) => thing.section.themeTitle],
    ['section', ({ thing }) => thing.section.title],
    ['question', ({ thing }) => thing.questionId],
    ['person', ({ assignment }) => assignment?.person.name ?? null],
    ['email', ({ assignment }) => emails.get(assignment?.person.personId ?? '') ?? null],
    ['part', ({ assignment }) => (assignment === null ? null : partOf(assignment))],
    ['due_on', ({ assignment }) => (assignment === null ? null : standingStep(assignment).dueOn)],
    ['answered', ({ thing }) => thing.answered],
    ['questions', ({ thing }) => thing.total],
    ['last_change', ({ thing }) => thing.lastSave?.at.toISOString() ?? null],
    ['standing', ({ standing }) => standing],
    ['done_on', ({ assignment }) => dayIf(assignment === null ? null : doneAt(assignment))],
    [
      'last_reminded_on',
      ({ assignment }) => dayIf(assignment === null ? null : (lastReminder(assignment)?.at ?? null)),
    ],
  ]);
}

function partOf(assignment: Assignment): string {
  return standingStep(assignment).isResponsible ? 'answers' : 'helps';
}

function dayIf(at: Date | null): string | null {
  return at === null ? null : dayOf(at);
}
