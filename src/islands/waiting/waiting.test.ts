import { describe, expect, test } from 'vitest';
import { parseWaiting } from './parse-waiting.ts';
import {
  afterAnswer,
  afterTyping,
  forgottenAt,
  hasWaitedTooLong,
  nextToSend,
  type TypedAnswer,
  type Waiting,
  whenSent,
  whenServed,
} from './waiting.ts';
import { lineOf, waitingWords, whatToDo } from './waiting-words.ts';

const said = (option: string) => [['answer-LD1', option]] as const;
const words = { question: 'LD1. Who leads?', answer: 'Mostly agree' };

function typed(option: string, over = '1', served: string | null = 'low'): TypedAnswer {
  return { said: said(option), over, served: served === null ? null : said(served), ...words };
}

function waits(option: string, more: Partial<Waiting> = {}): Waiting {
  return { said: said(option), over: '1', sent: null, since: 1000, held: null, ...words, ...more };
}

describe('typing', () => {
  test('begins to wait, and waits since the first letter', () => {
    expect(afterTyping(null, typed('high'), 1000)).toEqual(waits('high'));
    expect(afterTyping(waits('high'), typed('middle'), 2000)).toEqual(waits('middle'));
  });

  test('what is stored waits for nothing, unless something else may have arrived', () => {
    expect(afterTyping(waits('high'), typed('low'), 2000)).toBeNull();
    expect(afterTyping(waits('high', { sent: said('high') }), typed('low'), 2000)).toEqual(
      waits('low', { sent: said('high') }),
    );
    expect(afterTyping(null, typed('low', '1', null), 1000)).toEqual(waits('low'));
  });

  test('over both answers of a clash it is sent again by itself', () => {
    expect(afterTyping(waits('high', { held: 'changed' }), typed('middle', '2', null), 2000)).toEqual(
      waits('middle', { over: '2' }),
    );
  });
});

describe('sending', () => {
  test('what may have arrived goes first, and what is held not at all', () => {
    expect(nextToSend(waits('high'))).toEqual(said('high'));
    expect(nextToSend(waits('high', { sent: said('middle') }))).toEqual(said('middle'));
    expect(nextToSend(waits('high', { held: 'locked' }))).toBeNull();
  });

  const sent = { said: said('high'), over: '1' };

  test('what is taken waits no more, and what was typed meanwhile goes over it', () => {
    const underWay = whenSent(waits('high'), said('high'));
    expect(afterAnswer(underWay, sent, { kind: 'taken', over: '2' })).toBeNull();
    const meanwhile = waits('middle', { sent: said('high') });
    expect(afterAnswer(meanwhile, sent, { kind: 'taken', over: '2' })).toEqual(waits('middle', { over: '2' }));
    expect(afterAnswer(meanwhile, sent, { kind: 'taken', over: null })).toEqual(waits('middle'));
  });

  test('what is refused waits for its writer, and what was typed meanwhile has a try of its own', () => {
    const held = { kind: 'held', held: 'changed' } as const;
    expect(afterAnswer(waits('high', { sent: said('high') }), sent, held)).toEqual(waits('high', { held: 'changed' }));
    expect(afterAnswer(waits('middle', { sent: said('high') }), sent, held)).toEqual(waits('middle'));
  });

  test('no answer leaves all as it is, and so does one to what was typed over another revision', () => {
    const underWay = waits('high', { sent: said('high') });
    expect(afterAnswer(underWay, sent, { kind: 'unknown' })).toBe(underWay);
    const chosen = waits('high', { over: '2' });
    expect(afterAnswer(chosen, sent, { kind: 'held', held: 'changed' })).toBe(chosen);
    expect(afterAnswer(null, sent, { kind: 'held', held: 'changed' })).toBeNull();
  });
});

test('a form that comes again with the same has it stored; one that is open again has its writer look', () => {
  expect(whenServed(waits('high'), said('high'))).toBeNull();
  expect(whenServed(waits('high'), said('low'))).toEqual(waits('high'));
  expect(whenServed(waits('high', { held: 'locked' }), said('low'))).toEqual(waits('high', { held: 'open again' }));
});

test('is forgotten after two weeks', () => {
  expect(hasWaitedTooLong({ since: 1000 }, forgottenAt(1000))).toBe(false);
  expect(hasWaitedTooLong({ since: 1000 }, forgottenAt(1000) + 1)).toBe(true);
});

describe('in words', () => {
  const failure = { status: null, code: '' };

  test('how many, since when, why and until when', () => {
    const since = Date.parse('2026-03-01T10:00:00');
    const { heading, text } = waitingWords(
      [waits('high', { since }), waits('low', { since: since + 1 })],
      failure,
      false,
    );
    expect(heading).toBe('2 answers wait in this browser');
    expect(text).toMatch(/^Not saved since 1 March 2026 at 10:00\. The service cannot be reached: .*15 March 2026/);
  });

  test('on signing out, that they are removed', () => {
    expect(waitingWords([waits('high')], null, true).text).toContain('Signing out removes what waits');
  });

  test('what has come too late is kept, with what to do', () => {
    expect(waitingWords([waits('high', { held: 'locked' })], null, false).text).toContain('1 needs you to look at it');
    expect(whatToDo('locked')).toContain('ask your coordinator to have the answers sent back');
  });

  test.each([
    [failure, null, 'the service cannot be reached', '1 answer waits in this browser'],
    [null, 'changed', 'somebody else has changed this', 'see both texts'],
    [null, 'locked', 'not open to your answers any more', 'What you typed is kept'],
    [null, 'open again', 'could not be taken then', 'use the save button'],
  ] as const)('under the form', (because, held, ...told) => {
    for (const part of told) {
      expect(lineOf([waits('high', { held })], because)).toContain(part);
    }
  });
});

describe('storage', () => {
  test('gives back what was put there, and nothing of what is broken', () => {
    const waiting = waits('high', { sent: said('low'), held: 'wrong' });
    expect(parseWaiting(JSON.parse(JSON.stringify(waiting)))).toEqual(waiting);
    for (const broken of [null, 7, 'text', {}, { said: [null] }, { since: 1e300 }, { held: 'else' }, { over: 1 }]) {
      expect(
        parseWaiting(typeof broken === 'object' && broken !== null ? { ...waiting, ...broken, sent: 5 } : broken),
      ).toBeNull();
    }
    for (const broken of [{ said: [null] }, { since: 1e300 }, { held: 'else' }, { over: 1 }]) {
      expect(parseWaiting({ ...waiting, ...broken })).toBeNull();
    }
  });
});
