import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datedStates, livesOf } from './dated-states.ts';
import { observe } from './observe.ts';
import type { OrganisationHistory, Sighting } from './organisation-history.ts';
import { cited, nothingKnown, sighting, types } from './testing.fixture.ts';

function historyOf(...sightings: readonly Sighting[]): OrganisationHistory {
  return sightings.reduce((history, seen) => observe(history, seen, types), nothingKnown);
}

/** `from..to name`, a line for each period. */
function shown(history: OrganisationHistory): string[] {
  return datedStates(history, types).map(({ state, from, to }) => `${from ?? ''}..${to ?? ''} ${state.facts.name}`);
}

const named = (name: string, typeId = 'gp-practice') => ({ facts: { name, typeId } });

describe('a history', () => {
  it('begins with the opening, not with the day of the first source', () => {
    expect(shown(historyOf(sighting('2016-02-29')))).toEqual(['2001-04-01.. Vale Surgery']);
  });

  it('shows a new name from the day on which it was first seen', () => {
    const history = historyOf(sighting('2016-02-29'), sighting('2023-12-31', named('Hill Surgery')));
    expect(shown(history)).toEqual(['2001-04-01..2023-12-31 Vale Surgery', '2023-12-31.. Hill Surgery']);
  });

  it('is filled in by an older source, which changes nothing that is newer', () => {
    const history = historyOf(sighting('2023-12-31', named('Hill Surgery')), sighting('2016-02-29'));
    expect(shown(history)).toEqual(['2001-04-01..2023-12-31 Vale Surgery', '2023-12-31.. Hill Surgery']);
  });

  it('takes opening and closing from the newest source', () => {
    const newer = sighting('2023-12-31', { openedOn: '2002-01-01', endedOn: '2019-01-01' });
    expect(shown(historyOf(newer, sighting('2016-02-29')))).toEqual(['2002-01-01..2019-01-01 Vale Surgery']);
  });

  describe('of what was ended here', () => {
    const until = (history: OrganisationHistory, endedOn: string): OrganisationHistory => ({
      ...history,
      lives: history.lives.map((life) => ({ ...life, endedOn, endedBy: 'event' })),
    });
    const ended = until(historyOf(sighting('2016-02-29')), '2016-12-01');

    it('keeps that end against a source of a day before it, and gives way to one of a later day', () => {
      const unaware = observe(ended, sighting('2016-08-31'), types);
      expect(datedStates(unaware, types)).toMatchObject([{ to: '2016-12-01', endedBy: 'event' }]);
      const aware = observe(ended, sighting('2016-08-31', { endedOn: '2016-10-01' }), types);
      expect(datedStates(aware, types)).toMatchObject([{ to: '2016-10-01', endedBy: null }]);
      const later = observe(ended, sighting('2017-02-28'), types);
      expect(datedStates(later, types)).toMatchObject([{ to: null, endedBy: null }]);
    });

    it('keeps the gap before it went on, of which no source knows', () => {
      const seen = sighting('2017-04-01', { openedOn: '2017-04-01' });
      const resumed = observe(ended, seen, types);
      const periods = ['2001-04-01..2016-12-01 Vale Surgery', '2017-04-01.. Vale Surgery'];
      expect(shown(resumed)).toEqual(periods);
      expect(shown(observe(resumed, sighting('2018-01-31'), types))).toEqual(periods);
    });
  });

  it('puts what was first seen after the end on the last day', () => {
    const history = historyOf(
      sighting('2016-02-29'),
      sighting('2023-12-31', { ...named('Hill Surgery'), endedOn: '2019-01-01' }),
    );
    expect(shown(history)).toEqual(['2001-04-01..2018-12-31 Vale Surgery', '2018-12-31..2019-01-01 Hill Surgery']);
  });

  it('begins a new type on the day on which the type was introduced, where that lies between two sightings', () => {
    const history = historyOf(
      sighting('2016-02-29', named('NHS Vale CCG', 'ccg')),
      sighting('2023-12-31', named('NHS Greater Vale ICB - 00A', 'sub-location')),
    );
    expect(shown(history)).toEqual(['2001-04-01..2022-07-01 NHS Vale CCG', '2022-07-01.. NHS Greater Vale ICB - 00A']);
  });

  it('keeps two lives apart, whichever is learnt first', () => {
    const first = sighting('2010-01-01', { endedOn: '2009-04-01' });
    const second = sighting('2016-02-29', { openedOn: '2012-04-01' });
    const periods = ['2001-04-01..2009-04-01 Vale Surgery', '2012-04-01.. Vale Surgery'];
    expect(shown(historyOf(first, second))).toEqual(periods);
    expect(shown(historyOf(second, first))).toEqual(periods);
  });

  const shipped = sighting('2016-06-30', {
    facts: { name: "St. Mary's & Vale Surgery", typeId: 'acute-trust', address: null, phone: null },
    cited: cited({ sourceId: 'shipped', isCurated: true }),
  });
  const plain = { facts: { name: 'ST MARYS AND VALE SURGERY', typeId: 'nhs-trust' } };

  it('carries on what an earlier source says more, in the words of the curated one', () => {
    const file = sighting('2016-02-29', plain);
    for (const history of [historyOf(shipped, file), historyOf(file, shipped)]) {
      const [only, ...others] = history.lives[0]?.states ?? [];
      expect(others).toEqual([]);
      expect(only).toMatchObject({
        facts: { name: "St. Mary's & Vale Surgery", typeId: 'acute-trust', address: '1 High Street' },
        cited: { sourceId: 'file-2016-02-29' },
        seen: ['2016-02-29', '2016-06-30'],
      });
    }
  });

  it('carries nothing back from a later source that says more', () => {
    const file = sighting('2023-12-31', plain);
    for (const history of [historyOf(shipped, file), historyOf(file, shipped)]) {
      expect(history.lives[0]?.states.map(({ facts, seen }) => [seen[0], facts.address])).toEqual([
        ['2016-06-30', null],
        ['2023-12-31', '1 High Street'],
      ]);
    }
  });
});

