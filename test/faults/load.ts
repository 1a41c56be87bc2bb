import { setTimeout } from 'node:timers/promises';
import { sectionOf } from '../../src/features/assessment/testing/pages.ts';
import { nextTrust } from '../../src/features/assessment/testing/real-instrument.ts';
import { paths } from '../../src/paths.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { addPerson } from '../builders/sign-in-as.ts';
import { type Answer, HttpVisitor, tokenOf } from './http-visitor.ts';

export interface Observed {
  readonly begunAt: number;
  readonly endedAt: number;
  /** 0 where no answer came. */
  readonly status: number;
}

export interface Acknowledged {
  readonly trust: string;
  readonly comment: string;
}

export interface Load {
  readonly observed: readonly Observed[];
  readonly acknowledged: readonly Acknowledged[];
  /** Lets everybody finish what they are at. */
  readonly stop: () => Promise<void>;
}

export interface Person {
  readonly trust: string;
  readonly visitor: HttpVisitor;
}

/** People who may answer for a trust each, signed in. */
export async function signInPeople(database: Database, count: number, addressOf: () => string): Promise<Person[]> {
  const people: Person[] = [];
  for (let index = 0; index < count; index += 1) {
    const trust = nextTrust();
    const credentials = await addPerson({ database }, [{ role: 'contributor', scopeId: trust }]);
    // Each from a place of their own: from one, twenty may sign in at once and no more.
    const visitor = new HttpVisitor(addressOf, { from: `198.51.100.${index + 1}` });
    const token = tokenOf(await visitor.get(paths.signIn())) ?? '';
    const { status } = await visitor.post(paths.signIn(), { _csrf: token, ...credentials });
    if (status !== 303) {
      throw new Error(`Somebody could not sign in (status ${status}).`);
    }
    people.push({ trust, visitor });
  }
  return people;
}

const PAUSE_AFTER_REFUSAL_MILLISECONDS = 25;
let comments = 0;

/** Everybody reads and saves, one thing after the other, until told to stop; each comment is saved once. */
export function startLoad(people: readonly Person[]): Load {
  const observed: Observed[] = [];
  const acknowledged: Acknowledged[] = [];
  let isOver = false;

  const observe = async (asking: Promise<Answer>): Promise<Answer> => {
    const begunAt = performance.now();
    const answer = await asking.catch(() => ({ status: 0, body: '' }));
    observed.push({ begunAt, endedAt: performance.now(), status: answer.status });
    if (answer.status === 0 || answer.status >= 500) {
      await setTimeout(PAUSE_AFTER_REFUSAL_MILLISECONDS);
    }
    return answer;
  };

  const work = async ({ trust, visitor }: Person) => {
    const section = sectionOf(trust, 'records');
    while (!isOver) {
      const page = await observe(visitor.get(section));
      const revision = /name="revision-RA1" value="(\d+)"/.exec(page.body)?.[1];
      const token = tokenOf(page);
      if (revision !== undefined && token !== null) {
        comments += 1;
        const comment = `Note ${comments}`;
        const fields = { _csrf: token, 'comment-RA1': comment, 'revision-RA1': revision };
        if ((await observe(visitor.post(section, fields))).status === 303) {
          acknowledged.push({ trust, comment });
        }
      }
      await observe(visitor.get(paths.organisations()));
    }
  };
  const working = Promise.all(people.map(work));
  return {
    observed,
    acknowledged,
    stop: async () => {
      isOver = true;
      await working;
    },
  };
}
