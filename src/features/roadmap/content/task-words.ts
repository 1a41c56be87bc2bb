import { formatDate } from '../../../views/format.ts';
import type { Task } from '../../../views/task-list.tsx';
import type { SaveStamp } from '../drafts/save-repository.ts';

/** How far a task has come, in the words that tasks of every kind use. */
export type TaskState = Pick<Task, 'status' | 'colour'>;

export const taskStates = {
  toDo: { status: 'To write', colour: 'blue' },
  optional: { status: 'Optional text', colour: 'grey' },
  noneYet: { status: 'None yet', colour: 'grey' },
  leftEmpty: { status: 'Not written' },
  begun: { status: 'Begun', colour: 'aqua-green' },
  written: { status: 'Written' },
} as const satisfies Readonly<Record<string, TaskState>>;

export function progress(done: number, total: number): TaskState {
  if (done === 0) {
    return taskStates.toDo;
  }
  return done < total ? taskStates.begun : taskStates.written;
}

/** The latest save of all subjects of a kind that is saved thing by thing. */
export function latestOf(stamps: ReadonlyMap<string, SaveStamp>, kindSubject: string): SaveStamp | undefined {
  return [...stamps.values()]
    .filter(({ subject }) => subject.startsWith(`${kindSubject}:`))
    .toSorted((a, b) => b.savedAt.getTime() - a.savedAt.getTime())[0];
}

/** How much there is, and who saved it last. */
export function hintOf(stamp: SaveStamp | undefined, amount = ''): { hint?: string } {
  const saved = stamp === undefined ? '' : `saved ${byWhom(stamp)}on ${formatDate(stamp.savedAt)}`;
  const words = [amount, saved].filter((text) => text !== '').join('; ');
  return words === '' ? {} : { hint: words.charAt(0).toUpperCase() + words.slice(1) };
}

function byWhom({ savedBy }: SaveStamp): string {
  return savedBy === null ? '' : `by ${savedBy} `;
}
