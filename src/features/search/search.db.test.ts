import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../../test/database/test-service.ts';
import { searchWords } from '../directory/search-words.ts';
import { findMyArea } from './find-my-area.ts';
import { listClosestOrganisations, listOrganisationPage } from './listing/read-organisation-list.ts';
import { searchDirectory } from './search-directory.ts';
import { updateSearchEntries } from './search-entries-repository.ts';

const asAt = '2016-06-30';

let clone: TestDatabase;
beforeAll(async () => {
  clone = await cloneDatabase('facts');
  await sql`
    insert into source (source_id, title, publisher, licence) values ('made-up', 'Made up', 'Nobody', 'None')`.execute(
    clone.database,
  );
  await sql`
    insert into organisation (organisation_id, code) values ('Z99901', 'Z99901'), ('Z99902', 'Z99902')`.execute(
    clone.database,
  );
  await sql`
    insert into organisation_record (organisation_id, code, name, type_id, type_standing, town, postcode, valid, seen, source_id, standing)
    values ('Z99901', 'Z99901', 'Old Tollhouse Surgery', 'gp-practice', 'official', 'Quarrington', 'ZY9 1AA', '[2001-01-01,2014-01-01)', '{2010-01-01}', 'made-up', 'official'),
           ('Z99901', 'Z99901', 'Doncaster Road Surgery', 'gp-practice', 'official', 'Quarrington', 'ZY9 1AA', '[2014-01-01,)', '{2014-01-01}', 'made-up', 'official'),
           ('Z99902', 'Z99902', 'Saltmarsh Clinic', 'gp-practice', 'official', 'Quarrington', 'ZY9 2AA', '[2001-01-01,2015-04-01)', '{2014-01-01}', 'made-up', 'official')`.execute(
    clone.database,
  );
  await sql`
    insert into organisation_relation (organisation_id, kind, related_code, valid, seen_on, source_id, standing)
    values ('Z99901', 'commissioned-by', '02X', '[2013-04-01,)', '2014-01-01', 'made-up', 'official')`.execute(
    clone.database,
  );
  await sql`
    with event as (
      insert into succession_event (subject, kind, effective_on, source_id, standing, recorded_at)
      values ('organisation', 'merge', '2015-04-01', 'made-up', 'official', '2015-04-01') returning succession_event_id
    )
    insert into succession_link (succession_event_id, predecessor_id, successor_id)
    select event.succession_event_id, 'Z99902', 'Z99901' from event`.execute(clone.database);
  await updateSearchEntries(clone.database, { organisationIds: ['Z99901', 'Z99902'], areaIds: [] });
});
afterAll(() => clone.close());

/** Names found, areas before organisations, in the order shown. */
async function found(term: string) {
  const { areas, organisations, ...rest } = await searchDirectory(clone.database, term, { asAt, limit: 10 });
  return { ...rest, names: [...areas, ...organisations].map(({ name }) => name) };
}

