import { describe, expect, it } from 'vitest';
import { type SmallReferenceFile, smallReference } from '../small-reference.fixture.ts';
import { parseReference } from './parse-reference.ts';
import type { ReferenceFile } from './reference-fault.ts';

function faultsOf(files: readonly ReferenceFile[]) {
  const parsed = parseReference(files);
  return parsed.kind === 'faults' ? parsed.faults : [];
}

function referenceOf(files: readonly ReferenceFile[]) {
  const parsed = parseReference(files);
  if (parsed.kind === 'faults') {
    throw new Error(JSON.stringify(parsed.faults));
  }
  return parsed.reference;
}

describe('sound reference files', () => {
  const reference = referenceOf(smallReference());

  it('become facts, with empty fields as null', () => {
    expect(reference.areas.at(-1)).toEqual({
      kind: 'footprint',
      code: 'nm',
      name: 'Moor, with Vale',
      slug: 'moor-with-vale',
      validFrom: '2016-10-01',
      validTo: null,
      source: 'paper',
      standing: 'inferred',
      note: 'Joined',
    });
    expect(reference.memberships[2]).toEqual({
      footprintCode: 'nm',
      organisationCode: '00A',
      role: 'core',
      listedAs: null,
      validFrom: '2016-10-01',
      validTo: null,
      source: 'paper',
      standing: 'inferred',
      note: null,
    });
    expect(reference.sources[1]).toMatchObject({ url: null, datedOn: '2016-06-30' });
  });

  it('carry numbers as numbers', () => {
    expect(reference.measures[0]).toMatchObject({ measure: 'registered_patients', value: 107232 });
    expect(reference.hexagons[1]).toMatchObject({ area: { kind: 'stp', code: 'E54000002' }, column: 1, row: 0 });
  });

  it('may say of an organisation what it was in several periods, and refer to all of them', () => {
    const [before, after] = ['00A,NHS Vale CCG,ccg,official,Vale,DN4 5DJ,Y54,2013-04-01,', ',register,official,\n'];
    const files = smallReference({
      file: 'organisations.csv',
      from: `${before}${after}`,
      to: `${before}2016-09-01${after}00A,Vale Board,ccg,official,,,Y54,2016-09-01,${after}`,
    });
    const rows = referenceOf(files).organisations.filter(({ code }) => code === '00A');
    expect(rows.map(({ name, validTo }) => [name, validTo])).toEqual([
      ['NHS Vale CCG', '2016-09-01'],
      ['Vale Board', null],
    ]);
  });

  it('may come in any order, with a byte order mark, blank lines and Windows line ends', () => {
    const rewritten = smallReference()
      .map(({ path, text }) => ({ path, text: `\uFEFF${text.replaceAll('\n', '\r\n')}\r\n\r\n` }))
      .reverse();
    expect(referenceOf(rewritten)).toEqual(reference);
  });
});

type Case = [what: string, file: SmallReferenceFile, from: string, to: string, line: number, message: string];

