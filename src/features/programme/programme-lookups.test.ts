import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseProgrammePack } from './parse-programme-pack.ts';
import type { ProgrammePack } from './programme.ts';
import {
  assessmentRounds,
  capabilityGroup,
  currentAssessmentRound,
  findRound,
  getRound,
  getSection,
  instrumentOfRound,
  organisationType,
  planningRound,
  questionsFor,
  resultsRound,
  runningRounds,
  scaleOf,
  sectionQuestions,
  sectionsOf,
  UnknownProgrammeIdError,
  universalCapability,
} from './programme-lookups.ts';
import type { Round } from './round.ts';
import { dueOnFor, roundState } from './round-state.ts';
import { SMALL_PACK } from './small-pack.fixture.ts';

function smallPack(): ProgrammePack {
  const parsed = parseProgrammePack(SMALL_PACK);
  if (parsed.kind !== 'ok') {
    throw new Error('the small pack is faulty');
  }
  return parsed.pack;
}

const pack = smallPack();
const instrument = instrumentOfRound(pack, 'first');
const section = getSection(instrument, 'records');
const step = { reason: 'So', at: new Date(0), by: 'Pat' };
const resultsOn = (day: string) => ({ kind: 'set-results-day', number: 1, resultsOn: day, ...step }) as const;

