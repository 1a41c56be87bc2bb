import { describe, expect, it } from 'vitest';
import { type AreaRef, readDay } from '../../directory/index.ts';
import type { ProgrammePack } from '../../programme/index.ts';
import type { FoundAreaHit, FoundOrganisationHit, SearchResult } from '../../search/index.ts';
import { searchView, withoutGuesses } from './search-view.ts';

const pack = {
  positionOn: '2016-06-30',
  areaKinds: [
    { id: 'region', label: 'Region', labelPlural: 'Regions' },
    { id: 'stp', label: 'STP area', labelPlural: 'STP areas' },
    { id: 'icb', label: 'ICB area', labelPlural: 'ICB areas' },
    { id: 'footprint', label: 'Footprint', labelPlural: 'Footprints' },
  ],
  organisationTypes: [
    { id: 'ccg', label: 'CCG', labelPlural: 'CCGs', assessed: false, careSetting: null, furtherCareSettings: [] },
  ],
} as unknown as ProgrammePack;
const results = (rows: Partial<SearchResult>): SearchResult => ({
  areas: [],
  organisations: [],
  organisationTotal: rows.organisations?.length ?? 0,
  meant: null,
  isAlike: false,
  ...rows,
});
const context = { pack, day: readDay({}, { pack, clock: () => new Date('2016-06-30T12:00:00Z') }) };

const area = (kind: string, name: string): AreaRef => ({
  areaId: `${kind}:${name}`,
  kind,
  code: `${name.slice(0, 2).toLowerCase()}`,
  name,
  slug: name.toLowerCase(),
});
const found = (kind: string, name: string, ...stps: string[]): FoundAreaHit => ({
  ...area(kind, name),
  stps: stps.map((stp) => area('stp', stp)),
  isOfTheDay: true,
  nameSince: null,
  until: null,
  since: null,
  match: 'words',
  matchedName: name,
  matchedSince: null,
});
const organisation = (code: string, name: string, more: Partial<FoundOrganisationHit> = {}): FoundOrganisationHit => ({
  organisationId: code,
  code,
  name,
  typeId: 'ccg',
  status: '',
  regions: [],
  stps: [],
  footprints: [],
  sourceId: 'register',
  isOfTheDay: true,
  nameSince: null,
  town: '',
  postcode: '',
  until: null,
  since: null,
  match: 'words',
  matchedName: name,
  matchedSince: null,
  ...more,
});