const rowFaults: Case[] = [
  ['an unknown column', 'areas.csv', 'slug', 'path', 1, 'the header must be kind,code,name,slug'],
  ['an empty file', 'hexagons.csv', smallText('hexagons.csv'), '', 1, 'the file is empty'],
  ['a field too few', 'areas.csv', 'official,\n', 'official\n', 2, 'has 8 fields where the header has 9'],
  ['a quote left open', 'areas.csv', '"Moor, with Vale"', '"Moor, with Vale', 7, 'not readable as CSV'],
  ['an empty name', 'areas.csv', ',North,', ',,', 2, 'name: must not be empty'],
  ['a blank after a name', 'areas.csv', ',North,', ',North ,', 2, 'name: must not start or end with a blank'],
  [
    'an unknown kind',
    'areas.csv',
    'region,Y57',
    'district,Y57',
    3,
    'kind: must be region, stp, footprint or icb, not "dis',
  ],
  ['a slug with a blank', 'areas.csv', ',vale,', ',the vale,', 4, 'slug: must be small letters'],
  ['a day that is not', 'areas.csv', '2016-10-01,paper', '2016-02-30,paper', 6, 'valid_to: must be a date'],
  ['no start', 'areas.csv', '2013-04-01', '', 2, 'valid_from: must be a date'],
  ['an unknown standing', 'areas.csv', 'official', 'guess', 2, 'standing: must be official, stated or inferred, not'],
  ['an unknown role', 'memberships.csv', 'lead', 'chair', 2, 'role: must be lead, core, associate or support'],
  ['an unknown relation', 'area-links.csv', 'within', 'near', 2, 'relation: must be within or spans'],
  ['an unknown measure', 'measures.csv', 'registered_', '', 2, 'measure: must be registered_patients'],
  ['half a person', 'measures.csv', '107232', '107232.5', 2, 'value: must be a whole number, not "107232.5"'],
  ['a malformed code', 'organisations.csv', 'LDR-CARE', 'LDR-Care', 4, 'code: must be an ODS code'],
  ['a malformed postcode', 'organisations.csv', 'DN4 5DJ', 'DN45DJ', 2, 'postcode: must be a postcode'],
  ['an address that is none', 'sources.csv', 'https://register.example/', 'the web', 2, 'url: must be a web address'],
  ['an unknown event', 'successions.csv', 'closure', 'end', 2, 'kind: must be merge, split, transfer, rename'],
  ['a nameless area', 'successions.csv', 'footprint:nv', 'Northvale', 3, 'predecessor: must be the code of an org'],
  ['a date in words', 'sources.csv', '2016-02', 'autumn 2016', 2, 'dated_on: must be YYYY'],
];

const crossFaults: Case[] = [
  ['a code of another kind', 'areas.csv', 'footprint,nm', 'footprint,Nm', 7, '"Nm" is not the code of a footprint'],
  ['a repeated source', 'sources.csv', '\npaper', '\nregister', 3, 'source register is already given in line 2'],
  ['a repeated area', 'areas.csv', 'region,Y57', 'region,Y54', 3, 'region Y54 overlaps with line 2'],
  ['a repeated slug', 'areas.csv', ',south,', ',north,', 3, 'slug north of a region overlaps with line 2'],
  ['a repeated organisation', 'organisations.csv', '\nRAA', '\n00A', 3, 'organisation 00A overlaps with line 2'],
  ['a shared hexagon', 'hexagons.csv', ',1,0,', ',0,0,', 3, 'cell 0, 0 of the stp map is already given in line 2'],
  ['a second hexagon', 'hexagons.csv', 'E54000002', 'E54000001', 3, 'stp E54000001 is already given in line 2'],
  ['an unknown source', 'areas.csv', 'register', 'hearsay', 2, 'source: there is no source hearsay'],
  ['an unknown child', 'area-links.csv', 'stp,E54000002', 'stp,E54000009', 3, 'there is no stp E54000009'],
  ['an unknown parent', 'area-links.csv', 'region,Y54', 'region,Y58', 2, 'there is no region Y58'],
  ['an unknown region', 'organisations.csv', 'Y54', 'Y58', 2, 'there is no region Y58'],
  ['an unknown footprint', 'memberships.csv', 'nv,00A', 'xx,00A', 2, 'there is no footprint xx'],
  ['an unknown member', 'memberships.csv', 'nv,00A', 'nv,00Z', 2, 'there is no organisation 00Z'],
  ['a measure of nobody', 'measures.csv', '00A', '00Z', 2, 'there is no organisation 00Z'],
  ['an unmapped area', 'hexagons.csv', 'E54000002', 'E54000009', 3, 'there is no stp E54000009'],
  [
    'an end before the start',
    'areas.csv',
    ',,register',
    ',2013-04-01,register',
    2,
    'valid_to must be after valid_from',
  ],
  [
    'a member after its end',
    'memberships.csv',
    '2016-07-01',
    '2016-10-01',
    3,
    'holds on days when organisation RAA is not there (1991-04-01 to 2016-07-01)',
  ],
  [
    'a member before the footprint',
    'memberships.csv',
    '2016-10-01,,paper',
    '2016-06-30,,paper',
    4,
    'holds on days when footprint nm is not there (from 2016-10-01)',
  ],
  [
    'an overlapping membership',
    'memberships.csv',
    'nm,00A,core,,2016-10-01,',
    'nv,00A,lead,,2016-06-30,2016-10-01',
    4,
    'the lead membership of 00A in nv overlaps with line 2',
  ],
  [
    'a place given twice',
    'organisation-areas.csv',
    'RAA,region,Y54,2013-04-01,2016-07-01',
    '00A,stp,E54000001,2016-06-30,',
    4,
    'the place of 00A in stp E54000001 overlaps with line 3',
  ],
  ['an STP in a footprint', 'area-links.csv', 'region,Y54', 'footprint,nm', 2, 'a stp does not lie in a footprint'],
  [
    'one of two parents',
    'area-links.csv',
    'spans',
    'within',
    5,
    'relation: within is wrong for footprint nm, which has mo',
  ],
  [
    'spanning one parent',
    'area-links.csv',
    'within',
    'spans',
    2,
    'spans is wrong for stp E54000001, which has one parent',
  ],
  [
    'a step told twice',
    'successions.csv',
    'area,transfer,footprint:nv,footprint:nm,2016-10-01,paper,inferred,Joined',
    'organisation,closure,RAA,,2016-07-01,register,official,',
    3,
    'the step from RAA to nothing on 2016-07-01 is already',
  ],
  [
    'an heir that is not there',
    'successions.csv',
    'nm,2016-10-01',
    'nm,2016-09-30',
    3,
    'when footprint nm is not there',
  ],
  [
    'an end without a closure',
    'successions.csv',
    'closure',
    'merge',
    2,
    'kind: by its members this is a closure, not a merge',
  ],
  [
    'a merger of one',
    'successions.csv',
    'transfer',
    'merge',
    3,
    'kind: by its members this is a transfer, not a merge',
  ],
  [
    'two regions at once',
    'organisation-areas.csv',
    '00A,stp,E54000001,2016-03-15',
    '00A,region,Y57,2016-03-15',
    2,
    'region_code: 00A has Y54 here and Y54 and Y57',
  ],
  ['two regions', 'organisations.csv', 'Y54', 'Y57', 2, 'region_code: 00A has Y57 here and Y54 in organisation-areas.'],
  ['no region', 'organisation-areas.csv', 'RAA,region', 'RAA,stp', 3, 'region_code: RAA has Y54 here and no region in'],
];

