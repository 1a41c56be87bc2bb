import { createReadStream } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fixturePath } from '../../directory/testing/fixture-files.ts';
import type { OrganisationObservation } from '../../register/records/observation.ts';
import type { LayoutId } from './layouts.ts';
import { readCsv } from './read-csv.ts';
import { readFile } from './read-file.ts';
import { everythingOf, refusalOf } from './testing/files.ts';

const streamOf = (path: string) => createReadStream(fixturePath(path));
const reading = (path: string, layout: LayoutId, datedOn: string) => readFile(streamOf(path), { layout, datedOn });

async function organisationsIn(path: string, layout: LayoutId, datedOn: string): Promise<OrganisationObservation[]> {
  const items = await everythingOf(reading(path, layout, datedOn));
  return items.flatMap((item) => (item.kind === 'organisation' ? [item.observation] : []));
}

const isOpen = ({ closedOn }: OrganisationObservation) => closedOn === null;
const isActivePractice = ({ roleId, status }: OrganisationObservation) => roleId === 'RO76' && status === 'active';
const withRole = (organisations: readonly OrganisationObservation[], id: string) =>
  organisations.filter(({ roleId }) => roleId === id);

describe('published files', () => {
  it('has the practices of 2016, each active GP practice with a CCG of its time', async () => {
    const practices = await organisationsIn('ods/2016-02/epraccur.csv', 'ods-practices', '2016-02-29');
    const ccgs = await organisationsIn('ods/2016-02/eccg.csv', 'ods-ccgs', '2016-02-29');
    expect(practices).toHaveLength(110);
    const active = practices.filter(isActivePractice);
    expect(active).toHaveLength(96);
    const codes = new Set(ccgs.map(({ code }) => code));
    expect(active.filter(({ relations }) => !codes.has(relations[0]?.relatedCode ?? ''))).toEqual([]);
    expect(ccgs).toHaveLength(37);
    expect(withRole(ccgs, 'RO98').filter(isOpen)).toHaveLength(30);
    expect(withRole(ccgs, 'RO218')).toHaveLength(4);
    const withStatus = (wanted: string | null) => practices.filter(({ status }) => status === wanted);
    expect(['active', 'dormant', 'proposed', null].map((status) => withStatus(status).length)).toEqual([101, 4, 2, 3]);
    expect(practices[0]).toMatchObject({ name: 'The Densham Surgery', town: 'Stockton', row: 1 });
  });

  it('has the practices of 2023', async () => {
    const practices = await organisationsIn('ods/2023/epraccur.csv', 'ods-practices', '2023-12-31');
    expect(practices).toHaveLength(120);
    expect(practices.filter(isActivePractice)).toHaveLength(80);
  });

  it.each([
    ['ods/2023/etr.csv', 'ods-trusts', '2023-12-31', 22, 2],
    ['ods/2023/ect.csv', 'ods-care-trusts', '2023-12-31', 3, 0],
    ['ods/2023/eccg.csv', 'ods-ccgs', '2023-12-31', 28, 0],
    ['ods/2025/etr.csv', 'ods-trusts', '2025-06-30', 32, 16],
    ['ods/2025/eccg.csv', 'ods-ccgs', '2025-06-30', 57, 25],
  ] as const)('has every row of %s', async (path, layout, datedOn, count, closed) => {
    const organisations = await organisationsIn(path, layout, datedOn);
    expect(organisations).toHaveLength(count);
    expect(organisations.filter((organisation) => !isOpen(organisation))).toHaveLength(closed);
  });

  it.each([
    ['ods/2023/eccg.csv', '2023-12-31', 25],
    ['ods/2025/eccg.csv', '2025-06-30', 28],
  ])('knows the sub-ICB locations in %s', async (path, datedOn, count) => {
    expect(withRole(await organisationsIn(path, 'ods-ccgs', datedOn), 'RO319')).toHaveLength(count);
  });

  it('has the successors, less three rows that name an organisation its own', async () => {
    const items = await everythingOf(reading('ods/successors_2022.csv', 'successors', '2022-04-01'));
    expect(items.filter(({ kind }) => kind === 'succession')).toHaveLength(52 - 3);
    expect(items.at(-1)).toMatchObject({ kind: 'note', text: expect.stringMatching(/^3 rows/) });
  });

  it('has the answers of the ORD service and the XML product', async () => {
    const [trust, ...successions] = await everythingOf(reading('ods/ord/organisation-RWR.json', 'ord', '2020-04-06'));
    expect(trust).toMatchObject({ observation: { code: 'RWR', roleId: 'RO197', openedOn: '2001-04-01' } });
    expect(successions).toMatchObject([
      { observation: { predecessorCode: 'RQJ', successorCode: 'RWR' } },
      { observation: { predecessorCode: 'RC8', successorCode: 'RWR' } },
    ]);
    expect(await organisationsIn('ods/ord/organisations.json', 'ord', '2021-01-28')).toHaveLength(2);
    const ofXml = await organisationsIn('ods/ord/organisations.xml', 'ord', '2016-06-27');
    expect(ofXml.map(({ code, roleId, closedOn }) => [code, roleId, closedOn])).toEqual([
      ['C88032001', 'RO96', '2014-06-30'],
      ['J99001', 'RO76', null],
    ]);
  });

  it.each([
    ['organization.xml', ['organisation']],
    ['affiliation.json', ['relation']],
    // What kind of organisation it is and since when is not said there, and that is told.
    ['bundle-of-both.xml', ['relation', 'organisation', 'note', 'note']],
    ['bundle-of-none.xml', ['note']],
  ])('has what FHIR says in %s', async (name, kinds) => {
    const items = await everythingOf(reading(`fhir/${name}`, 'fhir', '2024-01-01'));
    expect(items.map(({ kind }) => kind)).toEqual(kinds);
  });

  it('refuses errors that FHIR answered with, in their own words', async () => {
    const { message } = await refusalOf(reading('fhir/operation-outcome.xml', 'fhir', '2024-01-01'));
    expect(message).toContain('There is no organisation Z99999');
  });

  it('reads line ends of CR only, and Windows-1252', async () => {
    const areaTeams = await everythingOf(readCsv(streamOf('lookups/area_teams.csv')));
    expect(areaTeams).toHaveLength(9);
    expect(areaTeams.map(({ line }) => line)).toEqual(Array.from({ length: 9 }, (_, index) => index + 1));
    const ccgs = await everythingOf(readCsv(streamOf('lookups/ccg13_names_codes.csv')));
    expect(ccgs).toHaveLength(7);
    expect(ccgs.filter(({ fields }) => fields.join().includes('’'))).toHaveLength(1);
  });

  it('refuses a file that is taken for another', async () => {
    const { total, message } = await refusalOf(reading('ods/2016-02/epraccur.csv', 'ods-trusts', '2016-02-29'));
    expect(total).toBe(1);
    expect(message).toContain('looks like one of GP practices');
  });
});