describe('a search', () => {
  it.each([
    ['rl4', 'The Royal Wolverhampton NHS Trust'],
    ['Doncaster', 'Doncaster'],
    ['kings college hospital', 'King’s College Hospital NHS Foundation Trust'],
    ['Kings Lyn', 'The Queen Elizabeth Hospital, King’s Lynn, NHS Foundation Trust'],
    ['ZY9 1AA', 'Doncaster Road Surgery'],
    ['zy91aa', 'Doncaster Road Surgery'],
    ['Old Tollhouse Surgery', 'Doncaster Road Surgery'],
    ['saltmarsh', 'Saltmarsh Clinic'],
    ['quarrington', 'Doncaster Road Surgery'],
  ])('for %s finds %s first', async (term, first) => {
    const { names, meant } = await found(term);
    expect(names[0]?.replaceAll("'", '’')).toBe(first);
    expect(meant).toBeNull();
  });

  it.each([
    ['Wolverhamton', 'wolverhampton', 'Wolverhampton'],
    ['Glocestershire', 'gloucestershire', 'Gloucestershire'],
    ['Docnaster', 'doncaster', 'Doncaster'],
    ['Barst', 'barts', 'Barts Health NHS Trust'],
    ['Yrok teaching', 'york teaching', 'York Teaching Hospital NHS Foundation Trust'],
    ['St Gorges', 'st georges', 'St George’s University Hospitals NHS Foundation Trust'],
    ['Queen Elisabeth', 'queen elizabeth', 'The Queen Elizabeth Hospital, King’s Lynn, NHS Foundation Trust'],
    ['Barts Heath', null, 'Barts Health NHS Trust'],
  ])('forgives the mistake in %s, meaning %s, and finds %s first', async (term, meaning, first) => {
    const { names, meant, isAlike } = await found(term);
    expect(names[0]?.replaceAll("'", '’')).toBe(first);
    expect(meant).toBe(meaning);
    expect(isAlike).toBe(meaning === null);
  });

  it('knows a former name from one of the day, and from one that came later', async () => {
    const { organisations } = await searchDirectory(clone.database, 'Old Tollhouse', { asAt, limit: 10 });
    expect(organisations).toMatchObject([
      {
        name: 'Doncaster Road Surgery',
        nameSince: '2014-01-01',
        matchedName: 'Old Tollhouse Surgery',
        matchedSince: '2001-01-01',
      },
    ]);
    const before = await searchDirectory(clone.database, 'Doncaster Road', { asAt: '2010-06-30', limit: 10 });
    expect(before.organisations).toMatchObject([
      { name: 'Old Tollhouse Surgery', matchedName: 'Doncaster Road Surgery', matchedSince: '2014-01-01' },
    ]);
  });

  it('reads accents and the long form of CCG as people type them', async () => {
    const { rows } = await sql<{ plain: string }>`
      select search_words('Café & King’s Clinical Commissioning Group') as plain`.execute(clone.database);
    expect(rows[0]?.plain).toBe(searchWords('Café & King’s Clinical Commissioning Group').join(' '));
  });

  it.each(['Saint Helens, St. Helens and All Saints', 'NHS Essex Integrated Care Board, integrated care boards'])(
    'makes the same words of %s as people’s are made into',
    async (name) => {
      const { rows } = await sql<{ plain: string }>`select search_words(${name}) as plain`.execute(clone.database);
      expect(rows[0]?.plain).toBe(searchWords(name).join(' '));
    },
  );

  it.each([
    ['saint helens', 'st helens'],
    ['Saint George’s', 'St George’s'],
    ['essex integrated care board', 'essex icb'],
    ['sussex and east surrey sustainability and transformation plan', 'sussex and east surrey stp'],
    ['essex integrated care system', 'essex icb'],
  ])('finds for %s what it finds for %s', async (term, other) => {
    const [one, two] = [await found(term), await found(other)];
    expect(one.names.length).toBeGreaterThan(0);
    expect(one).toEqual(two);
  });

  it.each([
    ['Notts', 'Nottinghamshire'],
    ['glos', 'Gloucestershire'],
    ['doncaster doctors', 'Doncaster Road Surgery'],
  ])('knows what people mean by %s', async (term, name) => {
    expect((await found(term)).names.slice(0, 10)).toContain(name);
  });

  it.each(['qqxxzz', '%', "'; drop table organisation", ''])(
    'for %s finds nothing, or nothing harmful',
    async (term) => {
      expect((await found(term)).names.length).toBeLessThan(5);
    },
  );
});

it('leaves entries alone that say already what they should', async () => {
  const listEntries = async () =>
    (await sql<object>`select * from search_entry order by search_entry_id`.execute(clone.database)).rows;
  const before = await listEntries();
  await updateSearchEntries(clone.database, { organisationIds: ['Z99901', 'Z99902'], areaIds: [] });
  expect(await listEntries()).toEqual(before);
});

