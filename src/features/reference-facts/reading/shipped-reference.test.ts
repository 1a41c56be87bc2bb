import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { fixtureRows } from '../../directory/testing/fixture-files.ts';
import { readReference } from './read-reference.ts';
import type { ValidTime } from './reference.ts';

const project = new URL('../../../../', import.meta.url);
const reference = await readReference(
  ['reference/', 'programmes/england-ldr/reference/'].map((folder) => fileURLToPath(new URL(folder, project))),
);
const { measures, hexagons } = reference;

const positionOn = '2016-06-30';
const held = <T extends ValidTime>(rows: readonly T[]) =>
  rows.filter(({ validFrom, validTo }) => validFrom <= positionOn && (validTo === null || positionOn < validTo));
const areas = held(reference.areas);
const areaLinks = held(reference.areaLinks);
const organisations = held(reference.organisations);
const organisationAreas = held(reference.organisationAreas);
const memberships = held(reference.memberships);
const codesOf = (kind: string) => areas.filter((area) => area.kind === kind).map(({ code }) => code);
const ofType = (type: string) => organisations.filter((organisation) => organisation.type === type);
const placesOf = (code: string, kind: string) =>
  organisationAreas.filter(({ organisationCode, area }) => organisationCode === code && area.kind === kind);

describe('the shipped reference data on the day of the first submission', () => {
  it('has the areas of the time', () => {
    expect(codesOf('region')).toEqual(['Y54', 'Y55', 'Y56', 'Y57']);
    expect(codesOf('stp')).toHaveLength(44);
    expect(codesOf('footprint')).toHaveLength(36);
  });

  it('has the organisations of the time', () => {
    expect(ofType('ccg')).toHaveLength(209);
    expect(organisations).toHaveLength(602);
    expect(ofType('council')).toHaveLength(152);
    const trusts = ['acute', 'specialist', 'mental-health', 'community', 'ambulance'];
    expect(trusts.map((kind) => ofType(`${kind}-trust`).length)).toEqual([136, 18, 56, 18, 10]);
    expect(organisations.filter(({ code }) => code.startsWith('LDR-')).map(({ name }) => name)).toEqual([
      'Bromley Healthcare CIC',
      'FCMS',
    ]);
  });

  it('has one footprint, Peninsula, that spans STPs', () => {
    const spanning = areaLinks.filter(({ relation }) => relation === 'spans');
    expect(spanning.map(({ child, parent }) => [child.code, parent.code])).toEqual([
      ['pen', 'E54000036'],
      ['pen', 'E54000037'],
    ]);
    const linked = new Set(areaLinks.filter(({ child }) => child.kind === 'footprint').map(({ child }) => child.code));
    expect(linked.size).toBe(36);
  });

  it('puts each CCG in one STP, but for Cumbria in two', () => {
    const counts = ofType('ccg').map(({ code }) => [code, placesOf(code, 'stp').length] as const);
    expect(counts.filter(([, count]) => count !== 1)).toEqual([['01H', 2]]);
  });

  it('puts each organisation in exactly one region', () => {
    expect(organisations.filter(({ code }) => placesOf(code, 'region').length !== 1)).toEqual([]);
  });

  it('maps each STP to a hexagon', () => {
    expect(hexagons.filter(({ area }) => area.kind === 'stp').map(({ area }) => area.code)).toEqual(codesOf('stp'));
  });

  it('gives the members of footprints, all of them of that day', () => {
    expect(memberships).toHaveLength(147);
    expect(reference.memberships).toEqual(memberships);
  });

  it('knows the footprint of 117 CCGs, 24 of them from a document that names them', () => {
    const ccgs = new Set(ofType('ccg').map(({ code }) => code));
    const ofCcgs = memberships.filter(({ organisationCode }) => ccgs.has(organisationCode));
    const codes = (rows: typeof ofCcgs) => new Set(rows.map(({ organisationCode }) => organisationCode)).size;
    expect([codes(ofCcgs), codes(ofCcgs.filter(({ standing }) => standing === 'stated'))]).toEqual([117, 24]);
    expect(ofCcgs).toHaveLength(117);
  });

  it('counts the registered patients of every CCG', () => {
    expect(measures).toHaveLength(209);
    expect(measures.reduce((sum, { value }) => sum + value, 0)).toBe(57_541_178);
  });

  it('never shows an inferred fact as official', () => {
    const footprints = reference.areas.filter(({ kind }) => kind === 'footprint');
    expect([...footprints, ...reference.memberships].filter(({ standing }) => standing === 'official')).toEqual([]);
    expect(memberships.filter(({ standing, listedAs }) => standing === 'stated' && listedAs === null)).toEqual([]);
    const ours = [...reference.organisationAreas, ...reference.successions].filter(
      ({ source }) => source === 'project',
    );
    expect(ours.filter(({ standing }) => standing !== 'inferred')).toEqual([]);
  });

  it('notes what may have come after some footprints, and takes no succession from it', () => {
    expect(reference.areaNotes.map(({ area }) => area.code)).toEqual([
      'bob',
      'che',
      'hrw',
      'mers',
      'ng',
      'ntn',
      'pen',
      'sts',
      'war',
      'wir',
    ]);
    expect(reference.areaNotes.filter(({ standing }) => standing !== 'inferred')).toEqual([]);
    const named = reference.successions.flatMap(({ predecessor, successor }) => [predecessor, successor ?? '']);
    expect(named.filter((member) => member.startsWith('footprint:'))).toEqual([]);
  });

  it('invents no lead', () => {
    const leads = memberships.filter(({ role }) => role === 'lead');
    expect(leads.map(({ footprintCode, organisationCode }) => [footprintCode, organisationCode])).toEqual([
      ['she', '03N'],
      ['wol', '06A'],
    ]);
  });
});

