import { describe, expect, it } from 'vitest';
import { readDay } from '../../directory/index.ts';
import type { Commitment, Round } from '../../programme/index.ts';
import { homeFigures, runningRound, timeAway, upcomingDates } from './home-view.ts';

const day = readDay({}, { pack: { positionOn: '2016-06-30' }, clock: () => new Date('2016-06-30T12:00:00Z') });
const commitment = (id: string, dueOn: string) => ({ id, dueOn, title: id }) as Commitment;

const words = { one: 'provider', many: 'providers' };

describe('upcomingDates', () => {
  const commitments = [
    commitment('later', '2018-03-31'),
    commitment('past', '2016-06-29'),
    commitment('today', '2016-06-30'),
  ];

  it('lists what is due from that day on, soonest first', () => {
    expect(upcomingDates({ commitments }, [], '2016-06-30', 5).map(({ id }) => id)).toEqual(['today', 'later']);
  });

  it('has the deadlines of rounds among them, but for one that is a commitment', () => {
    const round = (id: string, dueOn: string) => ({ id, label: id, dueOn, steps: [] as Round['steps'] }) as Round;
    const running = [round('own', '2017-03-31'), round('same', '2016-06-30')];
    expect(upcomingDates({ commitments }, running, '2016-06-30', 5).map(({ id }) => id)).toEqual([
      'today',
      'round-own',
      'later',
    ]);
  });

  it('stops at the limit', () => {
    expect(upcomingDates({ commitments }, [], '2015-01-01', 1).map(({ id }) => id)).toEqual(['past']);
  });
});

describe('timeAway', () => {
  it.each([
    ['2016-06-30', 'due that day'],
    ['2016-07-01', 'in 1 day'],
    ['2016-09-30', 'in 3 months'],
    ['2018-03-31', 'in 21 months'],
    ['2020-12-31', 'in 5 years'],
  ])('%s is %s', (to, away) => {
    expect(timeAway('2016-06-30', to)).toBe(away);
  });
});

describe('homeFigures', () => {
  const providers = (first: number, last: number) =>
    Array.from({ length: last - first + 1 }, (_, index) => ({ organisationId: `provider-${first + index}` }));
  const counts = { footprints: 36, footprintsCounted: null, organisations: 602, withOfficialResults: 0 };

  it('leaves out what is not asked for, and never shows it as nought', () => {
    const figures = homeFigures(counts, { assessed: null, words, published: [], isPlanned: false }, day);
    expect(figures.map(({ label }) => label)).toEqual(['footprints recorded', 'organisations']);
    const labels = (record: { published: unknown[]; isPlanned: boolean }) =>
      homeFigures(counts, { assessed: null, words, ...record }, day).map(({ value, label }) => `${value} ${label}`);
    expect(labels({ published: [], isPlanned: true })).toContain('0 roadmaps published');
    expect(labels({ published: ['one'], isPlanned: false })).toContain('1 roadmap published');
  });

  it('counts those of whom others have published results, where there are any', () => {
    const record = { assessed: null, words, published: [], isPlanned: false };
    expect(homeFigures({ ...counts, withOfficialResults: 246 }, record, day)[2]).toMatchObject({
      value: '246',
      label: 'of them with official results',
    });
  });

  it('says out of how many footprints, where the programme counted them', () => {
    const [footprints] = homeFigures(
      { ...counts, footprintsCounted: 73 },
      { assessed: null, words, published: [], isPlanned: true },
      day,
    );
    expect(footprints).toMatchObject({ value: '36', label: 'of 73 footprints documented' });
  });

  it('says out of how many providers were assessed', () => {
    const round = { opensOn: '2015-11-01', dueOn: '2016-06-30', steps: [] as Round['steps'] } as Round;
    const asked = providers(1, 238);
    const record = {
      words,
      assessed: { round, submitted: [], asked, recordedOn: '2016-06-30' },
      published: ['one'],
      isPlanned: true,
    };
    expect(homeFigures(counts, record, day).slice(2)).toMatchObject([
      { value: '0', label: 'of 238 providers assessed' },
      { value: '1', label: 'roadmap published', href: '/footprints?stage=published' },
    ]);
    const later = readDay({}, { pack: { positionOn: '2016-07-01' }, clock: () => new Date('2016-06-30T12:00:00Z') });
    const answered = { ...record, assessed: { ...record.assessed, submitted: providers(1, 2) } };
    expect(homeFigures(counts, answered, later)[2]).toMatchObject({
      value: '2',
      label: 'of 238 providers assessed, due 30 June 2016',
    });
  });

  it('leaves out a round that is over and of which nothing is recorded here', () => {
    const round = { opensOn: '2015-11-01', dueOn: '2016-06-30', steps: [] as Round['steps'] } as Round;
    const assessed = { round, submitted: [], asked: providers(1, 238), recordedOn: '2016-07-01' };
    const later = readDay({}, { pack: { positionOn: '2016-07-01' }, clock: () => new Date('2016-06-30T12:00:00Z') });
    const labels = homeFigures(counts, { words, assessed, published: [], isPlanned: false }, later).map(
      ({ label }) => label,
    );
    expect(labels.some((label) => label.includes('assessed'))).toBe(false);
  });

  it('says when a round opens that has not, and counts nobody in it', () => {
    const round = { opensOn: '2016-07-01', dueOn: '2016-09-30', steps: [] as Round['steps'] } as Round;
    const record = {
      words,
      assessed: { round, submitted: [], asked: providers(1, 238), recordedOn: '2016-06-30' },
      published: [],
      isPlanned: true,
    };
    expect(homeFigures(counts, record, day)[2]).toMatchObject({
      value: '1 July 2016',
      label: 'is when providers begin to assess themselves',
    });
    const assessed = { ...record.assessed, recordedOn: '2016-10-01' };
    expect(homeFigures(counts, { ...record, assessed }, day)[2]?.label).toBe('of 238 providers assessed');
  });

  it('counts among those asked whoever submitted and has ended since, so that never more answer than were asked', () => {
    const round = { opensOn: '2015-11-01', dueOn: '2016-06-30', steps: [] as Round['steps'] } as Round;
    const assessed = { round, submitted: providers(1, 234), asked: providers(33, 234), recordedOn: '2016-06-30' };
    expect(
      homeFigures(
        counts,
        { assessed, words: { one: 'organisation', many: 'organisations' }, published: [], isPlanned: true },
        day,
      )[2],
    ).toMatchObject({
      value: '234',
      label: 'of 234 organisations assessed',
    });
  });
});

describe('a round that runs', () => {
  const days = { opensOn: '2016-04-01', dueOn: '2016-06-30', steps: [] as Round['steps'] };
  const planning = { id: 'p', kind: 'roadmap', label: 'Plan', ...days } as Round;
  const baseline = { id: 'a', kind: 'assessment', label: 'Assessment', ...days, opensOn: '2016-05-01' } as Round;

  it('says what its baseline waits for, as long as that has not begun', () => {
    expect(runningRound(planning, null, words, '2016-04-30').until).toMatch(/^Footprints write .* \(61 days left\)\.$/);
    expect(runningRound(planning, baseline, words, '2016-04-30').until).toMatch(
      /left\)\. Their baseline is “Assessment”, which opens on 1 May 2016\.$/,
    );
    expect(runningRound(planning, baseline, words, '2016-05-01').until).not.toContain('baseline');
  });
});
