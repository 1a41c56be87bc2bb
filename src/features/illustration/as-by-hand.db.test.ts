import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../../test/database/test-service.ts';
import { timeAt } from '../../platform/days.ts';
import { projectFolder } from '../../project-folder.ts';
import { saveSection } from '../assessment/answering/save-section.ts';
import { findAssessment } from '../assessment/assessment-repository.ts';
import { insertAssessments } from '../assessment/insert-assessments.ts';
import { authoriseAssessment } from '../assessment/signing/authorise-assessment.ts';
import { requestAuthorisation } from '../assessment/signing/request-authorisation.ts';
import { actingAs } from '../assessment/testing/real-instrument.ts';
import type { WholeAssessment } from '../assessment/whole-assessment-repository.ts';
import { insertPerson } from '../identity/index.ts';
import { digestInPack } from '../instruments/index.ts';
import {
  getRound,
  type Instrument,
  instrumentOfRound,
  type ProgrammePack,
  type Round,
  readProgrammePack,
  sectionsFor,
} from '../programme/index.ts';
import { findLastDocument } from '../return-documents/document-repository.ts';
import { submittedInTime } from './assessment-progress.ts';
import { illustrativeAnswers } from './illustrative-answers.ts';
import { illustratedRound } from './testing/shipped-illustration.ts';

/*
 * The invented assessments of the demonstration come in many at once. Given through the pages' own steps, the same answers leave the same rows:
 * ids, times and persons aside, of whom there are none behind what is invented.
 */

/** Two of each care setting. */
const providers = [
  ['RD1', 'acute'],
  ['RA9', 'acute'],
  ['RHA', 'mental-health'],
  ['RP7', 'mental-health'],
  ['RY6', 'community'],
  ['RYW', 'community'],
  ['RRU', 'ambulance'],
  ['RYA', 'ambulance'],
].map(([organisationId = '', careSetting = '']) => ({ organisationId, careSetting }));
const tables = ['assessment', 'answer', 'answer_history', 'assessment_score'] as const;

let pack: ProgrammePack;
let byHand: TestDatabase;
let atOnce: TestDatabase;

beforeAll(async () => {
  pack = await readProgrammePack(projectFolder('programmes', 'england-ldr'));
  [byHand, atOnce] = await Promise.all([cloneDatabase('facts'), cloneDatabase('facts')]);
  for (const personId of ['ben', 'carol']) {
    const email = `${personId}@example.invalid`;
    await insertPerson(byHand.database, { personId, name: personId, email, jobTitle: '', isPersona: false });
  }
});

afterAll(() => Promise.all([byHand.close(), atOnce.close()]));

describe.each(['dmsa-2015', 'dmsa-2017'])('the invented answers of %s', (roundId) => {
  test('leave the rows that they leave when given page by page', async () => {
    const [round, instrument] = [getRound(pack, roundId), instrumentOfRound(pack, roundId)];
    const assessments = await inventedAssessments(round, instrument);
    const all = assessments.flatMap(({ answers }) => answers);
    expect(all.some(({ value }) => value.kind === 'not-applicable')).toBe(true);
    expect(all.some(({ comment }) => comment !== '')).toBe(true);

    const batch = { roundId, instrument, assessments, origin: 'Illustrative data', at: timeAt(round.dueOn, 13) };
    await atOnce.database.transaction().execute((transaction) => insertAssessments(transaction, batch));
    for (const assessment of assessments) {
      await giveByHand(assessment, round, instrument);
    }
    for (const table of tables) {
      const rows = await rowsOf(atOnce, table, roundId);
      expect(rows.length, table).toBeGreaterThanOrEqual(providers.length);
      expect(await rowsOf(byHand, table, roundId), table).toEqual(rows);
    }
  });
});

/** One that waits for a signature and one that is half answered are among them; the others are submitted. */
async function inventedAssessments(round: Round, instrument: Instrument): Promise<WholeAssessment[]> {
  const { seed, profile, movement } = await illustratedRound(round.id);
  const answers = illustrativeAnswers(instrument, providers, { seed, profile, movement });
  return providers.map((provider, index): WholeAssessment => {
    const given = answers.get(provider.organisationId) ?? [];
    const assessmentId = randomUUID();
    const whole = { ...provider, assessmentId, ...submittedInTime(round, given) };
    const { answeredAt } = whole;
    switch (index) {
      case 0:
        return { ...whole, state: 'awaiting-authorisation', submittedAt: null };
      case 1: {
        const some = given.slice(0, 9);
        return { ...provider, assessmentId, state: 'in-progress', answers: some, answeredAt, submittedAt: null };
      }
      default:
        return whole;
    }
  });
}

async function giveByHand(assessment: WholeAssessment, round: Round, instrument: Instrument): Promise<void> {
  const { organisationId, careSetting, state, answeredAt } = assessment;
  const key = { organisationId, roundId: round.id, round, careSetting, pack, instrument, isOneOfSeveral: false };
  const opening = { ...key, digest: digestInPack(pack, instrument), illustrative: true, newId: randomUUID };
  const contributor = actingAs('ben', ['contributor'], answeredAt);
  for (const section of sectionsFor(instrument, careSetting)) {
    const asked = new Set(section.questions.map(({ id }) => id));
    const answers = assessment.answers
      .filter(({ questionId }) => asked.has(questionId))
      .map((answer) => ({ ...answer, desired: null, revision: 0 }));
    const save = { ...opening, isRoundOpen: true, sectionId: section.id, answers };
    expect(await saveSection(byHand.database, save, contributor)).toMatchObject({ kind: 'saved' });
  }
  if (state === 'in-progress') {
    return;
  }
  const requestedAt = assessment.requestedAt ?? answeredAt;
  const coordinator = actingAs('ben', ['coordinator'], requestedAt);
  const asking = {
    ...{ ...key, newId: randomUUID, instrumentDigest: digestInPack(pack, instrument) },
    organisation: { code: organisationId, name: organisationId, typeId: 'acute-trust' },
  };
  expect(await requestAuthorisation(byHand.database, asking, coordinator)).toEqual({ kind: 'ok' });
  if (state === 'submitted') {
    const stored = await findAssessment(byHand.database, organisationId, round.id, careSetting);
    const frozen = stored === null ? null : await findLastDocument(byHand.database, stored);
    const signing = { declarationAccepted: true, boardApprovedOn: null, digest: frozen?.digest ?? '' };
    const executive = actingAs('carol', ['executive'], assessment.submittedAt ?? requestedAt);
    expect(await authoriseAssessment(byHand.database, { ...key, ...signing }, executive)).toEqual({ kind: 'ok' });
  }
}

/** Every column, in no order but that of the rows' own words; of a time or person whether there is one, where both ways can have one. */
async function rowsOf(store: TestDatabase, table: (typeof tables)[number], roundId: string): Promise<string[]> {
  const result = await sql<Record<string, unknown>>`
    select of.* from ${sql.table(table)} as of
    join assessment using (organisation_id, assessment_id) where assessment.round_id = ${roundId}`.execute(
    store.database,
  );
  return result.rows.map(comparable).toSorted();
}

function comparable(row: Record<string, unknown>): string {
  const kept = Object.entries(row).filter(([column]) => column !== 'assessment_id' && !column.endsWith('_by'));
  return JSON.stringify(
    kept.map(([column, value]) => [column, column.endsWith('_at') ? value !== null : value]).toSorted(),
  );
}
