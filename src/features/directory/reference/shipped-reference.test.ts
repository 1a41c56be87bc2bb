import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { readReference } from './read-reference.ts';
import type { ValidTime } from './reference.ts';

const project = new URL('../../../../', import.meta.url);
const reference = await readReference(fileURLToPath(new URL('reference/', project)));
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
    expect(codesOf('footprint')).toHaveLength(27);
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
    expect(linked.size).toBe(27);
  });

  it('puts each CCG in one STP, but for Cumbria in two', () => {
    const counts = ofType('ccg').map(({ code }) => [code, placesOf(code, 'stp').length] as const);
    expect(counts.filter(([, count]) => count !== 1)).toEqual([['01H', 2]]);
  });

  it('puts each organisation in exactly one region', () => {
    expect(organisations.filter(({ code }) => placesOf(code, 'region').length !== 1)).toEqual([]);
  });

  it('maps each STP to a hexagon', () => {
    expect(hexagons.map(({ area }) => area.code)).toEqual(codesOf('stp'));
  });

  it('gives the members of footprints, all of them of that day', () => {
    expect(memberships).toHaveLength(91);
    expect(reference.memberships).toEqual(memberships);
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

  it('invents no lead', () => {
    const leads = memberships.filter(({ role }) => role === 'lead');
    expect(leads.map(({ footprintCode, organisationCode }) => [footprintCode, organisationCode])).toEqual([
      ['she', '03N'],
      ['wol', '06A'],
    ]);
  });
});

const published = new URL('../shared/data/', project);
const isPublishedThere = existsSync(published);
const why = isPublishedThere ? '' : ' (did not run: ../shared/data is not beside the project)';

async function publishedRows(path: string): Promise<Record<string, string>[]> {
  return parse<Record<string, string>>(await readFile(new URL(path, published), 'utf8'), { columns: true, bom: true });
}

describe.runIf(isPublishedThere)(`the shipped reference data beside the published files${why}`, () => {
  it('has the same STPs', async () => {
    const rows = await publishedRows('lookups/stp2016_footprints.csv');
    expect(areas.filter(({ kind }) => kind === 'stp').map(({ code, name }) => [code, name])).toEqual(
      rows.map((row) => [row.ons_stp_code, row.footprint_name]),
    );
  });

  it('has the same CCGs in the same STPs', async () => {
    const rows = await publishedRows('lookups/ccg2016_to_stp2016_ons.csv');
    const ours = ofType('ccg').flatMap(({ code }) => placesOf(code, 'stp').map(({ area }) => `${area.code} ${code}`));
    expect(ours.sort()).toEqual(rows.map((row) => `${row.ons_stp_code} ${row.ods_ccg_code}`).sort());
  });

  it('has the trusts that were open, but for one that had stopped its services', async () => {
    const trusts = await publishedRows('ods/partner-mapping/ods-trusts-2018.csv');
    const careTrusts = await publishedRows('ods/partner-mapping/ods-care-trusts-2018.csv');
    const open = [...trusts, ...careTrusts].filter(({ national_grouping: region, close_date: closed }) => {
      return region !== 'W00' && (!closed || closed >= '20160630');
    });
    const ours = organisations.filter(({ source }) => source === 'ods-trusts-2018').map(({ code }) => code);
    const midStaffordshire = 'RJD';
    expect([...ours, midStaffordshire].sort()).toEqual(open.map((row) => row.org_code).sort());
  });

  it('has the councils of the upper tier', async () => {
    const rows = await publishedRows('ods/partner-mapping/ods-local-authorities.csv');
    const greaterLondonAuthority = '203';
    const upperTier = rows.filter(({ code, national_grouping: region, sub_type_code: type }) => {
      return region !== 'W00' && ['A', 'E', 'H', 'J'].includes(type ?? '') && code !== greaterLondonAuthority;
    });
    expect(ofType('council').map(({ code }) => code)).toEqual(upperTier.map(({ code }) => code));
  });

  it('has the same patients for each CCG', async () => {
    const rows = await publishedRows('lookups/ccg2016_area_team_region_population.csv');
    const patients = new Map(rows.map((row) => [row.ods_ccg_code, Number(row.registered_patients_2016q1)]));
    expect(measures.filter(({ organisationCode, value }) => patients.get(organisationCode) !== value)).toEqual([]);
  });

  it('has every documented footprint and member', async () => {
    const footprints = await publishedRows('footprints/ldr_footprints.csv');
    const documented = new Set(footprints.map((row) => row.footprint_id));
    expect(codesOf('footprint').filter((code) => !documented.has(code))).toEqual(['glos', 'llr', 'mers', 'swl']);
    const members = await publishedRows('footprints/ldr_members.csv');
    const ours = memberships.filter(({ footprintCode }) => documented.has(footprintCode));
    expect(ours).toHaveLength(members.length);
    const keys = new Set(ours.map(({ footprintCode, organisationCode }) => `${footprintCode} ${organisationCode}`));
    const coded = members.filter((row) => row.ods_code !== '');
    expect(coded.filter((row) => !keys.has(`${row.footprint_id} ${row.ods_code}`))).toEqual([]);
  });
});
