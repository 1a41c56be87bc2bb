import { decideStep, type RefusedStep, type Transition } from '../../platform/transition-table.ts';
import type { Action, Held } from '../identity/index.ts';

/** In the order in which private notes normally pass through them. */
export const threadStates = ['open', 'resolved'] as const;

/** `withdrawn`: of a query alone. */
export type ThreadState = (typeof threadStates)[number] | 'withdrawn';

/** What is done in a thread of private notes. */
export type ThreadAction = 'reply' | 'resolve' | 'reopen';

/** Whose a thread is: who holds a role there reads it. */
export type ThreadScope = Pick<Held, 'scopeKind' | 'scopeId'> & { readonly scopeKind: 'organisation' };

interface NamedSubject {
  readonly roundId: string;
  /** Of an answer, its care setting. */
  readonly part: string;
  /** Of an answer, its question; of a query a question, a section or the whole return, as those who ask it name it. */
  readonly key: string;
}

/** A query, about the signed document that has this digest and about no later one. */
interface QuerySubject extends NamedSubject {
  readonly kind: 'query';
  readonly digest: string;
}

/** What a thread is about, in the words of the programme pack. */
export type ThreadSubject = (NamedSubject & { readonly kind: 'answer' }) | QuerySubject;

/** What somebody must be allowed to be addressed in a thread about this, and to read it. */
export const readingOf: Readonly<Record<ThreadSubject['kind'], Action>> = {
  answer: 'private-note.read',
  query: 'assessment.read-draft',
};

/** Who speaks in a thread: the place whose it is, or those who ask it. */
export type ThreadSide = 'place' | 'asker';

/** What was written in a thread, or done about it, and how it stands since. */
export interface ThreadStep {
  readonly number: number;
  readonly kind: 'open' | ThreadAction | 'withdraw';
  readonly state: ThreadState;
  readonly side: ThreadSide;
  /** Empty where it was resolved or opened again without a word. */
  readonly text: string;
  readonly by: { readonly personId: string; readonly personName: string };
  readonly at: Date;
  /** Whom it is addressed to, in the order of their names. */
  readonly mentioned: readonly { readonly personId: string; readonly name: string }[];
}

export interface Thread {
  readonly threadId: string;
  readonly subject: ThreadSubject;
  /** One at least, the oldest first. */
  readonly steps: readonly [ThreadStep, ...ThreadStep[]];
}

/** How a thread stands: its latest step. */
export function standingStep({ steps }: Pick<Thread, 'steps'>): ThreadStep {
  return steps.at(-1) ?? steps[0];
}

/** Who has opened a thread again since a step that resolved it, or resolved it since one that opened it, in words; null where it stands as that step left it. */
export function changedSince({ steps }: Pick<Thread, 'steps'>, number: number): string | null {
  const turns = steps.filter(({ kind }) => kind === 'resolve' || kind === 'reopen');
  const [own, last] = [turns.find((step) => step.number === number), turns.at(-1)];
  if (own === undefined || last === undefined || own.state === last.state) {
    return null;
  }
  return `${last.by.personName} has ${last.state === 'open' ? 'opened it again' : 'resolved it'} since`;
}

/** Everybody who has written in a thread or was mentioned in it, up to a step. */
export function takingPart({ steps }: Pick<Thread, 'steps'>, upTo: number): ReadonlySet<string> {
  return new Set(
    steps
      .filter(({ number }) => number <= upTo)
      .flatMap(({ by, mentioned }) => [by.personId, ...mentioned.map(({ personId }) => personId)]),
  );
}

/** That somebody is mentioned in a thread that is open. */
export interface OpenMention {
  readonly personId: string;
  readonly name: string;
  /** Who mentioned them last, and when. */
  readonly by: string;
  readonly at: Date;
  /** Whether they have written in it since. */
  readonly hasAnswered: boolean;
}

/** Who is mentioned in a thread and by whom last; nobody once it is resolved. */
export function openMentions({ steps }: Pick<Thread, 'steps'>): OpenMention[] {
  if (standingStep({ steps }).state !== 'open') {
    return [];
  }
  const last = new Map(
    steps.flatMap((step) => step.mentioned.map(({ personId, name }) => [personId, { name, step }] as const)),
  );
  return [...last].map(
    ([
      personId,
      {
        name,
        step: { number, by, at },
      },
    ]) => ({
      personId,
      name,
      by: by.personName,
      at,
      hasAnswered: steps.some((step) => step.number > number && step.by.personId === personId),
    }),
  );
}

type Requirement = 'all-read';

export interface ThreadFacts {
  /** The number of the last step that whoever takes this one had before them. */
  readonly lastRead: number;
}

/** Every change there is. What is resolved takes no reply: whoever has something to add opens it again, so that it is not overlooked. */
export const threadTransitions: readonly Transition<ThreadState, ThreadAction, Requirement>[] = [
  { action: 'reply', from: ['open'], to: 'open' },
  { action: 'resolve', from: ['open'], to: 'resolved', requires: ['all-read'] },
  { action: 'reopen', from: ['resolved'], to: 'open' },
];

export type ThreadDecision = { readonly kind: 'ok'; readonly state: ThreadState } | RefusedStep<'all-read'>;

/** The state that a step leads to, or why it may not be taken. */
export function decideThread(
  thread: Pick<Thread, 'steps'>,
  action: ThreadAction,
  { lastRead }: ThreadFacts,
): ThreadDecision {
  const { state, number, by } = standingStep(thread);
  const step = decideStep(threadTransitions, state, action, () => lastRead >= number, {
    notFromHere: () =>
      state === 'resolved'
        ? `${by.personName} has resolved it meanwhile. Open it again to add to it`
        : `${by.personName} has opened it again meanwhile`,
    unmet: () => `${by.personName} has written in it meanwhile. Read that first, and resolve it then`,
  });
  return step.kind === 'ok' ? { kind: 'ok', state: step.transition.to } : step;
}