function smallText(file: SmallReferenceFile): string {
  return smallReference().find(({ path }) => path === file)?.text ?? '';
}

describe('faulty reference files', () => {
  it.each(rowFaults)('%s is refused', (_, file, from, to, line, message) => {
    expect(faultsOf(smallReference({ file, from, to }))).toEqual([
      { file, line, message: expect.stringContaining(message) },
    ]);
  });

  it.each(crossFaults)('%s is refused', (_, file, from, to, line, message) => {
    const faults = faultsOf(smallReference({ file, from, to }));
    const place = message.startsWith('region_code') ? 'organisations.csv' : file;
    expect(faults).toContainEqual({ file: place, line, message: expect.stringContaining(message) });
  });

  it('a missing file and one too many are both named', () => {
    const files = [...smallReference().slice(1), { path: 'notes.csv', text: '' }];
    expect(faultsOf(files)).toEqual([
      { file: 'notes.csv', line: 1, message: 'is not one of the reference files' },
      { file: 'sources.csv', line: 1, message: 'the file is missing' },
    ]);
  });

  it('all faults are told at once, in the order of files and lines', () => {
    const files = smallReference({ file: 'memberships.csv', from: 'lead', to: 'chair' }).map(({ path, text }) => {
      return path === 'areas.csv' ? { path, text: text.replaceAll('official', 'guess') } : { path, text };
    });
    expect(faultsOf(files).map(({ file, line }) => `${file}:${line}`)).toEqual([
      'areas.csv:2',
      'areas.csv:3',
      'areas.csv:4',
      'areas.csv:5',
      'memberships.csv:2',
    ]);
  });

  it('a line break inside quotes does not shift the lines told', () => {
    const broken = { file: 'areas.csv', from: ',North,', to: ',"North\nof here",' } as const;
    const files = smallReference(broken).map(({ path, text }) => ({ path, text: text.replace('stp,E54', 'stp,E55') }));
    expect(faultsOf(files)).toContainEqual(expect.objectContaining({ file: 'areas.csv', line: 5 }));
  });
});
