import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moneyTotals } from '../content/deployments/money.ts';
import { scheduleOf } from '../content/deployments/schedule.ts';
import { freezeDocument } from '../documents/freeze-document.ts';
import { content } from '../testing/arbitraries.ts';
import { aContent, aDeployment, aFreezeInput, aMoneyLine } from '../testing/northvale.ts';
import { consequences } from './consequences.ts';
import { moneyByCapability, moneyByGroup, moneyByOrganisation, moneyBySource, moneyOfYears } from './money-by.ts';
import { parseWhatIf } from './parse-what-if.ts';
import { asPlanned, isAsPlanned, sourcesOf, suppose, type WhatIf } from './what-if.ts';

const documentWith = (changes: Parameters<typeof aContent>[0]) =>
  freezeDocument(aFreezeInput({ content: aContent(changes) }));

const document = documentWith({
  deployments: [
    aDeployment({ id: 'wards', title: 'Prescribing', organisationIds: ['org-2'], supports: ['I'] }),
    aDeployment({
      id: 'portal',
      title: 'Shared record',
      groupId: 'records',
      organisationIds: ['org-2', 'org-3'],
      status: 'live',
      supports: [],
      dependsOn: ['wards', 'old'],
      money: [aMoneyLine({ year: null, pounds: 100_000, source: ' own  Capital ', state: 'secured' })],
    }),
    aDeployment({
      id: 'old',
      title: 'Fax server',
      groupId: 'records',
      status: 'stopped',
      money: [aMoneyLine({ pounds: 9_000_000, source: 'Nobody', state: 'gap' })],
    }),
  ],
});
const rows = scheduleOf(document) ?? [];
const totalsOf = (whatIf: Partial<WhatIf>) =>
  moneyTotals(suppose(rows, { ...asPlanned, ...whatIf }).flatMap(({ money }) => money));
const short = (rowsOf: readonly { readonly label: string; readonly pounds: number }[]) =>
  rowsOf.map(({ label, pounds }) => [label, pounds]);

describe('the money of a plan', () => {
  const planned = suppose(rows, asPlanned);

  it('leaves out what is stopped, and takes a source for the same however it was typed', () => {
    expect(short(moneyBySource(planned))).toEqual([
      ['Own capital', 2_500_000],
      ['Own revenue', 150_000],
    ]);
    expect(sourcesOf(planned).map(({ label }) => label)).toEqual(['Own capital', 'Own revenue']);
  });

  it('is not divided among those who share it', () => {
    expect(short(moneyByOrganisation(planned, document))).toEqual([
      ['Northvale Acute', 2_550_000],
      ['Several organisations together', 100_000],
    ]);
  });

  it('stands by year, group and capability', () => {
    expect(short(moneyOfYears(planned))).toEqual([
      ['2017/18', 2_550_000],
      ['Year not stated', 100_000],
    ]);
    expect(moneyByGroup(planned, document).map(({ id, pounds }) => [id, pounds])).toEqual([
      ['records', 100_000],
      ['medicines', 2_550_000],
    ]);
    expect(moneyByCapability(planned, document).map(({ id, pounds }) => [id, pounds])).toEqual([
      ['I', 2_550_000],
      ['', 100_000],
    ]);
  });
});

describe('what is supposed', () => {
  it('secures what is bid for, or leaves it without funding', () => {
    expect(totalsOf({ bids: 'won' })).toMatchObject({ secured: 2_650_000, bid: 0, gap: 0 });
    expect(totalsOf({ bids: 'lost' })).toMatchObject({ secured: 250_000, bid: 0, gap: 2_400_000 });
  });

  it('takes the money of a source away, won or not', () => {
    expect(totalsOf({ bids: 'won', lostSources: ['own capital'] })).toMatchObject({ secured: 150_000, gap: 2_500_000 });
  });

  it('moves what is not live yet to later years', () => {
    const later = suppose(rows, { ...asPlanned, yearsLater: 2 });
    expect(short(moneyOfYears(later))).toEqual([
      ['2019/20', 2_550_000],
      ['Year not stated', 100_000],
    ]);
    expect(consequences(rows, { ...asPlanned, yearsLater: 2 }, document)).toEqual([
      '1 deployment goes live 2 years later than planned.',
    ]);
  });

  it('says what waits for what is left out, and what nothing is left for', () => {
    const said = consequences(rows, { ...asPlanned, leftOut: ['wards'] }, document);
    expect(said[0]).toBe('“Shared record” depends on “Prescribing”, which is left out.');
    expect(said[1]).toMatch(/^No deployment is left that supports universal capability I, /);
    expect(said[2]).toBe('No deployment is left for Medicines management and optimisation.');
    expect(said).toHaveLength(3);
  });

  it('changes nothing where nothing is supposed', () => {
    expect(consequences(rows, asPlanned, document)).toEqual([]);
    expect(isAsPlanned(parseWhatIf({}))).toBe(true);
  });

  it('is read from an address, and is nothing for what is no such thing', () => {
    const asked = { bids: 'lost', later: '2', source: 'own capital', without: ['wards', 'portal'] };
    const read: WhatIf = { bids: 'lost', yearsLater: 2, lostSources: ['own capital'], leftOut: ['wards', 'portal'] };
    expect(parseWhatIf(asked)).toEqual(read);
    expect(parseWhatIf({ bids: ['won', 'lost'], later: '-3', source: { a: 'b' }, without: undefined })).toEqual(
      asPlanned,
    );
    expect(parseWhatIf(null)).toEqual(asPlanned);
  });
});

const whatIf: fc.Arbitrary<WhatIf> = fc.record({
  bids: fc.constantFrom('open', 'won', 'lost'),
  yearsLater: fc.integer({ min: 0, max: 3 }),
  lostSources: fc.constantFrom([], ['own capital'], ['']),
  leftOut: fc.subarray(['deployment-0', 'deployment-1', 'deployment-2']),
});

describe('of any plan, whatever is supposed', () => {
  it('every pound stands once in each way of adding up, and in one state', () => {
    fc.assert(
      fc.property(content, whatIf, (any, supposed) => {
        const frozen = freezeDocument(aFreezeInput({ content: any }));
        const left = suppose(scheduleOf(frozen) ?? [], supposed);
        const { pounds, unknown } = moneyTotals(left.flatMap(({ money }) => money));
        const ways = [
          moneyOfYears(left),
          moneyBySource(left),
          moneyByOrganisation(left, frozen),
          moneyByGroup(left, frozen),
        ];
        for (const way of ways) {
          expect(way.reduce((sum, row) => sum + row.pounds, 0)).toBe(pounds);
          expect(way.reduce((sum, row) => sum + row.unknown, 0)).toBe(unknown);
          expect(way.every((row) => row.secured + row.bid + row.gap + row.unstated === row.pounds)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('no money is made or lost but by leaving out', () => {
    fc.assert(
      fc.property(content, whatIf, (any, supposed) => {
        const schedule = scheduleOf(freezeDocument(aFreezeInput({ content: any }))) ?? [];
        const sumOf = (supposing: WhatIf) =>
          moneyTotals(suppose(schedule, supposing).flatMap(({ money }) => money)).pounds;
        expect(sumOf({ ...supposed, leftOut: [] })).toBe(sumOf(asPlanned));
        expect(sumOf(supposed)).toBeLessThanOrEqual(sumOf(asPlanned));
      }),
      { numRuns: 60 },
    );
  });
});
