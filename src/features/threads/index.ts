export { listReaders } from './list-readers.ts';
export { openThread } from './open-thread.ts';
export { parseNewThread, parseThreadStep, type ThreadForm, type ThreadWords } from './parse-thread-form.ts';
export {
  openMentions,
  standingStep,
  type Thread,
  type ThreadAction,
  type ThreadScope,
  type ThreadSubject,
  takingPart,
} from './thread.ts';
export {
  countThreads,
  findThread,
  listThreads,
  listThreadsWithMentions,
  type PlacedThread,
  type ThreadsAbout,
} from './thread-repository.ts';
export { threadViews } from './views/thread-view.ts';
export { Threads } from './views/threads.tsx';
export { type WriteOutcome, writeInThread } from './write-in-thread.ts';