describe('the shipped reference data beside rows of the published files', () => {
  it('has the same STPs', () => {
    const rows = fixtureRows('lookups/stps-2016.csv');
    const theirs = new Set(rows.map((row) => row.code));
    const ours = areas.filter(({ kind, code }) => kind === 'stp' && theirs.has(code));
    expect(ours.map(({ code, name }) => [code, name])).toEqual(rows.map((row) => [row.code, row.name]));
  });

  it('has the same CCGs in the same STPs', () => {
    const rows = fixtureRows('lookups/ccgs-in-stps-2016.csv');
    const ours = [...new Set(rows.map((row) => row.ccg ?? ''))].flatMap((code) =>
      placesOf(code, 'stp').map(({ area }) => `${area.code} ${code}`),
    );
    expect(ours).toHaveLength(31);
    expect(ours.sort()).toEqual(rows.map((row) => `${row.stp} ${row.ccg}`).sort());
  });

  it('has the trusts that were open, but for one that had stopped its services', () => {
    const midStaffordshire = 'RJD';
    const rows = fixtureRows('lookups/trusts-2018.csv').filter(({ code }) => code !== midStaffordshire);
    const open = rows.filter(
      ({ grouping, closed_on: closed }) => grouping !== 'W00' && (!closed || closed >= '20160630'),
    );
    const known = new Set(organisations.filter(({ source }) => source === 'ods-trusts-2018').map(({ code }) => code));
    expect(known).not.toContain(midStaffordshire);
    expect(rows.length - open.length).toBe(4);
    expect(rows.filter(({ code = '' }) => known.has(code))).toEqual(open);
  });

  it('has the councils of the upper tier', () => {
    const rows = fixtureRows('lookups/local-authorities.csv');
    const greaterLondonAuthority = '203';
    const upperTier = rows.filter(({ code, grouping, kind }) => {
      return grouping !== 'W00' && ['A', 'E', 'H', 'J'].includes(kind ?? '') && code !== greaterLondonAuthority;
    });
    const councils = new Set(ofType('council').map(({ code }) => code));
    expect(upperTier).toHaveLength(15);
    expect(rows.filter(({ code = '' }) => councils.has(code))).toEqual(upperTier);
  });

  it('has the same patients for each CCG', () => {
    const patients = new Map(measures.map(({ organisationCode, value }) => [organisationCode, value]));
    const rows = fixtureRows('lookups/patients-2016.csv');
    expect(rows).toHaveLength(30);
    expect(rows.filter((row) => patients.get(row.ccg ?? '') !== Number(row.patients))).toEqual([]);
  });

  it('has every documented member', () => {
    const rows = fixtureRows('footprints/members.csv');
    const documented = new Set(rows.map((row) => row.footprint));
    const ours = memberships.filter(({ footprintCode }) => documented.has(footprintCode));
    expect(ours).toHaveLength(rows.length);
    const keys = new Set(ours.map(({ footprintCode, organisationCode }) => `${footprintCode} ${organisationCode}`));
    const coded = rows.filter((row) => row.organisation !== '');
    expect(coded.filter((row) => !keys.has(`${row.footprint} ${row.organisation}`))).toEqual([]);
  });
});
