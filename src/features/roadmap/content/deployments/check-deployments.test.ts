import { describe, expect, it } from 'vitest';
import { aDeployment, aMoneyLine, baselines, members, pack } from '../../testing/northvale.ts';
import { checkDeployments } from './check-deployments.ts';
import type { Deployment } from './deployment.ts';

const warnings = (...rows: Deployment[]) =>
  checkDeployments(rows, { pack, members, baselines }).warnings.map(({ code, subject, message }) => ({
    code,
    subject,
    message,
  }));

const row = (id: string, changes: Partial<Deployment> = {}) =>
  aDeployment({ id, title: id, starts: null, money: [aMoneyLine()], ...changes });

const dependency = (subject: string, reason: string) => ({
  code: 'deployment-dependency',
  subject,
  message: `Look again at what “${subject}” depends on: ${reason}`,
});

describe('what a deployment depends on', () => {
  it('may come before it, be live with it, or have no time', () => {
    expect(
      warnings(
        row('a', { goesLive: '2017/18', dependsOn: ['b', 'c', 'd'] }),
        row('b', { goesLive: '2017-06' }),
        row('c', { goesLive: '2018-03-31' }),
        row('d', { goesLive: null }),
      ),
    ).toEqual([]);
  });

  it('is asked about where it is later, stopped or gone', () => {
    const found = warnings(
      row('a', { goesLive: '2017/18 Q2', dependsOn: ['b', 'c', 'd', 'e'] }),
      row('b', { goesLive: '2017-10' }),
      row('c', { goesLive: '2016/17', status: 'stopped' }),
    );
    expect(found).toEqual([
      dependency(
        'a',
        '“c” is stopped, “b” is to be live later and 2 deployments it names are not in the schedule any more',
      ),
    ]);
  });

  it('is asked about where it leads back, over however many others', () => {
    const circle = [row('a', { dependsOn: ['b'] }), row('b', { dependsOn: ['c'] }), row('c', { dependsOn: ['a'] })];
    const reason = 'it depends on itself, over others';
    expect(warnings(...circle, row('d', { dependsOn: ['a'] }))).toEqual(
      ['a', 'b', 'c'].map((id) => dependency(id, reason)),
    );
  });

  it('does not matter once it is stopped itself', () => {
    expect(warnings(row('a', { status: 'stopped', dependsOn: ['a', 'gone'] }))).toEqual([]);
  });
});

describe('the money of a deployment', () => {
  const codes = (changes: Partial<Deployment>) => warnings(row('a', changes)).map(({ code }) => code);

  it('has a source where it is there or bid for', () => {
    expect(codes({ money: [aMoneyLine({ source: '', state: 'secured' })] })).toEqual([
      'deployment-money-without-source',
    ]);
    expect(codes({ money: [aMoneyLine({ source: '', state: 'gap' }), aMoneyLine({ source: '', pounds: 0 })] })).toEqual(
      [],
    );
  });

  it('is stated as long as there is something to do', () => {
    expect(codes({ money: [] })).toEqual(['deployment-without-money']);
    expect(codes({ money: [], status: 'live' })).toEqual([]);
    expect(codes({ money: [aMoneyLine({ pounds: null })] })).toEqual([]);
  });

  it('is stated for each year in which it is under way', () => {
    const years = (...stated: (string | null)[]) => stated.map((year) => aMoneyLine({ year }));
    const time = { starts: '2016-05', goesLive: '2018/19 Q1' };
    expect(warnings(row('a', { ...time, money: years('2017/18') }))).toMatchObject([
      { code: 'deployment-year-without-money', message: expect.stringContaining('costs in 2016/17 and 2018/19') },
    ]);
    expect(codes({ ...time, money: years('2016/17', '2017/18', '2018/19') })).toEqual([]);
    expect(codes({ ...time, money: years(null) })).toEqual([]);
  });
});
