import { describe, expect, it } from 'vitest';
import { readFile } from '../read-file.ts';
import { everythingOf, faultsOf, inChunks, itemsOf } from '../testing/files.ts';

const options = { layout: 'ord', datedOn: '2020-04-01' } as const;

function xmlDate(type: string, start: string, end?: string): string {
  return `<Date><Type value="${type}"/><Start value="${start}"/>${end === undefined ? '' : `<End value="${end}"/>`}</Date>`;
}

function xmlTarget(code: string): string {
  return `<Target><OrgId root="1.2.3" extension="${code}"/></Target>`;
}

const place =
  '<GeoLoc><Location><AddrLn1>THE SURGERY</AddrLn1><AddrLn2>1 EXAMPLE ROAD</AddrLn2><Town>SOUTHSEA</Town>' +
  '<County>HAMPSHIRE</County><PostCode>PO5 3ZZ</PostCode></Location></GeoLoc>';
const roles =
  `<Roles><Role id="RO177" primaryRole="true">${xmlDate('Operational', '1974-04-01')}<Status value="Active"/></Role>` +
  `<Role id="RO76">${xmlDate('Operational', '2014-04-15')}<Status value="Active"/></Role></Roles>`;

/** A made-up practice; what is given stands behind its roles. */
function xmlPractice(code: string, rest = '', dates = xmlDate('Operational', '1974-04-01')): string {
  return (
    `<Organisation><Name>EXAM\u00ADPLE &amp; SONS\u3164 <![CDATA[GROUP]]></Name>${dates}<OrgId extension="${code}"/>` +
    `<Status value="Active"/>${place}<Contacts><Contact type="http" value="x"/><Contact type="tel" value="01632 960002"/>` +
    `</Contacts>${roles}${rest}</Organisation>`
  );
}

function xmlFile(...organisations: readonly string[]): string {
  const inside = `<Manifest><RecordCount value="${organisations.length}"/></Manifest><Organisations>${organisations.join('\n')}`;
  return `<?xml version="1.0"?>\n<H:OrgRefData xmlns:H="http://example.org/org">${inside}</Organisations></H:OrgRefData>\n`;
}

const relations =
  `<Rels><Rel id="RE4">${xmlDate('Legal', '2000-01-01')}${xmlDate('Operational', '2001-04-01', '2013-03-31')}` +
  `${xmlDate('Operational', '2014-04-01')}${xmlTarget('9ZZ')}</Rel><Rel id="RE99">${xmlTarget('9ZZ')}</Rel></Rels>`;
const succession = (type: string, code: string, dates = xmlDate('Legal', '2015-07-01')) =>
  `<Succs><Succ>${dates}<Type>${type}</Type>${xmlTarget(code)}</Succ></Succs>`;

describe('the XML product', () => {
  it('says what an organisation is, and with whom', async () => {
    const items = await itemsOf(xmlFile(xmlPractice('J99001', relations)), options);
    expect(items).toEqual([
      {
        kind: 'organisation',
        observation: {
          code: 'J99001',
          name: 'Example & Sons Group',
          roleId: 'RO76',
          status: 'active',
          openedOn: '1974-04-01',
          closedOn: null,
          address: 'The Surgery, 1 Example Road',
          town: 'Southsea',
          postcode: 'PO5 3ZZ',
          phone: '01632 960002',
          regionCode: null,
          geographyCode: null,
          relations: [
            { kind: 'commissioned-by', relatedCode: '9ZZ', from: '2001-04-01', to: '2013-03-31' },
            { kind: 'commissioned-by', relatedCode: '9ZZ', from: '2014-04-01', to: null },
          ],
          row: 1,
        },
      },
      { kind: 'note', text: 'A relationship RE99 was left out, as its kind is not kept (record 1 (J99001)).' },
    ]);
  });

  it('tells a succession once that both organisations state', async () => {
    const file = xmlFile(
      xmlPractice('J99001', succession('Successor', 'J99002')),
      xmlPractice('J99002', succession('Predecessor', 'J99001')),
    );
    const items = await itemsOf(file, options);
    expect(items.filter(({ kind }) => kind === 'succession')).toEqual([
      {
        kind: 'succession',
        observation: { predecessorCode: 'J99001', successorCode: 'J99002', effectiveOn: '2015-07-01', row: 1 },
      },
    ]);
  });

  it.each([
    [
      'operational dates before legal ones',
      xmlDate('Legal', '1980-01-01', '2013-03-31') + xmlDate('Operational', '2012-04-02'),
      '2012-04-02',
      null,
    ],
    ['legal dates where there are no others', xmlDate('Legal', '1980-01-01', '2013-03-31'), '1980-01-01', '2013-03-31'],
    ['no dates', '', null, null],
  ])('goes by %s', async (_, dates, openedOn, closedOn) => {
    const [item] = await itemsOf(xmlFile(xmlPractice('J99001', '', dates)), options);
    expect(item).toMatchObject({ observation: { openedOn, closedOn } });
  });

  it.each([
    ['a document type declaration', '<!DOCTYPE x [<!ENTITY a "b">]><OrgRefData/>', 1, 'DOCTYPE'],
    ['an unknown entity', xmlFile('<Organisation><Name>&eacute;</Name></Organisation>'), 2, 'not readable as XML'],
    ['a cut end', xmlFile(xmlPractice('J99001')).slice(0, -40), 2, 'cut off'],
    ['other XML', '<html><body/></html>', 1, 'wrong layout: the outermost element is "html"'],
    ['what is not well-formed', '<OrgRefData>\n<a></b></OrgRefData>', 2, 'not readable as XML'],
    ['no code', xmlFile(xmlPractice('')), 2, 'record 1: its ODS code is missing'],
    ['a malformed code', xmlFile(xmlPractice('j-1')), 2, '"j-1" is not a code'],
    ['a code twice', xmlFile(xmlPractice('J99001'), xmlPractice('J99001')), 3, 'stands in record 1 already'],
    [
      'a day that does not exist',
      xmlFile(xmlPractice('J99001', '', xmlDate('Operational', '2013-02-29'))),
      2,
      'is not a day',
    ],
    [
      'an end before the beginning',
      xmlFile(xmlPractice('J99001', '', xmlDate('Legal', '2013-02-02', '2013-02-01'))),
      2,
      'before the first',
    ],
    [
      'a succession without a date',
      xmlFile(xmlPractice('J99001', succession('Successor', 'J99002', ''))),
      2,
      'has no date',
    ],
    ['its own successor', xmlFile(xmlPractice('J99001', succession('Successor', 'J99001'))), 2, 'its own successor'],
    ['another sort of succession', xmlFile(xmlPractice('J99001', succession('Heir', 'J99002'))), 2, 'neither of type'],
    ['plain text', 'a,b', 1, 'neither XML nor a JSON object'],
    ['nothing', ' \n', null, 'the file is empty'],
  ])('is refused for %s', async (_, file, line, reason) => {
    const faults = await faultsOf(file, options);
    expect(faults).toEqual([expect.objectContaining({ line, reason: expect.stringContaining(reason) })]);
  });

  it('reads the same however the bytes are cut', async () => {
    const file = xmlFile(xmlPractice('J99001', relations), xmlPractice('J99002'));
    expect(await everythingOf(readFile(inChunks(file, [1]), options))).toEqual(await itemsOf(file, options));
  });
});

