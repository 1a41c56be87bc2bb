import { quietly } from '../quietly.ts';
import { parseWaiting } from './parse-waiting.ts';
import { hasWaitedTooLong, type Waiting } from './waiting.ts';

const PREFIX = 'ldr-waiting';
const LEAVING = 'ldr-signing-out';
/** Of one person: more questions than any questionnaire has. */
const MOST = 500;

/** Whose answer it is, to which question, and where it is sent: the address of a section, which names the return. */
export interface WaitingKey {
  readonly person: string;
  readonly question: string;
  readonly target: string;
}

export interface KeptWaiting {
  readonly key: WaitingKey;
  readonly waiting: Waiting;
}

/** The answers that wait in the browser. Each is shown to its own writer alone, and sent by nobody else. */
export const waitingStore = {
  /** Those of a person, the oldest first; what has waited too long, or is broken, is forgotten. */
  list: (person: string): KeptWaiting[] =>
    quietly(() => Object.keys(localStorage), [])
      .flatMap((name) => keyIn(name) ?? [])
      .filter((key) => key.person === person)
      .flatMap((key) => {
        const waiting = waitingStore.read(key);
        if (waiting === null || hasWaitedTooLong(waiting, Date.now())) {
          waitingStore.write(key, null);
          return [];
        }
        return [{ key, waiting }];
      })
      .sort((a, b) => a.waiting.since - b.waiting.since),

  read: (key: WaitingKey): Waiting | null =>
    quietly(() => parseWaiting(JSON.parse(localStorage.getItem(nameOf(key)) ?? 'null')), null),

  /** Answers whether it is kept; null takes it away. What has no room is not kept as it was before either: it is not what was typed. */
  write: (key: WaitingKey, waiting: Waiting | null): boolean => {
    const isRoom = () => waitingStore.read(key) !== null || waitingStore.list(key.person).length < MOST;
    const isKept = quietly(() => {
      if (waiting !== null && isRoom()) {
        localStorage.setItem(nameOf(key), JSON.stringify(waiting));
        return true;
      }
      return waiting === null;
    }, false);
    if (waiting === null || !isKept) {
      quietly(() => localStorage.removeItem(nameOf(key)), undefined);
    }
    return isKept;
  },

  /** Remembers who is signing out, until a page tells whether they have. */
  markLeaving: (person: string): void => quietly(() => localStorage.setItem(LEAVING, person), undefined),

  /** Forgets the answers of whoever has signed out; `person` is who is signed in now. */
  forgetWhoLeft: (person: string | undefined): void => {
    const left = quietly(() => localStorage.getItem(LEAVING), null);
    if (left !== null) {
      quietly(() => localStorage.removeItem(LEAVING), undefined);
      const gone = left === person ? [] : waitingStore.list(left);
      for (const { key } of gone) {
        waitingStore.write(key, null);
      }
    }
  },
};

/** The key under which something is stored; null for what is no answer that waits. */
export function keyIn(name: string): WaitingKey | null {
  const [prefix, person, question, target, ...rest] = name.split(' ');
  return prefix === PREFIX &&
    person !== undefined &&
    question !== undefined &&
    target !== undefined &&
    rest.length === 0
    ? { person, question, target }
    : null;
}

/** No part has a space in it. */
function nameOf({ person, question, target }: WaitingKey): string {
  return [PREFIX, person, question, target].join(' ');
}
