import { beforeAll, describe, expect, test } from 'vitest';
import { dayOf } from '../../platform/days.ts';
import { type Instrument, instrumentOfRound, readProgrammePack } from '../programme/index.ts';
import { checkCompleteness, isReadyForAuthorisation } from '../scoring/answers/completeness.ts';
import { progressUnderWay } from './assessment-progress.ts';
import type { UnderWay } from './illustration.ts';
import { illustrativeAnswers } from './illustrative-answers.ts';
import { illustratedRound } from './testing/shipped-illustration.ts';

const underWay: UnderWay = {
  from: '2017-10-16',
  to: '2017-11-29',
  shares: { submitted: 0.7, 'awaiting-authorisation': 0.1, 'in-progress': 0.1 },
  placed: { 'trust-0': 'not-started', 'trust-1': 'in-progress', 'trust-2': 'awaiting-authorisation' },
};

const providers = Array.from({ length: 200 }, (_, index) => ({
  organisationId: `trust-${index}`,
  careSetting: index % 2 === 0 ? 'acute' : 'ambulance',
}));

describe('how far a round has come that is not over', () => {
  let instrument: Instrument;
  let found: ReadonlyMap<string, ReturnType<typeof progressUnderWay>>;

  beforeAll(async () => {
    instrument = instrumentOfRound(await readProgrammePack('programmes/england-ldr'), 'dmsa-2017');
    const answers = illustrativeAnswers(instrument, providers, await illustratedRound('dmsa-2017'));
    const progressOf = (provider: (typeof providers)[number]) =>
      progressUnderWay(instrument, provider, answers.get(provider.organisationId) ?? [], { seed: 1, underWay });
    found = new Map(providers.map((provider) => [provider.organisationId, progressOf(provider)]));
  });

  test('is drawn by the shares, save where somebody is placed', () => {
    const states = [...found.values()].map((progress) => progress?.state ?? 'not-started');
    expect(states.slice(0, 3)).toEqual(['not-started', 'in-progress', 'awaiting-authorisation']);
    const shareOf = (state: string) => states.filter((each) => each === state).length / states.length;
    expect(Math.abs(shareOf('submitted') - 0.7)).toBeLessThan(0.1);
    for (const state of ['awaiting-authorisation', 'in-progress', 'not-started']) {
      expect(shareOf(state), state).toBeGreaterThan(0.04);
    }
  });

  test('what is sent or waits is whole, and what is still answered is neither whole nor nothing', () => {
    for (const { organisationId, careSetting } of providers) {
      const progress = found.get(organisationId);
      if (progress != null) {
        const completeness = checkCompleteness(instrument, careSetting, progress.answers);
        expect(isReadyForAuthorisation(completeness)).toBe(progress.state !== 'in-progress');
        expect(completeness.done).toBeGreaterThan(0);
      }
    }
  });

  test('every day lies in the round so far, and one thing comes after the other', () => {
    for (const progress of found.values()) {
      const times = [progress?.answeredAt, progress?.requestedAt, progress?.submittedAt].filter((at) => at != null);
      const days = times.map(dayOf);
      expect(days).toEqual([...new Set(days)].toSorted());
      expect(days.every((day) => day >= underWay.from && day <= underWay.to)).toBe(true);
      const isSent = progress?.state === 'submitted';
      expect([isSent, isSent || progress?.state === 'awaiting-authorisation']).toEqual([
        progress?.submittedAt != null,
        progress?.requestedAt != null,
      ]);
    }
  });
});