describe('searchView', () => {
  it('puts an exact code first and does not repeat it', () => {
    const rows = [organisation('02X', 'NHS Vale CCG', { match: 'code' }), organisation('02Y', 'NHS 02X Friends CCG')];
    const { exact, groups } = searchView('02x', results({ organisations: rows }), context);
    expect(exact.map(({ title }) => title)).toEqual(['NHS Vale CCG']);
    expect(groups).toMatchObject([{ heading: 'Organisations', hits: [{ title: 'NHS 02X Friends CCG' }] }]);
  });

  it('says of how many it shows the closest, with the way to all', () => {
    const rows = [organisation('02X', 'NHS Vale CCG'), organisation('02Y', 'NHS Moor CCG')];
    const whole = (more: Partial<SearchResult>) =>
      searchView('nhs', results({ organisations: rows, ...more }), context).groups[0]?.whole;
    expect(whole({ organisationTotal: 89 })).toEqual({ href: '/organisations?q=nhs', count: 89 });
    expect(whole({ organisationTotal: null, meant: 'ccg' })).toEqual({ href: '/organisations?q=ccg', count: null });
    expect(whole({ organisationTotal: 2 })).toBeUndefined();
    expect(whole({ organisationTotal: 89, isAlike: true })).toBeUndefined();
  });

  it('puts an exact name first, whatever its kind', () => {
    const { exact, groups } = searchView(
      'vale',
      results({
        areas: [{ ...found('footprint', 'Vale', 'Moors'), match: 'name' }, found('stp', 'Great Vale')],
      }),
      context,
    );
    expect(exact).toEqual([{ href: '/footprints/vale', title: 'Vale', text: 'Footprint · In Moors' }]);
    expect(groups.map(({ heading }) => heading)).toEqual(['STP areas']);
  });

  it('names wider areas by their kind, and says which are of another day', () => {
    const areas = [
      found('icb', 'Vale and Moors'),
      { ...found('stp', 'The Vale'), isOfTheDay: false, until: '2022-07-01' },
      { ...found('footprint', 'Old Vale', 'Moors'), isOfTheDay: false, until: '2018-04-01' },
      found('region', 'Valeside'),
    ];
    const { groups } = searchView('vale', results({ areas }), context);
    expect(groups.map(({ heading, hits }) => [heading, ...hits.map(({ text }) => text)])).toEqual([
      ['Footprints', 'until 31 March 2018'],
      ['Regions', ''],
      ['STP areas', 'until 30 June 2022'],
      ['ICB areas', ''],
    ]);
  });

  it('leads from an organisation to its footprint and STP area, and says why', () => {
    const row = organisation('02X', 'NHS Vale CCG', {
      footprints: [area('footprint', 'Northvale')],
      stps: [area('stp', 'Moors')],
    });
    const { groups } = searchView('vale ccg', results({ organisations: [row] }), context);
    expect(groups[0]).toEqual({
      heading: 'Footprints',
      hits: [{ href: '/footprints/northvale', title: 'Northvale', text: 'Footprint of NHS Vale CCG' }],
    });
    expect(groups[1]?.hits[0]?.text).toBe('STP area of NHS Vale CCG');
    expect(groups[2]?.hits[0]?.text).toBe('02X · CCG · Footprint: Northvale');
  });

  it('shows an area once, and leads nowhere from a crowd of organisations', () => {
    const inVale = { footprints: [area('footprint', 'Vale End')] };
    const few = [organisation('1', 'A', inVale), organisation('2', 'B', inVale)];
    expect(
      searchView('x', results({ areas: [found('footprint', 'Vale End')], organisations: few }), context).groups[0]
        ?.hits,
    ).toHaveLength(1);
    const crowd = Array.from({ length: 11 }, (_, index) => organisation(`${index}`, `Trust ${index}`, inVale));
    expect(
      searchView('trust', results({ organisations: crowd }), context).groups.map(({ heading }) => heading),
    ).toEqual(['Organisations']);
  });

  it('says so where the footprint of a CCG is not recorded', () => {
    const { groups } = searchView('x', results({ organisations: [organisation('9', 'NHS Lone CCG')] }), context);
    expect(groups[0]?.hits[0]?.text).toBe('9 · CCG · Footprint not recorded');
  });

  it('says by which other name something was found, and that it is of another day', () => {
    const shown = { nameSince: '2015-04-01' };
    const rows = [
      organisation('00L', 'NHS Vale CCG', { ...shown, matchedName: 'NHS Moors CCG', matchedSince: '2013-04-01' }),
      organisation('00N', 'NHS Hill CCG', { ...shown, matchedName: 'NHS Peaks ICB', matchedSince: '2022-07-01' }),
      organisation('00M', 'NHS Dale CCG', { isOfTheDay: false, until: '2015-04-01' }),
    ];
    const { groups } = searchView('nhs', results({ organisations: rows }), context);
    expect(groups[0]?.hits.map(({ text }) => text)).toEqual([
      '00L · CCG · Footprint not recorded · formerly NHS Moors CCG',
      '00N · CCG · Footprint not recorded · later NHS Peaks ICB',
      '00M · CCG · Footprint not recorded · until 31 March 2015',
    ]);
  });

  it('tells apart those of one name by where they are', () => {
    const rows = [
      organisation('00L', 'The Surgery', { town: 'Moorham', postcode: 'ZY9 1AA' }),
      organisation('00M', 'The Surgery', { town: 'Valeham', isOfTheDay: false, until: '2015-04-01' }),
    ];
    const { groups } = searchView('surgery', results({ organisations: rows }), context);
    expect(groups[0]?.hits.map(({ text }) => text)).toEqual([
      '00L · CCG · Footprint not recorded · Moorham ZY9 1AA',
      '00M · CCG · Footprint not recorded · Valeham · until 31 March 2015',
    ]);
  });

  it('says where something is that was found by its town or postcode', () => {
    const row = organisation('00L', 'NHS Vale CCG', { town: 'Moorham', postcode: 'ZY9 1AA' });
    const textOf = (term: string, meant: string | null = null) =>
      searchView(term, results({ organisations: [row], meant }), context).groups[0]?.hits[0]?.text;
    expect(textOf('vale')).toBe('00L · CCG · Footprint not recorded');
    expect(textOf('moorham')).toBe('00L · CCG · Footprint not recorded · Moorham ZY9 1AA');
    expect(textOf('zy91aa')).toContain('ZY9 1AA');
    expect(textOf('moroham', 'moorham')).toContain('Moorham');
  });
});

describe('withoutGuesses', () => {
  const inText = [{ heading: 'Published roadmaps', hits: [{ href: '/a', title: 'A', text: '' }] }];
  const guessed = {
    areas: [found('footprint', 'Sharrow')],
    organisations: [],
    organisationTotal: 3,
    meant: null,
    isAlike: true,
  };

  it('leaves out what was guessed at beside texts that have the words', () => {
    expect(withoutGuesses(guessed, inText)).toMatchObject({ areas: [], organisationTotal: 0, isAlike: false });
    expect(withoutGuesses({ ...guessed, isAlike: false, meant: 'sharrow' }, inText).meant).toBeNull();
  });

  it('keeps it where nothing else was found, and what was no guess', () => {
    expect(withoutGuesses(guessed, [])).toBe(guessed);
    const sure = { ...guessed, isAlike: false };
    expect(withoutGuesses(sure, inText)).toBe(sure);
  });
});
