import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  afterAnswer,
  afterTyping,
  isSameAnswer,
  nextToSend,
  type Outcome,
  type Waiting,
  whenSent,
} from '../../../islands/waiting/waiting.ts';
import type { AnswerRevision } from '../../scoring/index.ts';
import type { SectionFormAnswer } from './parse-section-form.ts';
import { type EarlierRevision, madeFromOtherRevision, planSave, revisionsToKnow } from './plan-save.ts';

const options = ['low', 'middle', 'high'];
const people = ['asha', 'ben'] as const;

type Step =
  | { readonly kind: 'type'; readonly who: number; readonly option: number }
  /** Sends what is next; of the way there and back, what arrives. */
  | { readonly kind: 'send'; readonly who: number; readonly way: 'both' | 'there' | 'neither' }
  /** What was once sent arrives, late or a second time. */
  | { readonly kind: 'repeat'; readonly which: number }
  /** Looks at the page of the service, sees both answers after a clash, and lets their own stand. */
  | { readonly kind: 'choose'; readonly who: number };

const who = fc.nat(1);
const steps = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('type' as const), who, option: fc.nat(2) }),
    fc.record({ kind: fc.constant('send' as const), who, way: fc.constantFrom('both', 'there', 'neither') }),
    fc.record({ kind: fc.constant('repeat' as const), which: fc.nat() }),
    fc.record({ kind: fc.constant('choose' as const), who }),
  ),
  { maxLength: 40 },
);

interface Sending {
  readonly who: number;
  readonly answer: SectionFormAnswer;
}

/** One question that two people answer over connections that lose, repeat and delay what is sent. */
class World {
  readonly history: (EarlierRevision & { readonly over: number })[] = [];
  readonly waiting: (Waiting | null)[] = [null, null];
  /** What each page says, and the revision that it says it of. */
  readonly pages = people.map((): Pick<Waiting, 'said' | 'over'> => ({ said: said(null), over: '0' }));
  readonly acknowledged: string[] = [];
  readonly typed = people.map((): (string | null)[] => []);
  readonly #sent: Sending[] = [];

  take(step: Step): void {
    switch (step.kind) {
      case 'type':
        this.#type(step.who, options[step.option] ?? '');
        break;
      case 'send':
        this.#send(step.who, step.way);
        break;
      case 'choose':
        this.#choose(step.who);
        break;
      case 'repeat': {
        const sending = this.#sent[step.which % Math.max(1, this.#sent.length)];
        if (sending !== undefined) {
          this.#arrive(sending);
        }
        break;
      }
    }
  }

  /** Sends all that waits over a connection that holds. */
  settle(): void {
    for (const index of [0, 1]) {
      for (let waiting = this.waiting[index]; waiting && nextToSend(waiting) !== null; waiting = this.waiting[index]) {
        this.#send(index, 'both');
      }
    }
  }

  get stored(): AnswerRevision[] {
    return this.history.slice(-1);
  }

  #type(index: number, option: string): void {
    const page = this.pages[index] ?? { said: said(null), over: '0' };
    this.typed[index]?.push(option);
    const typed = { said: said(option), over: this.waiting[index]?.over ?? page.over, served: page.said };
    this.waiting[index] = afterTyping(this.waiting[index] ?? null, { ...typed, question: '', answer: '' }, 0);
  }

  #send(index: number, way: 'both' | 'there' | 'neither'): void {
    const waiting = this.waiting[index] ?? null;
    const next = waiting === null ? null : nextToSend(waiting);
    if (waiting === null || next === null) {
      return;
    }
    this.waiting[index] = whenSent(waiting, next);
    const sending = { who: index, answer: answerOf(next, waiting.over) };
    this.#sent.push(sending);
    const outcome = way === 'neither' ? unknown : this.#arrive(sending);
    if (way === 'both') {
      this.waiting[index] = afterAnswer(this.waiting[index] ?? null, { said: next, over: waiting.over }, outcome);
      if (outcome.kind === 'taken' && outcome.over !== null) {
        this.pages[index] = { said: next, over: outcome.over };
        this.acknowledged.push(JSON.stringify(sending.answer.value));
      }
    }
  }

  #choose(index: number): void {
    const waiting = this.waiting[index];
    const over = String(this.history.length);
    if (waiting?.held === 'changed') {
      this.waiting[index] = { ...waiting, over, held: null, sent: null };
    }
  }

  #arrive({ who: index, answer }: Sending): Outcome {
    const earlier = revisionsToKnow(madeFromOtherRevision([answer], this.stored)).flatMap(({ revision }) =>
      this.history.filter((each) => each.revision === revision),
    );
    const plan = planSave([answer], this.stored, earlier, people[index] ?? null);
    if (plan.kind === 'conflict') {
      return { kind: 'held', held: 'changed' };
    }
    for (const change of plan.changes) {
      this.history.push({ ...change, answeredBy: people[index] ?? null, over: answer.revision });
    }
    const revision = plan.revisions.LD1;
    return { kind: 'taken', over: revision === undefined ? null : String(revision) };
  }
}

const unknown: Outcome = { kind: 'unknown' };

function said(option: string | null): Waiting['said'] {
  return option === null ? [] : [['answer-LD1', option]];
}

function answerOf(fields: Waiting['said'], over: string): SectionFormAnswer {
  const option = fields[0]?.[1];
  const value = option === undefined ? null : { kind: 'option' as const, optionId: option };
  return { questionId: 'LD1', value, comment: '', desired: null, revision: Number(over) };
}

function optionOf({ value }: AnswerRevision): string | null {
  return value?.kind === 'option' ? value.optionId : null;
}

test('whatever is lost, repeated or late, nothing typed is dropped, and nobody writes over another unseen', () => {
  fc.assert(
    fc.property(steps, (taken) => {
      const world = new World();
      for (const step of taken) {
        world.take(step);
      }
      world.settle();
      people.forEach((person, index) => {
        const last = world.typed[index]?.at(-1) ?? null;
        const waiting = world.waiting[index] ?? null;
        const isThere = world.history.some((each) => optionOf(each) === last);
        // What they typed last is stored, or was, or waits for them to choose.
        expect(last === null || isThere || (waiting !== null && isSameAnswer(waiting.said, said(last))), person).toBe(
          true,
        );
        expect(waiting === null || waiting.held === 'changed').toBe(true);
      });
      // Each revision was typed over the one before it, and what was acknowledged is among them.
      expect(world.history.map(({ over }) => over)).toEqual(world.history.map((_, index) => index));
      const kept = world.history.map(({ value }) => JSON.stringify(value));
      expect(world.acknowledged.filter((each) => !kept.includes(each))).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

test('one person alone never clashes, and their last answer stands', () => {
  fc.assert(
    fc.property(steps, (taken) => {
      const world = new World();
      for (const step of taken) {
        world.take('who' in step ? { ...step, who: 0 } : step);
        expect(world.waiting[0]?.held ?? null).toBeNull();
      }
      world.settle();
      const last = world.typed[0]?.at(-1) ?? null;
      expect(world.waiting[0]).toBeNull();
      expect(world.stored.map(optionOf)).toEqual(last === null ? [] : [last]);
    }),
    { numRuns: 1000 },
  );
});
