import { setTimeout } from 'node:timers/promises';
import { timesWhenArrivingEvenly } from '../../bench/evenly.ts';
import { sectionOf } from '../../src/features/assessment/testing/pages.ts';
import { type Fault, restartKilled } from './faults.ts';
import { tokenOf } from './http-visitor.ts';
import { type Acknowledged, type Person, signInPeople } from './load.ts';
import { besideService } from './rig.ts';

const PEOPLE = 50;
const PER_SECOND = 200;
const SECONDS = 10;
const BEFORE_MILLISECONDS = 3000;

/** Fifty people save answers, two hundred a second as they come, and the service is killed and started again in the middle. */
export const busySavesKilled: Fault = {
  name: `kill -9 of the service while ${PEOPLE} people save ${PER_SECOND} answers a second`,
  strike: async (rig) => {
    const people = await besideService(rig, (database) => signInPeople(database, PEOPLE, () => rig.service.address));
    const acknowledged: Acknowledged[] = [];
    const typists = people.map((person, index) => new Typist(person, questionOf(index), acknowledged));
    // Each save comes when it comes, and waits for none but the last one of the same person.
    const all = timesWhenArrivingEvenly(PER_SECOND, SECONDS, async (index) => typists[index % PEOPLE]?.save());
    await setTimeout(BEFORE_MILLISECONDS);
    await restartKilled(rig);
    const backAt = performance.now();
    const before = acknowledged.length;
    await all;
    return {
      backAt,
      acknowledged,
      complaints: [
        ...(before === 0 ? ['nothing was saved before the service was killed'] : []),
        ...(acknowledged.length === before ? ['nothing was saved after the service was back'] : []),
      ],
    };
  },
};

/** There are fewer trusts than people: the second of a trust answers another question of the section, and those of the load yet another. */
const questionOf = (index: number) => (index < PEOPLE / 2 ? 'RA2' : 'RA3');

/** Somebody at the page of a section, whose answers are sent one after the other; after a refusal they open the page anew. */
class Typist {
  readonly #person: Person;
  readonly #question: string;
  readonly #acknowledged: Acknowledged[];
  #page: { readonly token: string; readonly revision: number } | null = null;
  #last: Promise<void> = Promise.resolve();
  #notes = 0;

  constructor(person: Person, question: string, acknowledged: Acknowledged[]) {
    this.#person = person;
    this.#question = question;
    this.#acknowledged = acknowledged;
  }

  save(): Promise<void> {
    this.#last = this.#last
      .then(() => this.#saveNow())
      .catch(() => {
        this.#page = null;
      });
    return this.#last;
  }

  async #saveNow(): Promise<void> {
    const { trust, visitor } = this.#person;
    const section = sectionOf(trust, 'records');
    this.#page ??= await this.#open(section);
    const { token, revision } = this.#page;
    this.#notes += 1;
    const comment = `${this.#question}, note ${this.#notes}`;
    const fields = {
      _csrf: token,
      [`comment-${this.#question}`]: comment,
      [`revision-${this.#question}`]: String(revision),
    };
    const { status } = await visitor.post(section, fields);
    if (status !== 303) {
      this.#page = null;
      return;
    }
    this.#acknowledged.push({ trust, comment });
    this.#page = { token, revision: revision + 1 };
  }

  async #open(section: string): Promise<{ readonly token: string; readonly revision: number }> {
    const page = await this.#person.visitor.get(section);
    const revision = new RegExp(`name="revision-${this.#question}" value="(\\d+)"`).exec(page.body)?.[1];
    const token = tokenOf(page);
    if (revision === undefined || token === null) {
      throw new Error(`The page of a section was answered ${page.status}.`);
    }
    return { token, revision: Number(revision) };
  }
}