const days = ['2008-01-01', '2012-06-30', '2016-02-29', '2019-09-30', '2023-12-31'] as const;

/** Sources of different days, as a registry publishes them: an organisation that once closed is closed in later ones too. */
const sources = fc
  .record({
    names: fc.array(fc.constantFrom('Vale', 'Hill', 'Dale'), { minLength: days.length, maxLength: days.length }),
    endedOn: fc.constantFrom(null, '2010-04-01', '2018-04-01'),
    present: fc.subarray([...days], { minLength: 1 }),
  })
  .map(({ names, endedOn, present }) =>
    days.flatMap((day, index) =>
      present.includes(day)
        ? [
            sighting(day, {
              ...named(names[index] ?? ''),
              endedOn: endedOn !== null && endedOn <= day ? endedOn : null,
            }),
          ]
        : [],
    ),
  );

/** Which of several agreeing sources is cited may depend on their order, what they say does not. */
function withoutCitations(history: OrganisationHistory) {
  return datedStates(history, types).map(({ from, to, state: { facts, seen } }) => ({ from, to, facts, seen }));
}

describe('every history', () => {
  it('is the same in whatever order the sources come', () => {
    const inSomeOrder = sources.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(inSomeOrder, ([all, shuffled]) => {
        expect(withoutCitations(historyOf(...shuffled))).toEqual(withoutCitations(historyOf(...all)));
      }),
    );
  });

  it('is left as it was by a source that it knows', () => {
    fc.assert(
      fc.property(sources, fc.nat(), (all, pick) => {
        const history = historyOf(...all);
        const again = all[pick % all.length];
        expect(again === undefined ? null : observe(history, again, types)).toEqual(history);
      }),
    );
  });

  it('has periods that follow each other, and comes back whole from them', () => {
    fc.assert(
      fc.property(sources, (all) => {
        const periods = datedStates(historyOf(...all), types);
        const bounds = periods.flatMap(({ from, to }) => [from ?? '', to ?? '9999']);
        expect(bounds).toEqual(bounds.toSorted());
        expect(datedStates({ ...nothingKnown, lives: livesOf(periods) }, types)).toEqual(periods);
      }),
    );
  });

  it('says on the day of a source what that source says, while the organisation lasted', () => {
    fc.assert(
      fc.property(sources, (all) => {
        const periods = datedStates(historyOf(...all), types);
        for (const { on, facts, endedOn } of all.filter((each) => each.endedOn === null)) {
          const held = periods.find(({ from, to }) => (from ?? '') <= on && (to === null || on < to));
          expect(held?.state.facts.name, `${on} ${endedOn}`).toBe(facts.name);
        }
      }),
    );
  });
});
