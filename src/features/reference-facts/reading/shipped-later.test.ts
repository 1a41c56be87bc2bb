import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { dayAfter } from '../../../platform/days.ts';
import { fixtureCells, fixtureRows } from '../../directory/testing/fixture-files.ts';
import { endsOf, walkSuccession } from '../../register/succession/walk-succession.ts';
import { readReference } from './read-reference.ts';
import type { ValidTime } from './reference.ts';

const project = new URL('../../../../', import.meta.url);
const reference = await readReference(
  ['reference/', 'programmes/england-ldr/reference/'].map((folder) => fileURLToPath(new URL(folder, project))),
);
const { organisations, organisationAreas, areas, areaLinks, hexagons, successions } = reference;

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

  it('has the boards of April 2026: 36, six of them new, in seven regions as before', () => {
    const boards = areasOn('icb', '2026-04-01');
    expect(boards).toHaveLength(36);
    expect(boards.filter((code) => !code.startsWith('Q'))).toEqual([
      'D7T5G',
      'S0E4D',
      'S1Y5D',
      'S9B9J',
      'T6Y0W',
      'Z9B2Z',
    ]);
    const gone = areasOn('icb', '2026-03-31').filter((code) => !boards.includes(code));
    expect(gone.toSorted().join(' ')).toBe('QH8 QHG QJG QM7 QMJ QMM QNQ QNX QRV QU9 QUE QXU');
    const inRegion = areaLinks.filter((link) => link.child.kind === 'icb' && holdsOn('2026-04-01')(link));
    const counts = Map.groupBy(inRegion, ({ parent }) => parent.code);
    const regions = ['Y56', 'Y58', 'Y59', 'Y60', 'Y61', 'Y62', 'Y63'];
    expect(regions.map((code) => counts.get(code)?.length)).toEqual([4, 7, 4, 11, 3, 3, 4]);
  });

  it('tells the 16 successions of boards, and which three were divided', () => {
    const links = successions.filter(({ subject, effectiveOn }) => subject === 'area' && effectiveOn === '2026-04-01');
    expect(links).toHaveLength(16);
    const after = Map.groupBy(links, ({ predecessor }) => predecessor);
    expect(
      [...after]
        .filter(([, rows]) => rows.length > 1)
        .map(([code]) => code)
        .toSorted(),
    ).toEqual(['icb:QJG', 'icb:QM7', 'icb:QNQ']);
    expect(new Set(links.map(({ standing }) => standing))).toEqual(new Set(['official', 'stated']));
  });

  it('has 106 sub-ICB locations before and after, each in one board', () => {
    expect(ofTypeOn('sub-icb-location', '2026-03-31')).toHaveLength(106);
    const codes = ofTypeOn('sub-icb-location', '2026-04-01');
    expect(codes).toHaveLength(106);
    expect(codes).toContain('U2G6B');
    const boardOf = new Map(
      organisationAreas
        .filter((place) => place.area.kind === 'icb' && holdsOn('2026-04-01')(place))
        .map(({ organisationCode, area }) => [organisationCode, area.code]),
    );
    expect(['06K', '07H', '92A', 'D9Y0V', 'U2G6B', '00L'].map((code) => boardOf.get(code))).toEqual([
      'S1Y5D',
      'D7T5G',
      'S9B9J',
      'QRL',
      'S0E4D',
      'QHM',
    ]);
  });

  it('has the councils that came after five of 2016', () => {
    const councils = (day: string) => new Set(ofTypeOn('council', day));
    const [then, today] = [councils('2016-06-30'), councils('2026-07-01')];
    expect([...then].filter((code) => !today.has(code)).toSorted()).toEqual(['102', '504', '612', '810', '811']);
    expect([...today].filter((code) => !then.has(code)).toSorted()).toEqual([
      '738',
      '916',
      'H6X4G',
      'U6Q5Z',
      'W8X1Q',
      'Z9D4Z',
    ]);
  });

  it('has the trusts to July 2026', () => {
    const trusts = (day: string) =>
      organisations
        .filter(({ type }) => type.endsWith('-trust'))
        .filter(holdsOn(day))
        .map(({ code }) => code);
    const [before, after] = [trusts('2026-03-31'), trusts('2026-07-01')];
    expect(before.filter((code) => !after.includes(code)).toSorted()).toEqual(['RNK', 'RVJ', 'RY2', 'RYV']);
    expect(after.filter((code) => !before.includes(code))).toEqual(['K0N6A']);
    const nameOf = (code: string, day: string) =>
      organisations.find((each) => each.code === code && holdsOn(day)(each))?.name;
    expect(nameOf('RA7', '2023-08-07')).toBe('University Hospitals Bristol NHS Foundation Trust');
    expect(nameOf('RA7', '2026-06-30')).toBe('University Hospitals Bristol and Weston NHS Foundation Trust');
    expect(nameOf('RA7', '2026-07-01')).toBe('Bristol NHS Foundation Trust');
    expect(nameOf('TAJ', '2026-07-08')).toBe('Black Country Healthcare NHS Foundation Trust');
    expect(nameOf('905', '2026-07-08')).toBe('Somerset Council');
    expect(nameOf('218', '2026-07-08')).toBe('North Yorkshire Council');
    expect(nameOf('809', '2026-07-08')).toBe('Dorset Council');
    expect(nameOf('916', '2026-07-08')).toBe('Buckinghamshire Council');
  });

  it('says of nobody that they are in a divided board’s successor but for commissioners and head offices', () => {
    const guessed = organisationAreas.filter(
      ({ source, note }) => source === 'project' && note?.includes('all of which went into it'),
    );
    expect(guessed.length).toBeGreaterThan(30);
    expect(guessed.filter(({ standing }) => standing !== 'inferred')).toEqual([]);
    expect(guessed.filter(({ note }) => /\b(QJG|QM7|QNQ)\b/.test(note ?? ''))).toEqual([]);
  });

  it.each(['2018-04-01', '2019-04-01', '2021-04-01', '2022-07-01', '2024-11-01', '2026-04-01', '2026-07-01'])(
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
    for (const day of ['2016-06-30', '2018-06-07', '2019-04-01', '2022-06-30', '2022-07-01', '2026-04-01']) {
      const children = areas.filter((area) => ['stp', 'icb'].includes(area.kind) && holdsOn(day)(area));
      const counts = children.map(({ code }) => {
        return areaLinks.filter((link) => link.child.code === code && holdsOn(day)(link)).length;
      });
      expect(new Set(counts)).toEqual(new Set([1]));
    }
  });

  it('puts every footprint in an area of the day, of an STP or of the boards that came in its place', () => {
    for (const [day, kind] of [
      ['2018-06-07', 'stp'],
      ['2022-07-01', 'icb'],
      ['2026-04-01', 'icb'],
    ] as const) {
      const links = areaLinks.filter((link) => link.child.kind === 'footprint' && holdsOn(day)(link));
      expect(new Set(links.map(({ parent }) => parent.kind))).toEqual(new Set([kind]));
      expect(new Set(links.map(({ child }) => child.code)).size).toBe(36);
      const gone = links.filter(({ parent }) => !areasOn(parent.kind, day).includes(parent.code));
      expect(gone).toEqual([]);
    }
  });

  it('calls trusts as the register of July 2026 does, from its day on', () => {
    const nameOn = (code: string, day: string) =>
      organisations.find((each) => each.code === code && holdsOn(day)(each))?.name;
    expect(['RTQ', 'REM'].map((code) => nameOn(code, '2026-07-07'))).toEqual([
      '2gether NHS Foundation Trust',
      'Aintree University Hospital NHS Foundation Trust',
    ]);
    expect(['RTQ', 'REM', 'RL4'].map((code) => nameOn(code, '2026-07-08'))).toEqual([
      'Gloucestershire Health and Care NHS Foundation Trust',
      'Liverpool University Hospitals NHS Foundation Trust',
      'The Royal Wolverhampton NHS Trust',
    ]);
  });

  it('gives every board a cell of the map', () => {
    const onMap = hexagons.filter(({ area }) => area.kind === 'icb').map(({ area }) => area.code);
    for (const day of ['2022-07-01', '2026-04-01']) {
      expect(areasOn('icb', day).filter((code) => !onMap.includes(code))).toEqual([]);
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

describe('what became of them, beside rows of the published files', () => {
  it('leads from each CCG of 2016 to its sub-ICB location, board and region of 2023', () => {
    const rows = fixtureRows('lookups/ccgs-2016-to-2023.csv');
    const day = '2023-04-01';
    const placeOf = (code: string | undefined, kind: string) =>
      organisationAreas.find((row) => row.organisationCode === code && row.area.kind === kind && holdsOn(day)(row));
    const ours = rows.map(({ code = '' }) => {
      const [path] = walkSuccession(linksOf('organisation'), code, { from: '2016-06-30', until: day });
      const end = path?.end ?? '';
      return [path?.steps.join('>'), end, placeOf(end, 'icb')?.area.code, placeOf(end, 'region')?.area.code];
    });
    expect(ours).toHaveLength(30);
    expect(ours).toEqual(rows.map((row) => [row.path, row.location, row.board, row.region]));
  });

  it('has the last days of the register', () => {
    const register = [...fixtureCells('ods/2025/eccg.csv'), ...fixtureCells('ods/2025/etr.csv')];
    const ends = new Map(organisations.map((each) => [each.code, each.validTo]));
    const known = register.filter(([code = '']) => ends.has(code));
    // In these files columns have no names; the twelfth is the last day, empty while an organisation is open.
    const theirs = known.map(([code, , , , , , , , , , , closed = '']) => {
      const day = closed === '' ? null : `${closed.slice(0, 4)}-${closed.slice(4, 6)}-${closed.slice(6)}`;
      return [code, day === null ? null : dayAfter(day)];
    });
    // That register is of the summer of 2025.
    const endOf = (code: string) => {
      const end = ends.get(code) ?? null;
      return end !== null && end > '2025-07-01' ? null : end;
    };
    expect(known.map(([code = '']) => [code, endOf(code)])).toEqual(theirs);
    expect(theirs.filter(([, end]) => end !== null).length).toBeGreaterThan(25);
    expect(theirs.filter(([, end]) => end === null).length).toBeGreaterThan(25);
  });

  it('has every succession of the register between those it knows, and no other of its own', () => {
    const rows = fixtureRows('ods/successors_2022.csv');
    const codes = new Set(organisations.map(({ code }) => code));
    const told = new Set(rows.map((row) => row.old_code));
    const theirs = rows
      .filter(({ old_code: old = '', new_code: next = '', date = '' }) => {
        return codes.has(old) && codes.has(next) && date > '2016-06-30';
      })
      .map(({ old_code: old, new_code: next, date }) => `${old} ${next} ${date}`);
    const ours = successions
      .filter(({ source, predecessor }) => source === 'ods-successors-2022' && told.has(predecessor))
      .map(({ predecessor, successor, effectiveOn }) => `${predecessor} ${successor} ${effectiveOn}`);
    expect(theirs.length).toBeGreaterThan(25);
    expect(ours.sort()).toEqual(theirs.sort());
  });
});
