import { formatTime, listInWords } from '../../../views/format.ts';
import { standingStep, type Thread, type ThreadState, type ThreadStep } from '../thread.ts';

export interface NoteView {
  readonly number: number;
  /** Who, what and when. */
  readonly head: string;
  readonly text: string;
  /** Whom it is addressed to; empty where nobody. */
  readonly to: string;
}

export interface ThreadView {
  readonly threadId: string;
  readonly title: string;
  readonly state: ThreadState;
  /** Who resolved it and when; empty while it is open. */
  readonly resolved: string;
  /** Where it was begun, if not on the page that shows it; empty otherwise. */
  readonly begunFor: string;
  readonly notes: readonly NoteView[];
  readonly lastRead: number;
  readonly action: string;
}

export interface ThreadsShown {
  readonly actionOf: (threadId: string) => string;
  readonly begunForOf: (thread: Thread) => string;
}

/** Threads about one thing, from the oldest on: numbered in this order, those that are open first. */
export function threadViews(threads: readonly Thread[], { actionOf, begunForOf }: ThreadsShown): ThreadView[] {
  const views = threads.map((thread, index): ThreadView => {
    const { steps, threadId } = thread;
    const { state, number, by, at } = standingStep(thread);
    return {
      threadId,
      title: `Thread ${index + 1}`,
      state,
      resolved: state === 'resolved' ? `Resolved by ${by.personName} on ${formatTime(at)}` : '',
      begunFor: begunForOf(thread),
      notes: steps.map(noteView),
      lastRead: number,
      action: actionOf(threadId),
    };
  });
  return [...views.filter(({ state }) => state === 'open'), ...views.filter(({ state }) => state !== 'open')];
}

const did: Readonly<Record<ThreadStep['kind'], string>> = {
  open: '',
  reply: '',
  resolve: ' resolved it',
  reopen: ' opened it again',
  withdraw: ' withdrew it',
};

function noteView({ number, kind, text, by, at, mentioned }: ThreadStep): NoteView {
  return {
    number,
    head: `${by.personName}${did[kind]}, ${formatTime(at)}`,
    text,
    to: mentioned.length === 0 ? '' : `To ${listInWords(mentioned.map(({ name }) => name))}`,
  };
}
