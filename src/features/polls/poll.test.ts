import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isJustReminded, isPolled, type Poll, pollBeside, stateOn } from './poll.ts';
import { decidePoll, pollStates } from './poll-state.ts';
import { cannotSay, fewestShown, resultOf, type Tally } from './spread.ts';

const choices = ['none', 'some', 'all'];
const comments = [{ id: 'c1', text: 'Written with care' }];
const votes = fc.array(fc.constantFrom(...choices, cannotSay), { maxLength: 30 });

const always = { isRoundOpen: true, isDayLeft: true, isJustReminded: false };

function tallied(cast: readonly string[]): Tally[] {
  return [...choices, cannotSay].map((choice) => ({ choice, votes: cast.filter((each) => each === choice).length }));
}

type Done = { readonly do: 'vote'; readonly choice: string } | { readonly do: 'close' | 'withdraw' };

/** What is seen after each step; null where that is nothing. */
function looksAt(done: readonly Done[]): (string | null)[] {
  let state: (typeof pollStates)[number] = 'open';
  const cast: string[] = [];
  return done.map((each) => {
    const decision = decidePoll(state, each.do, { ...always, reason: 'A mistake' });
    state = decision.kind === 'ok' ? decision.state : state;
    if (decision.kind === 'ok' && each.do === 'vote') {
      cast.push(each.choice);
    }
    const result = resultOf(state, tallied(cast));
    return result.kind === 'shown' ? JSON.stringify([result.spread.answers, [...result.spread.votes]]) : null;
  });
}

describe('what is seen of a poll', () => {
  it('is nothing while it can still grow, and nothing once it is withdrawn', () => {
    fc.assert(
      fc.property(votes, fc.constantFrom('open' as const, 'withdrawn' as const), (cast, state) => {
        expect(resultOf(state, tallied(cast), comments)).toEqual({ kind: state });
      }),
    );
  });

  it('is nothing of fewer than five answers, whoever could not say beside them', () => {
    fc.assert(
      fc.property(votes, (cast) => {
        const answers = cast.filter((each) => each !== cannotSay).length;
        const result = resultOf('closed', tallied(cast), comments);
        if (answers < fewestShown) {
          // The very same whatever was chosen and however many chose it.
          expect(result).toEqual({ kind: 'few' });
        } else {
          expect(result).toMatchObject({
            kind: 'shown',
            spread: { answers, unsaid: cast.length - answers, comments },
          });
        }
      }),
    );
  });

  it('never differs from what was seen before by a single vote: between any two looks either is nothing, or both are the same', () => {
    const looks = fc.array(
      fc.oneof(
        fc.record({ do: fc.constant('vote' as const), choice: fc.constantFrom(...choices, cannotSay) }),
        fc.record({ do: fc.constantFrom('close' as const, 'withdraw' as const) }),
      ),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(looks, (done) => {
        const seen = new Set(looksAt(done).filter((look) => look !== null));
        expect(seen.size).toBeLessThanOrEqual(1);
      }),
    );
  });
});

const step = (
  number: number,
  kind: 'open' | 'remind' | 'close' | 'withdraw',
  state: 'open' | 'closed' | 'withdrawn',
) => ({
  ...{ number, kind, state, reason: '' },
  by: { personId: 'ben', personName: 'Ben' },
  at: new Date(Date.UTC(2016, 0, number, 12)),
});

function poll(state: Poll['steps'][number]['state'], result: Poll['questions'][number]['result']): Poll {
  return {
    ...{ organisationId: 'o1', roundId: 'round', careSetting: 'acute', sectionId: 's', pollId: 'p' },
    text: { id: 'i', version: '1', digest: null },
    ...{ runsUntil: '2016-01-10', message: '', openToken: null, invited: 8, mailed: 8, voted: 6 },
    questions: [{ questionId: 'Q1', result, dissent: null }],
    steps: [step(1, 'open', state)],
  };
}

describe('beside an answer', () => {
  const spread = { answers: 5, unsaid: 0, votes: new Map([['all', 5]]), comments: [] };
  const shown = poll('closed', { kind: 'shown', spread });

  it('stands the poll whose spread is shown, else the latest that was not withdrawn', () => {
    const few = poll('closed', { kind: 'few' });
    const open = poll('open', { kind: 'open' });
    const withdrawn = poll('withdrawn', { kind: 'withdrawn' });
    const beside = (...polls: Poll[]) => pollBeside(polls, 'Q1', '2016-01-05')?.poll ?? null;
    expect(beside(few, shown)).toBe(shown);
    expect(beside(few, open)).toBe(open);
    expect(beside(few, withdrawn)).toBe(few);
    expect(beside(withdrawn)).toBeNull();
    expect(pollBeside([shown], 'Q2', '2016-01-05')).toBeNull();
  });
});

describe('a question', () => {
  const spread = { answers: 5, unsaid: 0, votes: new Map([['all', 5]]), comments: [] };

  it.each([
    ['while it is open', poll('open', { kind: 'open' }), true],
    ['once a spread is shown', poll('closed', { kind: 'shown', spread }), true],
    ['where nothing was shown', poll('closed', { kind: 'few' }), false],
    ['where the poll was withdrawn', poll('withdrawn', { kind: 'withdrawn' }), false],
  ])('can be polled once: %s', (_when, before, isTaken) => {
    expect(isPolled([before], 'Q1', '2016-01-05')).toBe(isTaken);
    expect(isPolled([before], 'Q2', '2016-01-05')).toBe(false);
  });
});

describe('a poll', () => {
  const facts = { isRoundOpen: true, isDayLeft: true, isJustReminded: false, reason: '' };

  it('is closed once its last day is over, written or not', () => {
    expect(pollStates.map((state) => stateOn(state, '2016-01-10', '2016-01-10'))).toEqual([...pollStates]);
    expect(pollStates.map((state) => stateOn(state, '2016-01-10', '2016-01-11'))).toEqual([
      'closed',
      'closed',
      'withdrawn',
    ]);
  });

  it('takes a vote while the round is open and its day is not over', () => {
    expect(decidePoll('open', 'vote', facts)).toEqual({ kind: 'ok', state: 'open' });
    expect(decidePoll('open', 'vote', { ...facts, isDayLeft: false })).toMatchObject({ code: 'day-left' });
    expect(decidePoll('open', 'vote', { ...facts, isRoundOpen: false })).toMatchObject({ code: 'open-round' });
    for (const state of ['closed', 'withdrawn'] as const) {
      expect(decidePoll(state, 'vote', facts)).toMatchObject({ code: 'not-from-this-state' });
    }
  });

  it('is withdrawn with a reason, and reminds at most once a day', () => {
    expect(decidePoll('open', 'withdraw', { ...facts, reason: ' ' })).toMatchObject({ reason: 'Say why' });
    expect(decidePoll('open', 'withdraw', { ...facts, reason: 'Wrong people' })).toMatchObject({ state: 'withdrawn' });
    const steps = [step(1, 'open', 'open'), step(2, 'remind', 'open')] as const;
    expect(isJustReminded({ steps }, new Date('2016-01-03T11:00:00Z'))).toBe(true);
    expect(isJustReminded({ steps }, new Date('2016-01-03T12:00:00Z'))).toBe(false);
    expect(decidePoll('open', 'remind', { ...facts, isJustReminded: true })).toMatchObject({ code: 'not-lately' });
  });
});
