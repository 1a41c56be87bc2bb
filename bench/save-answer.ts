import type pg from 'pg';
import { saveSection } from '../src/features/assessment/answering/save-section.ts';
import { type Actor, can, insertPerson } from '../src/features/identity/index.ts';
import { timesWhenArrivingEvenly, within } from './evenly.ts';
import { median } from './load.ts';
import type { BenchRow } from './row.ts';
import { type ThrowAwayDatabase, throwAwayDatabase } from './throw-away-database.ts';

const PEOPLE = 50;
const SECONDS = 4;
const ROUNDS = 3;
const EVENLY_PER_SECOND = 200;
const EVENLY_SECONDS = 60;
const MOST_MILLISECONDS = 30;
const options = ['mostly-agree', 'agree-completely'];

/** Saves of one answer a second, fifty people at once, each for their own organisation, against the writes alone in plain SQL. */
export async function benchSaveAnswer(): Promise<BenchRow[]> {
  const store = await throwAwayDatabase();
  try {
    const organisations = await prepare(store);
    const rates: { ours: number[]; bare: number[] } = { ours: [], bare: [] };
    const waits: number[] = [];
    await run(organisations, 1, ourSave(store));
    await run(organisations, 1, bareSave(store.pool));
    for (let round = 0; round < ROUNDS; round += 1) {
      rates.bare.push((await run(organisations, SECONDS, bareSave(store.pool))).perSecond);
      const ours = await run(organisations, SECONDS, ourSave(store));
      rates.ours.push(ours.perSecond);
      waits.push(ours.p95);
    }
    const throughput: BenchRow = {
      name: `Save one answer, ${PEOPLE} people at once (p95 ${median(waits).toFixed(1)} ms)`,
      ours: `${median(rates.ours).toFixed(0)} saves/s, authorised and audited`,
      against: `${median(rates.bare).toFixed(0)} transactions/s (bare SQL: lock, answer, history, event)`,
      ratio: median(rates.ours) / median(rates.bare),
      toReach: 0.8,
    };
    const evenly = await saveEvenly(organisations, ourSave(store));
    await requireAllStored(store.pool, organisations);
    return [throughput, evenly];
  } finally {
    await store.remove();
  }
}

/** As on a busy day: each save comes when it comes, and waits for none but the last one of the same person. */
async function saveEvenly(people: readonly Assessed[], save: Save): Promise<BenchRow> {
  const lastOf = new Map<Assessed, Promise<void>>();
  const times = await timesWhenArrivingEvenly(EVENLY_PER_SECOND, EVENLY_SECONDS, async (index) => {
    const person = people[index % people.length];
    if (person !== undefined) {
      const saved = (lastOf.get(person) ?? Promise.resolve()).then(() => save(person));
      lastOf.set(person, saved);
      await saved;
    }
  });
  const most = within(0.95, times);
  return {
    name: `Save one answer, ${PEOPLE} people, ${EVENLY_PER_SECOND} a second arriving evenly for ${EVENLY_SECONDS} s, none lost, 95 in 100 within`,
    ours: `${most.toFixed(1)} ms (half within ${within(0.5, times).toFixed(1)} ms)`,
    against: `${MOST_MILLISECONDS} ms at most`,
    ratio: MOST_MILLISECONDS / most,
    toReach: 1,
  };
}

/** Fails where a save that was acknowledged is not in the history of answers. */
async function requireAllStored(pool: pg.Pool, organisations: readonly Assessed[]): Promise<void> {
  const stored = await pool.query<{ assessment_id: string; saves: number }>(
    'select assessment_id, max(revision) as saves from answer_history group by assessment_id',
  );
  const saves = new Map(stored.rows.map((row) => [row.assessment_id, row.saves]));
  const short = organisations.filter(({ assessmentId, revision }) => (saves.get(assessmentId) ?? 0) < revision);
  if (short.length > 0) {
    throw new Error(`Of ${short.length} people a save that was acknowledged is not stored`);
  }
}

interface Assessed {
  readonly organisationId: string;
  readonly assessmentId: string;
  /** Revision of the one question, counted here as a person's page would carry it. */
  revision: number;
}

