import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addPerson } from '../../../../test/builders/sign-in-as.ts';
import { cloneDatabase, type TestDatabase } from '../../../../test/database/test-service.ts';
import { programmeFolder } from '../../../project-folder.ts';
import { instrumentOfRound, questionsFor, readProgrammePack } from '../../programme/index.ts';
import { changedPacks, readiness, secondVersion, theQuestion } from '../testing/changed-pack.ts';
import { keepInstruments } from './keep-instruments.ts';

const at = new Date('2017-03-01T09:00:00Z');
const round = 'dmsa-2015';

let clone: TestDatabase;
let packs: Awaited<ReturnType<typeof changedPacks>>;

beforeAll(async () => {
  packs = await changedPacks();
});
afterAll(() => packs.close());

const start = async (pack: string) => keepInstruments(clone.owner, await readProgrammePack(pack), at);

async function questionOf(pack: string): Promise<string | undefined> {
  return questionsFor(instrumentOfRound(await start(pack), round), 'acute').find(({ id }) => id === 'SA1')?.text;
}

describe('a used instrument', () => {
  beforeEach(async () => {
    clone = await cloneDatabase('demo');
    await start(programmeFolder);
    return () => clone.close();
  });

  it('is not started with under another text, and nothing is changed', async () => {
    const kept = () => sql`select * from kept_instrument order by 1, 2`.execute(clone.owner);
    const before = await kept();
    const refused = start(await packs.make([readiness, theQuestion, 'Our board has a strategy.']));
    await expect(refused).rejects.toThrow(
      /^The questionnaire “dmsa-2015” .* under version 1, in 23\d assessments\.\nChanged: question SA1\./,
    );
    await expect(refused).rejects.toThrow('give the questionnaire another version than 1 in the pack');
    expect((await kept()).rows).toEqual(before.rows);
  });

  it('is kept for its round where the pack goes on to another version', async () => {
    const pack = await packs.make([readiness, theQuestion, 'Our board has a strategy.'], secondVersion);
    expect(await questionOf(pack)).toBe(theQuestion);
    // Also once the version that was answered stands in no pack any more, however often it is started.
    expect(await questionOf(pack)).toBe(theQuestion);
    const { usedInstruments, instruments } = await start(pack);
    expect(usedInstruments.map(({ roundId, instrument }) => [roundId, instrument.version])).toEqual([
      [round, '1'],
      ['dmsa-2017', '1'],
    ]);
    expect(instruments.find(({ id }) => id === 'dmsa-2015')?.version).toBe('2');
  });

  it('is neither changed nor deleted in the database', async () => {
    const change = sql`update kept_instrument set digest = repeat('0', 64) where instrument_id = 'dmsa-2015'`;
    const removal = sql`delete from kept_instrument where instrument_id = 'dmsa-2015'`;
    for (const statement of [change, removal]) {
      await expect(statement.execute(clone.owner)).rejects.toThrow('answers were given to version 1 of dmsa-2015');
    }
    await expect(removal.execute(clone.database)).rejects.toThrow('permission denied');
  });

  it('and its round are not started without', async () => {
    const pack = await packs.make(
      ['rounds.yaml', '- id: dmsa-2015', '- id: dmsa-other'],
      ['rounds.yaml', 'baselineRound: dmsa-2015', 'baselineRound: dmsa-other'],
    );
    await expect(start(pack)).rejects.toThrow(
      /^The programme pack does not have any more the round “dmsa-2015”, in which 23\d assessments were answered here\./,
    );
  });

  it('may be known better, and goes by what the pack says of it now', async () => {
    await expect(start(await packs.make([readiness, 'standing: inferred', 'standing: stated']))).resolves.toBeDefined();
  });
});

describe('an instrument that nobody has answered', () => {
  beforeEach(async () => {
    clone = await cloneDatabase('facts');
    return () => clone.close();
  });

  it('may change from start to start, and is kept as it was last', async () => {
    await start(programmeFolder);
    expect(await questionOf(await packs.make([readiness, theQuestion, 'Our board has a strategy.']))).toBe(
      'Our board has a strategy.',
    );
    const { rows } = await sql<{ text: string }>`
      select content::text as text from kept_instrument where instrument_id = 'dmsa-2015'`.execute(clone.owner);
    expect(rows).toEqual([{ text: expect.stringContaining('Our board has a strategy.') }]);
  });

  it('is there as long as a round is planned over it', async () => {
    const person = await addPerson(clone, [], { personId: 'planner' });
    expect(person).toBeDefined();
    const days = { opens_on: '2099-01-01', due_on: '2099-02-01', planned_at: at, planned_by: 'planner' };
    const planned = { round_id: 'of-2099', label: 'Of 2099', instrument_id: 'dmsa-gone', ...days };
    await clone.database.insertInto('planned_round').values(planned).execute();
    await expect(start(programmeFolder)).rejects.toThrow(
      'does not have any more the questionnaire “dmsa-gone”, which “Of 2099” asks',
    );
    await clone.database
      .insertInto('withdrawn_round')
      .values({ round_id: 'of-2099', reason: 'A slip', withdrawn_at: at, withdrawn_by: 'planner' })
      .execute();
    await expect(start(programmeFolder)).resolves.toBeDefined();
  });

  it('is kept once by processes that start at once', async () => {
    await Promise.all([start(programmeFolder), start(programmeFolder), start(programmeFolder)]);
    const { instruments } = await readProgrammePack(programmeFolder);
    const { rows } = await sql`select instrument_id from kept_instrument`.execute(clone.owner);
    expect(rows).toHaveLength(instruments.length);
  });
});
