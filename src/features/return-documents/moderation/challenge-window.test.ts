import { expect, it } from 'vitest';
import { realRound } from '../../assessment/testing/real-instrument.ts';
import type { ProgrammePack, Round } from '../../programme/index.ts';
import { challengedBefore, finalOn } from './challenge-window.ts';

const finishedAt = new Date('2018-03-01T23:30:00Z');

async function packWith(resultsOn: string | null) {
  const round: Round = await realRound();
  const steps: Round['steps'] =
    resultsOn === null
      ? []
      : [{ kind: 'set-results-day', resultsOn, at: new Date('2018-01-01T00:00:00Z'), reason: 'So', by: '' } as never];
  const pack: Pick<ProgrammePack, 'challengeDays' | 'resultsPublic' | 'rounds'> = {
    challengeDays: 14,
    resultsPublic: 'when-signed',
    rounds: [{ ...round, steps }],
  };
  return { pack, roundId: round.id };
}

it.each([
  [null, '2018-03-15'],
  ['2018-02-01', '2018-03-15'],
  ['2018-04-20', '2018-04-20'],
])('lasts its days, or until the results of the round are public if that is later: %s', async (resultsOn, before) => {
  const { pack, roundId } = await packWith(resultsOn);
  expect(challengedBefore(pack, roundId, { finishedAt })).toBe(before);
});

it('is final on the day from which it can be challenged no more, unless a challenge is not answered', async () => {
  const { pack, roundId } = await packWith(null);
  const moderation = { finishedAt, isChallenged: false };
  expect(finalOn(pack, '2018-03-14')(roundId, moderation)).toBe(false);
  expect(finalOn(pack, '2018-03-15')(roundId, moderation)).toBe(true);
  expect(finalOn(pack, '2018-06-01')(roundId, { ...moderation, isChallenged: true })).toBe(false);
  expect(finalOn(pack, '2018-06-01')('another', moderation)).toBe(false);
});
