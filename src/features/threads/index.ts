export { listReaders } from './list-readers.ts';
export { beginThread, openThread } from './open-thread.ts';
export { parseNewThread, parseThreadStep, type ThreadForm, type ThreadWords } from './parse-thread-form.ts';
export { decideQuery, type QueryAction, waitsForSide } from './query.ts';
export {
  openMentions,
  standingStep,
  type Thread,
  type ThreadAction,
  type ThreadScope,
  type ThreadStep,
  type ThreadSubject,
  takingPart,
} from './thread.ts';
export {
  countThreads,
  findSending,
  findThread,
  listOpenQueries,
  listThreads,
  listThreadsToAnswer,
  type PlacedThread,
  type ThreadsAbout,
} from './thread-repository.ts';
export { type NoteView, threadViews } from './views/thread-view.ts';
export { Notes, Threads, ThreadsToRead } from './views/threads.tsx';
export { addToThread, type WriteOutcome, writeInThread } from './write-in-thread.ts';
