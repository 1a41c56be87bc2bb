import { describe, expect, it } from 'vitest';
import { projectFolder } from '../../../project-folder.ts';
import type { Area, Footprint, ListedMembership, Organisation, RegisterDetail } from '../../directory/index.ts';
import { readProgrammePack } from '../../programme/index.ts';
import { areaAnswer, footprintAnswer, footprintTable, toArea, toFootprint } from './area-answers.ts';
import { membershipAnswer, membershipTable, toMembership } from './membership-answers.ts';
import { organisationAnswer, organisationTable, toOrganisation } from './organisation-answers.ts';

const pack = await readProgrammePack(projectFolder('programmes', 'england-ldr'));
const source = { sourceId: 'paper', title: 'A paper', publisher: 'A body', url: null, illustrative: false };
const stp: Area = {
  areaId: 'internal-1',
  kind: 'stp',
  code: 'E9',
  name: 'North Vale',
  slug: 'north-vale',
  standing: 'official',
  note: '',
  source,
  validFrom: '2016-03-15',
  validTo: null,
};
const footprint: Footprint = {
  ...stp,
  kind: 'footprint',
  code: 'nv',
  standing: 'inferred',
  stps: [stp, stp],
  regions: [],
};
const organisation: Organisation & RegisterDetail = {
  address: '',
  phone: '',
  openedOn: null,
  closedOn: null,
  organisationId: 'internal-2',
  code: 'LDR-0001',
  name: 'Vale Hospice',
  typeId: 'almshouse',
  typeStanding: 'inferred',
  status: 'dormant',
  town: 'Vale',
  postcode: '',
  standing: 'stated',
  note: 'Not in ODS',
  registeredPatients: null,
  source,
  validFrom: null,
  validTo: null,
  stps: [stp],
  regions: [],
};
const membership: ListedMembership = {
  membershipId: '7',
  footprint,
  organisation,
  role: 'associate',
  listedAs: '=cmd()',
  standing: 'stated',
  note: '',
  source,
  validFrom: '2016-06-30',
  validTo: null,
};

describe('facts of the directory', () => {
  it.each([
    ['an area', areaAnswer, toArea(stp)],
    ['a footprint', footprintAnswer, toFootprint(footprint)],
    ['an organisation', organisationAnswer, toOrganisation(organisation, pack)],
    ['a membership', membershipAnswer, toMembership(membership)],
  ])('%s has its shape, source and standing, is not made up, and shows no inner id', (_name, shape, answer) => {
    expect(shape.parse(answer)).toEqual(answer);
    expect(answer).toMatchObject({ illustrative: false, source: { id: 'paper', publisher: 'A body' } });
    expect(JSON.stringify(answer)).not.toContain('internal');
  });

  it('leads from a footprint among the areas to its own page', () => {
    expect(toArea(footprint).links).toEqual({ self: '/api/v1/areas/footprint/nv', page: '/footprints/north-vale' });
    expect(toArea(stp).links.page).toBe('/areas/stp/E9');
  });

  it('says what is inferred, of the footprint and of a type', () => {
    expect(toFootprint(footprint).standing).toBe('inferred');
    expect(toOrganisation(organisation, pack).typeStanding).toBe('inferred');
  });

  it('keeps the id of a type that the programme no longer has', () => {
    expect(toOrganisation(organisation, pack).type).toEqual({ id: 'almshouse', label: 'almshouse' });
    expect(toOrganisation({ ...organisation, typeId: 'council' }, pack).type.label).toBe('Council');
  });

  it('tells codes of our own from those of the Organisation Data Service', () => {
    expect(toOrganisation(organisation, pack).hasOdsCode).toBe(false);
    expect(toOrganisation({ ...organisation, code: 'RL4' }, pack).hasOdsCode).toBe(true);
  });

  it('fills every column of every table', () => {
    const rows = [
      [footprintTable.columns, footprintTable.rowsOf(toFootprint(footprint))],
      [organisationTable.columns, organisationTable.rowsOf(toOrganisation(organisation, pack))],
      [membershipTable.columns, membershipTable.rowsOf(toMembership(membership))],
    ] as const;
    for (const [columns, [row]] of rows) {
      expect(columns.at(-1)).toBe('illustrative');
      expect(row).toHaveLength(columns.length);
      expect(row?.at(-1)).toBe(false);
    }
  });

  it('names every STP of a footprint in one cell', () => {
    const [row = []] = footprintTable.rowsOf(toFootprint(footprint));
    expect(row[footprintTable.columns.indexOf('stp_codes')]).toBe('E9 E9');
  });
});
