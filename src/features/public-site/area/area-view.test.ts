import { describe, expect, it } from 'vitest';
import { type AreaRef, sumPopulation } from '../../directory/index.ts';
import type { OrganisationInArea } from './area-organisations-repository.ts';
import { areaOrganisations, coverageWords, otherStps } from './area-view.ts';

const area = (name: string, kind = 'stp'): AreaRef => ({
  areaId: `${kind}:${name}`,
  kind,
  code: name,
  name,
  slug: name,
});
const organisation = (name: string, typeId: string, more: Partial<OrganisationInArea> = {}): OrganisationInArea => ({
  organisationId: name,
  code: name,
  name,
  typeId,
  status: '',
  footprints: [],
  stps: [area('Vale')],
  registeredPatients: null,
  sourceId: 'register',
  placeSourceId: 'register',
  ...more,
});
const pack = {
  organisationTypes: ['ccg', 'integrated-care-board', 'sub-icb-location', 'acute-trust', 'council'].map((id) => ({
    id,
    label: id,
    labelPlural: `${id}s`,
    assessed: id === 'acute-trust' || id === 'integrated-care-board',
    careSetting: null,
    furtherCareSettings: [],
    odsRoles: [],
    introducedOn: null,
  })),
};

describe('areaOrganisations', () => {
  it('sets CCGs, boards, their places and assessed providers apart, the rest in the programme’s order, unknown types last', () => {
    const { ccgs, boards, locations, providers, others } = areaOrganisations(
      pack,
      [
        organisation('Board', 'integrated-care-board'),
        organisation('Council', 'council'),
        organisation('Place', 'sub-icb-location'),
        organisation('Odd', 'something-new'),
        organisation('CCG', 'ccg'),
        organisation('Trust', 'acute-trust'),
      ],
      '2026-07-08',
    );
    expect(ccgs.map(({ name }) => name)).toEqual(['CCG']);
    expect(boards.map(({ type }) => type.id)).toEqual(['integrated-care-board']);
    expect(locations.map(({ rows }) => rows.map(({ name }) => name))).toEqual([['Place']]);
    expect(others.map(({ type }) => type.id)).toEqual(['council', 'something-new']);
    expect(providers.map(({ type }) => type.id)).toEqual(['acute-trust']);
  });

  it.each([
    [0, 0, 'No CCG is recorded here.'],
    [2, 2, 'The footprint of every CCG here is recorded.'],
    [2, 0, 'The footprint of none of the CCGs here is recorded.'],
    [3, 1, 'The footprint of 1 of 3 CCGs here is recorded.'],
  ])('%i CCGs, %i recorded', (count, recorded, words) => {
    const ccgs = Array.from({ length: count }, (_, index) =>
      organisation(`${index}`, 'ccg', { footprints: index < recorded ? [area('F', 'footprint')] : [] }),
    );
    expect(coverageWords(areaOrganisations(pack, ccgs, '2016-06-30'))).toBe(words);
  });
});

describe('otherStps', () => {
  const shared = organisation('CCG', 'ccg', { stps: [area('Moor'), area('Vale')] });

  it('names the other STPs of an organisation that is in several', () => {
    expect(otherStps(shared, area('Vale')).map(({ name }) => name)).toEqual(['Moor']);
  });

  it('has nothing to say on the page of a region', () => {
    expect(otherStps(shared, area('North', 'region'))).toEqual([]);
  });
});

describe('sumPopulation', () => {
  const patients = (value: number, measuredOn = '2016-01-01') => ({ value, measuredOn, sourceId: 'lists' });

  it('adds up CCGs alone and says how many have no figure', () => {
    const population = sumPopulation([
      organisation('A', 'ccg', { registeredPatients: patients(100) }),
      organisation('B', 'ccg', { registeredPatients: patients(20, '2015-01-01') }),
      organisation('C', 'ccg'),
      organisation('D', 'council', { registeredPatients: patients(7) }),
    ]);
    expect(population).toEqual({
      total: 120,
      countedCcgs: 2,
      missingCcgs: 1,
      measuredOn: ['2015-01-01', '2016-01-01'],
      sourceIds: ['lists'],
    });
  });

  it('is unknown, not nought, where there is no figure', () => {
    expect(sumPopulation([organisation('C', 'ccg')]).total).toBeNull();
  });
});
