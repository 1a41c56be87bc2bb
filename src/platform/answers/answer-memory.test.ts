import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AnswerMemory, type Moment } from './answer-memory.ts';

interface Text {
  readonly text: string;
  bytes: number;
}

const now: Moment = { revision: 1, day: '2016-06-30' };
const changed: Moment = { ...now, revision: 2 };
const answer = (text: string, bytes = 10): Text => ({ text, bytes });

function keep(memory: AnswerMemory<Text>, address: string, kept: Text, at = now): void {
  memory.begin(address, at).finish({ answer: kept });
}

describe('what is kept', () => {
  it('is found at its address until something changes or the day ends', () => {
    for (const later of [changed, { ...now, day: '2016-07-01' }]) {
      const memory = new AnswerMemory<Text>(1000);
      keep(memory, '/', answer('home'));
      expect(memory.find('/', now)?.text).toBe('home');
      expect(memory.find('/other', now)).toBeNull();
      expect(memory.find('/', later)).toBeNull();
      // Even at the moment of before: what was forgotten stays so.
      expect(memory.find('/', now)).toBeNull();
      expect([memory.size, memory.bytes]).toEqual([0, 0]);
    }
  });

  it('is for nobody when it was begun before a change', async () => {
    const memory = new AnswerMemory<Text>(1000);
    const before = memory.begin('/', now);
    expect(memory.underWay('/', changed)).toBeNull();
    const after = memory.begin('/', changed);
    before.finish({ answer: answer('old') });
    expect(memory.find('/', changed)).toBeNull();
    expect(memory.underWay('/', changed)).toBe(after);
    after.finish({ answer: answer('new') });
    expect(memory.find('/', changed)?.text).toBe('new');
    // Who asked before the change is answered all the same.
    expect(await before.finished).toMatchObject({ answer: { text: 'old' } });
  });

  it('is shared by those who ask while it is made', async () => {
    const memory = new AnswerMemory<Text>(1000);
    const beginning = memory.begin('/', now);
    const joined = memory.underWay('/', now);
    beginning.finish({ answer: answer('home') });
    beginning.finish('abandoned');
    expect(await joined?.finished).toMatchObject({ answer: { text: 'home' } });
    expect(memory.underWay('/', now)).toBeNull();
  });

  it('is nothing when the answer was for one person, or came to nothing', async () => {
    const memory = new AnswerMemory<Text>(1000);
    for (const outcome of ['own', 'abandoned'] as const) {
      const beginning = memory.begin('/', now);
      beginning.finish(outcome);
      expect(await beginning.finished).toBe(outcome);
      expect(memory.find('/', now)).toBeNull();
    }
  });
});

describe('too many bytes', () => {
  it('push out what was asked for longest ago', () => {
    const memory = new AnswerMemory<Text>(40);
    for (const address of ['/a', '/b', '/c', '/d']) {
      keep(memory, address, answer(address));
    }
    expect(memory.find('/a', now)?.text).toBe('/a');
    keep(memory, '/e', answer('/e'));
    expect(memory.find('/b', now)).toBeNull();
    expect(memory.find('/a', now)?.text).toBe('/a');
    expect(memory.bytes).toBe(40);
  });

  it('are counted again when an answer has grown', () => {
    const memory = new AnswerMemory<Text>(40);
    const [one, other] = [answer('one'), answer('other')];
    keep(memory, '/one', one);
    keep(memory, '/other', other);
    other.bytes = 35;
    memory.recount('/other');
    memory.recount('/unknown');
    expect(memory.find('/one', now)).toBeNull();
    expect([memory.size, memory.bytes]).toEqual([1, 35]);
  });

  it('of one answer are not kept at all', () => {
    const memory = new AnswerMemory<Text>(40);
    keep(memory, '/a', answer('/a'));
    keep(memory, '/large', answer('/large', 11));
    expect([memory.size, memory.bytes]).toEqual([1, 10]);
    const none = new AnswerMemory<Text>(0);
    keep(none, '/a', answer('/a'));
    expect(none.size).toBe(0);
  });
});

it('never holds more than it may, nor an answer of another moment', () => {
  const step = fc.record({
    address: fc.constantFrom('/a', '/b', '/c', '/d', '/e'),
    bytes: fc.integer({ min: 1, max: 40 }),
    isChange: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const memory = new AnswerMemory<Text>(100);
      let revision = 0;
      for (const { address, bytes, isChange } of steps) {
        revision += isChange ? 1 : 0;
        const at = { revision, day: '2016-06-30' };
        const found = memory.find(address, at);
        expect(found?.text ?? String(revision)).toBe(String(revision));
        if (found === null) {
          keep(memory, address, answer(String(revision), bytes), at);
        } else {
          found.bytes += 1;
          memory.recount(address);
        }
        expect(memory.bytes).toBeLessThanOrEqual(100);
        expect(memory.bytes >= 0).toBe(true);
      }
    }),
  );
});