describe('programme lookups', () => {
  it('finds rounds', () => {
    expect(findRound(pack, 'plan')?.kind).toBe('roadmap');
    expect(findRound(pack, 'none')).toBeUndefined();
    expect(getRound(pack, 'first').dueOn).toBe('2016-01-15');
    expect(assessmentRounds(pack).map(({ id }) => id)).toEqual(['first']);
    expect(planningRound(pack, '2016-05-01')?.id).toBe('plan');
  });

  it.each([
    ['2015-01-01', 'first', 'first'],
    ['2015-12-01', 'first', 'first'],
    ['2016-06-01', 'first', 'first'],
    ['2016-11-01', 'again', 'first'],
    ['2017-01-15', 'again', 'first'],
    ['2017-01-16', 'again', 'again'],
  ])('on %s works on the round “%s” and shows the results of “%s”', (today, worked, shown) => {
    const first = getRound(pack, 'first');
    const rounds = [{ ...first, id: 'again', opensOn: '2016-11-01', dueOn: '2017-01-15' }, first];
    expect(currentAssessmentRound({ ...pack, rounds }, today)?.id).toBe(worked);
    expect(resultsRound({ ...pack, rounds }, today)?.id).toBe(shown);
  });

  it('leaves what came with a programme that is over, once one was planned here, even where that is closed', () => {
    const first = getRound(pack, 'first');
    const closed = { kind: 'close' as const, number: 1, reason: 'Over', at: new Date(0), by: 'A' };
    const own = { ...first, id: 'own', opensOn: '2026-11-01', dueOn: '2026-12-01', isPlannedHere: true };
    const worked = (rounds: Round[]) =>
      currentAssessmentRound({ ...pack, rounds, endedOn: '2017-12-31' }, '2026-11-29')?.id;
    expect(worked([first])).toBe('first');
    expect(worked([first, { ...own, steps: [closed] }])).toBe('own');
    const extended = { kind: 'extend' as const, scope: { kind: 'all' as const, id: '', name: '' } };
    const step = { ...extended, dueOn: '2026-12-24', number: 1, reason: 'Again', at: new Date(0), by: 'A' };
    expect(
      worked([
        { ...first, steps: [step] },
        { ...own, steps: [closed] },
      ]),
    ).toBe('first');
  });

  it.each([
    ['2017-01-31', 'first'],
    ['2017-02-01', 'again'],
  ])('shows results of a round from the day that is set for them: on %s those of “%s”', (today, shown) => {
    const first = getRound(pack, 'first');
    const again = {
      ...first,
      id: 'again',
      opensOn: '2016-11-01',
      dueOn: '2017-01-15',
      steps: [resultsOn('2017-02-01')],
    };
    expect(resultsRound({ ...pack, rounds: [again, first] }, today)?.id).toBe(shown);
  });

  it.each([
    ['2015-01-01', []],
    ['2016-01-15', ['first']],
    ['2016-01-16', []],
  ])('has on %s these rounds that run: %j', (today, running) => {
    expect(runningRounds({ rounds: [getRound(pack, 'first')] }, today).map(({ id }) => id)).toEqual(running);
  });

  it('has no round to work on where there is none', () => {
    expect(currentAssessmentRound({ ...pack, rounds: [] }, '2016-01-01')).toBeUndefined();
    expect(resultsRound({ ...pack, rounds: [] }, '2016-01-01')).toBeUndefined();
    expect(planningRound({ ...pack, rounds: [] }, '2016-01-01')).toBeUndefined();
  });

  it('takes the newest roadmap round and lists assessment rounds oldest first', () => {
    const [first, plan] = pack.rounds;
    if (!first || !plan) {
      throw new Error('two rounds expected');
    }
    const rounds = [
      { ...plan, id: 'later', opensOn: '2017-04-01' },
      plan,
      { ...first, id: 'again', opensOn: '2016-11-01' },
      first,
    ];
    expect(planningRound({ ...pack, rounds }, '2018-01-01')?.id).toBe('later');
    expect(assessmentRounds({ ...pack, rounds }).map(({ id }) => id)).toEqual(['first', 'again']);
  });

  const closed = { kind: 'close', number: 1, ...step } as const;
  const extended = (id: string, dueOn: string) =>
    ({ kind: 'extend', number: 1, scope: { kind: 'footprint', id, name: id }, dueOn, ...step }) as const;

  it.each<[string, string, Partial<Round>, Partial<Round>, string, string]>([
    ['the first to open, before any has', '2016-01-01', {}, {}, '', 'plan'],
    ['the only one that has opened', '2016-08-01', {}, {}, '', 'plan'],
    ['the newer from its day', '2017-04-01', {}, {}, '', 'newer'],
    ['the newer when all deadlines have passed', '2020-01-01', {}, {}, '', 'newer'],
    ['the older, which is late, once the newer is closed', '2020-01-01', {}, { steps: [closed] }, '', 'plan'],
    ['the newer of two that are closed', '2020-01-01', { steps: [closed] }, { steps: [closed] }, '', 'newer'],
    ['the one that is closed, while the other has not opened', '2017-03-31', { steps: [closed] }, {}, '', 'plan'],
    ['the older while it alone has time left', '2017-05-01', { dueOn: '2018-01-01' }, { steps: [closed] }, '', 'plan'],
    ['the older for whom it was extended', '2018-01-01', { steps: [extended('a', '2019-01-01')] }, {}, 'a', 'plan'],
    ['the newer for everybody else', '2018-01-01', { steps: [extended('a', '2019-01-01')] }, {}, 'b', 'newer'],
    ['the newer, where both have time left', '2017-05-01', { dueOn: '2019-01-01' }, {}, '', 'newer'],
  ])('works in %s', (_case, today, older, newer, placeId, found) => {
    const plan = getRound(pack, 'plan');
    const rounds = [
      { ...plan, id: 'newer', opensOn: '2017-04-01', dueOn: '2017-06-30', ...newer },
      { ...plan, ...older },
    ];
    expect(planningRound({ ...pack, rounds }, today, new Set([placeId]))?.id).toBe(found);
  });

  const anyRound = fc.record({
    opensOn: fc.constantFrom('2016-04-01', '2017-04-01', '2018-04-01'),
    dueOn: fc.constantFrom('2018-06-30', '2019-06-30'),
    steps: fc.constantFrom<Round['steps']>([], [closed], [extended('a', '2020-06-30')]),
  });

  it('never works in a round while there is one that comes before it', () => {
    const today = '2019-01-01';
    const rank = (round: Round) => {
      const isOpen = roundState(round, today) === 'open';
      const hasTime = isOpen && dueOnFor(round, new Set(['a'])) >= today;
      return `${Number(hasTime)}${Number(isOpen)} ${round.opensOn}`;
    };
    fc.assert(
      fc.property(fc.array(anyRound, { minLength: 1, maxLength: 5 }), (some) => {
        const rounds = some.map((round, place) => ({ ...getRound(pack, 'plan'), ...round, id: `${place}` }));
        const found = planningRound({ ...pack, rounds }, today, new Set(['a']));
        expect(found && rank(found)).toBe(rounds.map(rank).toSorted().at(-1));
        const assessed = rounds.map((round) => ({ ...round, kind: 'assessment' as const }));
        const everybody = planningRound({ ...pack, rounds }, today);
        expect(currentAssessmentRound({ ...pack, rounds: assessed }, today)?.id).toBe(everybody?.id);
      }),
    );
  });

  it('finds the instrument of an assessment round and of the baseline of a roadmap round', () => {
    expect(instrument.id).toBe('maturity');
    expect(instrumentOfRound(pack, 'plan')).toBe(instrument);
  });

  it('gives a care setting its own questions only', () => {
    expect(sectionsOf(instrument)).toEqual([section]);
    expect(sectionQuestions(section, 'acute').map(({ id }) => id)).toEqual(['R1', 'R3']);
    expect(questionsFor(instrument, 'ambulance').map(({ id }) => id)).toEqual(['R1', 'R2', 'R3']);
  });

  it('finds the scale of a question', () => {
    expect(questionsFor(instrument, 'acute').map((question) => scaleOf(instrument, question).id)).toEqual([
      'agreement',
      'note',
    ]);
  });

  it('finds groups, universal capabilities and organisation types', () => {
    expect(capabilityGroup(pack, 'records').label).toBe('Records');
    expect(universalCapability(pack, 'A').group).toBe('records');
    expect(organisationType(pack, 'council').assessed).toBe(false);
  });

  it.each([
    [() => getRound(pack, 'x'), 'the programme "small" has no round "x"'],
    [() => instrumentOfRound(pack, 'x'), 'the programme "small" has no round "x"'],
    [() => getSection(instrument, 'x'), 'the instrument "maturity" has no section "x"'],
    [() => capabilityGroup(pack, 'x'), 'the programme "small" has no capability group "x"'],
    [() => universalCapability(pack, 'x'), 'the programme "small" has no universal capability "x"'],
    [() => organisationType(pack, 'x'), 'the programme "small" has no organisation type "x"'],
  ])('throws on an unknown id (%#)', (lookUp, message) => {
    expect(lookUp).toThrow(new UnknownProgrammeIdError(message));
  });
});
