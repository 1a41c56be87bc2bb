import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { dayAfter } from '../../../platform/days.ts';
import { endsOf, walkSuccession } from '../succession/walk-succession.ts';
import { readReference } from './read-reference.ts';
import type { ValidTime } from './reference.ts';

const project = new URL('../../../../', import.meta.url);
const reference = await readReference(fileURLToPath(new URL('reference/', project)));
const { organisations, organisationAreas, areas, areaLinks, successions } = reference;

const holdsOn = (day: string) => (row: ValidTime) =>
  row.validFrom <= day && (row.validTo === null || day < row.validTo);
const ofTypeOn = (type: string, day: string) =>
  organisations.filter((each) => each.type === type && holdsOn(day)(each)).map(({ code }) => code);
const areasOn = (kind: string, day: string) =>
  areas.filter((area) => area.kind === kind && holdsOn(day)(area)).map(({ code }) => code);
const linksOf = (subject: string) =>
  successions
    .filter((row) => row.subject === subject)
    .map(({ predecessor, successor, effectiveOn }) => {
      return { predecessorId: predecessor, successorId: successor, effectiveOn };
    });

describe('the shipped reference data after the programme', () => {
  it.each([
    ['2017-03-31', 209],
    ['2017-04-01', 207],
    ['2018-04-01', 195],
    ['2019-04-01', 191],
    ['2020-04-01', 135],
    ['2021-04-01', 106],
    ['2022-06-30', 106],
    ['2022-07-01', 0],
  ])('has the CCGs of %s: %i', (day, count) => {
    expect(ofTypeOn('ccg', day)).toHaveLength(count);
  });

  it('turns the CCGs of the last day into sub-ICB locations under the same codes', () => {
    expect(ofTypeOn('sub-icb-location', '2022-07-01').sort()).toEqual(ofTypeOn('ccg', '2022-06-30').sort());
  });

  it('has the areas of each time', () => {
    expect(areasOn('region', '2018-06-30')).toEqual(['Y54', 'Y55', 'Y56', 'Y58', 'Y59']);
    expect(areasOn('region', '2019-04-01')).toEqual(['Y56', 'Y58', 'Y59', 'Y60', 'Y61', 'Y62', 'Y63']);
    expect(areasOn('stp', '2018-06-07')).toHaveLength(42);
    expect(areasOn('icb', '2022-06-30')).toEqual([]);
    expect(areasOn('icb', '2022-07-01')).toHaveLength(42);
    expect(areasOn('stp', '2022-07-01')).toEqual([]);
  });

  it.each(['2018-04-01', '2019-04-01', '2021-04-01', '2022-07-01', '2024-11-01'])(
    'puts everyone of %s in one region, and each commissioner in one STP or board',
    (day) => {
      const there = organisations.filter(holdsOn(day));
      const places = Map.groupBy(organisationAreas.filter(holdsOn(day)), (place) => place.organisationCode);
      const kindsOf = (code: string) => (places.get(code) ?? []).map(({ area }) => area.kind);
      expect(there.filter(({ code }) => kindsOf(code).filter((kind) => kind === 'region').length !== 1)).toEqual([]);
      const commissioners = there.filter(({ type }) => type === 'ccg' || type === 'sub-icb-location');
      expect(
        commissioners.filter(({ code }) => kindsOf(code).filter((kind) => kind !== 'region').length !== 1),
      ).toEqual([]);
    },
  );

  it('puts every STP and board in one region on every day', () => {
    for (const day of ['2016-06-30', '2018-06-07', '2019-04-01', '2022-06-30', '2022-07-01']) {
      const children = areas.filter((area) => ['stp', 'icb'].includes(area.kind) && holdsOn(day)(area));
      const counts = children.map(({ code }) => {
        return areaLinks.filter((link) => link.child.code === code && holdsOn(day)(link)).length;
      });
      expect(new Set(counts)).toEqual(new Set([1]));
    }
  });

  it('tells what came after everyone who ended', () => {
    const told = new Set(successions.map(({ predecessor }) => predecessor));
    const last = new Map(organisations.map((each) => [each.code, each]));
    expect([...last.values()].filter(({ code, validTo }) => validTo !== null && !told.has(code))).toEqual([]);
  });

  it('leads from each STP of 2016 to one board', () => {
    const days = { from: '2016-06-30', until: '2022-07-01' };
    const ends = areasOn('stp', days.from).map((code) => endsOf(walkSuccession(linksOf('area'), `stp:${code}`, days)));
    expect(ends.filter((codes) => codes.length !== 1)).toEqual([]);
    expect(new Set(ends.flat()).size).toBe(42);
  });
});