async function prepare({ context, pool }: ThrowAwayDatabase): Promise<Assessed[]> {
  await insertPerson(context.database, {
    personId: 'bench',
    name: 'Bench',
    email: 'b@example.invalid',
    jobTitle: '',
    isPersona: false,
  });
  const trusts = await pool.query<{ organisation_id: string }>(
    `select distinct organisation_id from organisation_record where type_id = 'acute-trust' order by organisation_id limit ${PEOPLE}`,
  );
  const prepared: Assessed[] = [];
  for (const { organisation_id: organisationId } of trusts.rows) {
    const assessed = { organisationId, assessmentId: '', revision: 0 };
    await saveOnce(context, assessed, options[0] ?? '');
    const found = await pool.query<{ assessment_id: string }>(
      'select assessment_id from assessment where organisation_id = $1',
      [organisationId],
    );
    prepared.push({ ...assessed, assessmentId: found.rows[0]?.assessment_id ?? '', revision: 1 });
  }
  return prepared;
}

type Save = (assessed: Assessed) => Promise<void>;

function ourSave({ context }: ThrowAwayDatabase): Save {
  return async (assessed) => {
    await saveOnce(context, assessed, options[assessed.revision % 2] ?? '');
    assessed.revision += 1;
  };
}

async function saveOnce(context: ThrowAwayDatabase['context'], assessed: Assessed, optionId: string): Promise<void> {
  const { organisationId, revision } = assessed;
  const grant = {
    role: 'contributor' as const,
    scopeKind: 'organisation' as const,
    scopeId: organisationId,
    scopeName: '',
  };
  const actor: Actor = { personId: 'bench', name: 'Bench', jobTitle: '', grants: [grant] };
  if (!can(actor, 'assessment.answer', { organisationIds: [organisationId] })) {
    throw new Error('not allowed');
  }
  const round = context.pack.rounds.find(({ kind }) => kind === 'assessment');
  const instrument = context.pack.instruments[0];
  if (round === undefined || instrument === undefined) {
    throw new Error('the programme has no assessment');
  }
  const outcome = await saveSection(
    context.database,
    {
      newId: context.newId,
      pack: context.pack,
      organisationId,
      round,
      isRoundOpen: true,
      isOneOfSeveral: false,
      instrument,
      digest: null,
      careSetting: 'acute',
      illustrative: true,
      sectionId: 'strategic-alignment',
      answers: [{ questionId: 'SA1', value: { kind: 'option', optionId }, comment: '', desired: null, revision }],
    },
    {
      personId: 'bench',
      name: 'Bench',
      role: 'Bench',
      roles: ['contributor'],
      onBehalfOf: organisationId,
      at: context.clock(),
    },
  );
  if (outcome.kind !== 'saved' || Object.keys(outcome.revisions).length !== 1) {
    throw new Error(`the answer was not saved: ${outcome.kind}`);
  }
}

function bareSave(pool: pg.Pool): Save {
  return async (assessed) => {
    const client = await pool.connect();
    const key = [assessed.organisationId, assessed.assessmentId];
    const answer = [...key, 'SA1', options[assessed.revision % 2], assessed.revision + 1];
    try {
      await client.query('begin');
      await client.query(
        'select state from assessment where organisation_id = $1 and assessment_id = $2 for no key update',
        key,
      );
      await client.query(
        `insert into answer (organisation_id, assessment_id, question_id, option_id, revision, answered_by, answered_at)
         values ($1, $2, $3, $4, $5, 'bench', now())
         on conflict (organisation_id, assessment_id, question_id) do update set option_id = excluded.option_id, revision = excluded.revision`,
        answer,
      );
      await client.query(
        `insert into answer_history (organisation_id, assessment_id, question_id, option_id, revision, not_applicable, comment, answered_by, answered_at)
         values ($1, $2, $3, $4, $5, false, '', 'bench', now())`,
        answer,
      );
      await client.query(
        `insert into audit_event (chain, sequence, at, person_id, on_behalf_of, action, detail, previous_hash, hash)
         values ($1, $2, now(), 'bench', $3, 'save', '{}', '', '')`,
        [`bare:${assessed.assessmentId}`, assessed.revision, assessed.organisationId],
      );
      await client.query('commit');
    } finally {
      client.release();
    }
    assessed.revision += 1;
  };
}

/** Everybody saves again as soon as their last save is done, for so many seconds. */
async function run(
  people: readonly Assessed[],
  seconds: number,
  save: Save,
): Promise<{ perSecond: number; p95: number }> {
  const end = performance.now() + seconds * 1000;
  const waits: number[] = [];
  await Promise.all(
    people.map(async (person) => {
      while (performance.now() < end) {
        const begun = performance.now();
        await save(person);
        waits.push(performance.now() - begun);
      }
    }),
  );
  waits.sort((a, b) => a - b);
  return { perSecond: waits.length / seconds, p95: waits[Math.floor(waits.length * 0.95)] ?? Number.NaN };
}