describe('finding an area', () => {
  it.each([
    ['Doncaster', 'one', ['Doncaster']],
    ['RL4', 'one', ['Wolverhampton']],
    ['Z99901', 'one', ['Doncaster']],
    ['ZY9 1AA', 'one', ['Doncaster']],
    ['ZY9', 'one', ['Doncaster']],
    ['Quarrington', 'one', ['Doncaster']],
    ['Qarrington', 'one', ['Doncaster']],
    ['Glocestershire', 'one', ['Gloucestershire']],
    ['RP5', 'one', ['Doncaster']],
    ['London', 'several', []],
    ['Y54', 'several', []],
    ['RJ7', 'unrecorded', []],
    ['Barts Heath', 'unrecorded', []],
    ['Trust', 'common', []],
  ])('by %s leads to it', async (term, kind, names) => {
    const { answer } = await findMyArea(clone.database, term, asAt);
    expect(answer.kind).toBe(kind);
    expect(answer.kind === 'one' ? [answer.found.footprint.name] : []).toEqual(names);
  });

  it.each([
    ['essex icb', '2026-07-08', 'one'],
    ['Essex ICS', '2026-07-08', 'one'],
    ['South Yorkshire integrated care board', '2026-07-08', 'several'],
    ['london region', asAt, 'several'],
    ['the Black Country STP', asAt, 'one'],
    ['D7T5G', '2026-07-08', 'one'],
  ])('by %s on %s goes by the area of that kind', async (term, day, kind) => {
    const { answer, meant } = await findMyArea(clone.database, term, day);
    expect([answer.kind, meant]).toEqual([kind, null]);
  });

  it('names the other areas of that name where the words are but a part of it', async () => {
    const named = async (term: string) => {
      const { answer, elsewhere } = await findMyArea(clone.database, term, asAt);
      return [answer.kind, ...elsewhere.map(({ name }) => name)];
    };
    expect(await named('essex')).toEqual(['one', 'Hertfordshire and West Essex', 'Mid and South Essex']);
    expect(await named('Suffolk and North East Essex')).toEqual(['one']);
    expect(await named('Doncaster')).toEqual(['one']);
  });

  it('says that a postcode is only likely to be right when it is near an organisation, not that of one', async () => {
    expect(await findMyArea(clone.database, 'ZY9', asAt)).toMatchObject({
      answer: { isLikelyOnly: true },
    });
    expect(await findMyArea(clone.database, 'ZY9 1AA', asAt)).toMatchObject({
      answer: { isLikelyOnly: false },
    });
  });

  it.each([
    ['ZY77 3QQ', 'one'],
    // Of another area, whose letters begin alike.
    ['Z7 3QQ', 'unknown'],
    // In Wales, though Shrewsbury has the same letters; and in London.
    ['SY23 1AA', 'unknown'],
    ['SW1A 2AA', 'unknown'],
  ])('goes by the postcode area of %s where no organisation is near', async (postcode, kind) => {
    const { answer } = await findMyArea(clone.database, postcode, asAt);
    expect(answer.kind).toBe(kind);
    expect(answer).toMatchObject(
      kind === 'one' ? { isLikelyOnly: true, found: { footprint: { name: 'Doncaster' } } } : {},
    );
  });

  it('goes on from an organisation that is no more to the one that came after it', async () => {
    const { answer } = await findMyArea(clone.database, 'Saltmarsh Clinic', asAt);
    expect(answer).toMatchObject({ kind: 'one', found: { footprint: { name: 'Doncaster' } } });
  });

  it('says by whom a practice is commissioned', async () => {
    const { answer } = await findMyArea(clone.database, 'Z99901', asAt);
    expect(answer).toMatchObject({
      found: {
        leads: [{ strength: 'commissioned', names: ['Doncaster Road Surgery'], through: ['NHS Doncaster CCG'] }],
      },
    });
  });

  it('names the STP and the CCG where no footprint is recorded, and says when it knows nothing', async () => {
    expect((await findMyArea(clone.database, 'Brighton', asAt)).answer).toMatchObject({
      kind: 'unrecorded',
      stps: [{ name: 'Sussex and East Surrey' }],
      commissioners: [{ name: 'NHS Brighton and Hove CCG' }],
    });
    expect((await findMyArea(clone.database, 'qqxxzz', asAt)).answer.kind).toBe('unknown');
  });
});

describe('a list of organisations', () => {
  it.each(['rl4', 'wolverhampton', 'doncaster', 'old tollhouse', 'kings college hospital', 'foundation trust'])(
    'of %s has them in the order of the search',
    async (term) => {
      const { organisations } = await searchDirectory(clone.database, term, { asAt, limit: 20 });
      const ofTheDay = organisations.filter(({ isOfTheDay }) => isOfTheDay).map(({ name }) => name);
      const listed = await listClosestOrganisations(clone.database, asAt, { search: term }, ofTheDay.length);
      expect(listed.length).toBeGreaterThan(0);
      expect(listed.map(({ name }) => name)).toEqual(ofTheDay);
    },
  );

  it('is met whole, each once, page after page and in one go', async () => {
    const wanted = { type: 'ccg', region: 'Y55' };
    const whole = await listOrganisationPage(clone.database, asAt, wanted, { after: null, limit: null });
    const codes: string[] = [];
    let after: readonly string[] | null = null;
    do {
      const page: typeof whole = await listOrganisationPage(clone.database, asAt, wanted, { after, limit: 7 });
      expect(page.total).toBe(whole.total);
      codes.push(...page.rows.map(({ code }) => code));
      after = page.next;
    } while (after !== null);
    expect(codes.length).toBeGreaterThan(14);
    expect(codes).toEqual(whole.rows.map(({ code }) => code));
  });
});