const published = new URL('../shared/data/', project);
const isPublishedThere = existsSync(published);
const why = isPublishedThere ? '' : ' (did not run: ../shared/data is not beside the project)';

async function publishedRows(path: string): Promise<Record<string, string>[]> {
  return parse<Record<string, string>>(await readFile(new URL(path, published), 'utf8'), { columns: true, bom: true });
}

/** The last day of each organisation of an ODS file, in which columns have no names; empty while it is open. */
async function lastDays(path: string): Promise<Map<string, string>> {
  const rows = parse(await readFile(new URL(path, published), 'utf8'));
  return new Map(rows.map(([code = '', , , , , , , , , , , closed = '']) => [code, closed]));
}

describe.runIf(isPublishedThere)(`what became of them, beside the published files${why}`, () => {
  it('leads from each CCG of 2016 to its sub-ICB location, board and region of 2023', async () => {
    const rows = await publishedRows('lookups/ccg2016_to_icb2023_derived.csv');
    const day = '2023-04-01';
    const placeOf = (code: string | undefined, kind: string) =>
      organisationAreas.find((row) => row.organisationCode === code && row.area.kind === kind && holdsOn(day)(row));
    const ours = rows.map(({ ods_ccg_code: code = '' }) => {
      const [path] = walkSuccession(linksOf('organisation'), code, { from: '2016-06-30', until: day });
      const end = path?.end ?? '';
      return [path?.steps.join('>'), end, placeOf(end, 'icb')?.area.code, placeOf(end, 'region')?.area.code];
    });
    expect(ours).toEqual(rows.map((row) => [row.succession_path, row.sicbl23_ods, row.icb23_ods, row.region23_ods]));
  });

  it('has the last days of the register', async () => {
    const days = new Map([...(await lastDays('ods/2025/eccg.csv')), ...(await lastDays('ods/2025/etr.csv'))]);
    const ends = new Map(organisations.map((each) => [each.code, each.validTo]));
    const differing = [...ends].filter(([code, end]) => {
      const day = days.get(code) ?? '';
      const isoDay = day === '' ? null : dayAfter(`${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`);
      return days.has(code) && end !== isoDay;
    });
    expect(differing).toEqual([]);
    const elsewhere = [...ends].filter(([code, end]) => end !== null && !days.has(code)).map(([code]) => code);
    expect(elsewhere).toEqual(['TAE', 'TAF']);
  });

  it('has every succession of the register between those it knows, and no other of its own', async () => {
    const rows = await publishedRows('ods/successors_2022.csv');
    const codes = new Set(organisations.map(({ code }) => code));
    const theirs = rows
      .filter(({ old_code: old = '', new_code: next = '', date = '' }) => {
        return codes.has(old) && codes.has(next) && date > '2016-06-30';
      })
      .map(({ old_code: old, new_code: next, date }) => `${old} ${next} ${date}`);
    const ours = successions
      .filter(({ source }) => source === 'ods-successors-2022')
      .map(({ predecessor, successor, effectiveOn }) => `${predecessor} ${successor} ${effectiveOn}`);
    expect(ours.sort()).toEqual(theirs.sort());
  });
});