describe('the JSON answers', () => {
  const target = { OrgId: { extension: 'RZX' } };
  const organisation = {
    Name: 'EXAMPLE NHS TRUST',
    Date: [{ Type: 'Operational', Start: '2001-04-01', End: '2019-03-31' }],
    OrgId: { root: '1.2.3', extension: 'RZZ' },
    Status: 'Inactive',
    GeoLoc: { Location: { AddrLn1: 'THE OLD MILL', Town: 'HATFIELD', PostCode: 'AL10 8ZZ', UPRN: 1 } },
    Contacts: { Contact: [{ type: 'tel', value: '01632 960003' }] },
    Roles: {
      Role: [
        { id: 'RO57', Status: 'Inactive' },
        { id: 'RO197', primaryRole: true, Status: 'Inactive' },
      ],
    },
    Rels: { Rel: [{ id: 'RE5', Date: [{ Type: 'Operational', Start: '2001-04-01' }], Target: target }] },
    Succs: { Succ: [{ Type: 'Predecessor', Date: [{ Type: 'Legal', Start: '2001-04-01' }], Target: target }] },
  };

  it('say as much of one organisation as the XML', async () => {
    expect(await itemsOf(JSON.stringify({ Organisation: organisation }), options)).toMatchObject([
      {
        observation: {
          code: 'RZZ',
          name: 'Example NHS Trust',
          roleId: 'RO197',
          status: null,
          openedOn: '2001-04-01',
          closedOn: '2019-03-31',
          town: 'Hatfield',
          phone: '01632 960003',
          relations: [{ kind: 'located-in', relatedCode: 'RZX', from: '2001-04-01', to: null }],
        },
      },
      { observation: { predecessorCode: 'RZX', successorCode: 'RZZ', effectiveOn: '2001-04-01' } },
    ]);
  });

  it('say less in lists', async () => {
    const listed = { Name: 'EXAMPLE', OrgId: 'RZZ', Status: 'Inactive', PostCode: 'al10 8zz', PrimaryRoleId: 'RO197' };
    expect(await itemsOf(JSON.stringify({ Organisations: [listed] }), options)).toMatchObject([
      {
        observation: {
          code: 'RZZ',
          roleId: 'RO197',
          status: null,
          openedOn: null,
          postcode: 'AL10 8ZZ',
          isClosedWithoutDay: true,
          relations: [],
        },
      },
      { kind: 'note', text: expect.stringContaining('closed without a date') },
      { kind: 'note', text: expect.stringContaining('Since when an organisation has been there is not said') },
    ]);
  });

  it('say of a list that is as long as a page that there may be more', async () => {
    const list = (length: number) => ({
      Organisations: Array.from({ length }, (_, index) => ({
        Name: 'EXAMPLE',
        OrgId: `R${100 + index}`,
        Status: 'Active',
        PrimaryRoleId: 'RO197',
      })),
    });
    const textsOf = async (length: number) =>
      (await itemsOf(JSON.stringify(list(length)), options)).flatMap((item) =>
        item.kind === 'note' ? [item.text] : [],
      );
    expect((await textsOf(20)).at(-1)).toContain('one page of several');
    expect((await textsOf(21)).join()).not.toContain('one page of several');
  });

  it('may be empty, and are then said to be', async () => {
    expect(await itemsOf('{"Organisations": []}', options)).toEqual([
      { kind: 'note', text: 'The file was read to its end and names no organisation.' },
    ]);
  });

  it.each([
    ['a cut end', '{"Organisations": [\n{"Name": "X', 2, 'cut off'],
    ['what is not JSON', '{"Organisations": x}', null, 'not readable as JSON'],
    ['a comma too many', '{"Organisations": [],\n}', 2, 'not readable as JSON'],
    ['another answer', '{"errorCode": 404}', 1, 'wrong layout'],
    ['no name', '{"Organisations": [{"OrgId": "RZZ"}]}', null, 'record 1 (RZZ): the name is missing'],
  ])('are refused for %s', async (_, file, line, reason) => {
    expect(await faultsOf(file, options)).toEqual([
      expect.objectContaining({ line, reason: expect.stringContaining(reason) }),
    ]);
  });
});
