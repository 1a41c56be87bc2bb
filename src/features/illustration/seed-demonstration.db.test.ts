import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestService, type TestService } from '../../../test/database/test-service.ts';
import { programmeFolder } from '../../project-folder.ts';
import { type AssessmentState, listSubmittedScores } from '../assessment/index.ts';
import { listFootprints, listMembers, listOrganisationsOfTypes } from '../directory/index.ts';
import { listEvidence, listUses, standingFactsOf, standingOn } from '../evidence/index.ts';
import { listPersonas } from '../identity/index.ts';
import { listPolls, standingStep } from '../polls/index.ts';
import { getRound } from '../programme/index.ts';
import { listVersionStates } from '../roadmap/index.ts';
import { meanOfScores } from '../scoring/index.ts';
import { readPersonaTasks } from '../workspace/read-persona-tasks.ts';
import { seedDemonstration } from './seed-demonstration.ts';

describe('the demonstration', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await startTestService('demo');
  });
  afterAll(() => service.close());

  it('has invented answers of every provider that was asked in 2015/16, with the national means of that round', async () => {
    const { database, context } = service;
    const types = context.pack.organisationTypes.filter(({ assessed }) => assessed).map(({ id }) => id);
    const providers = await listOrganisationsOfTypes(database, types, getRound(context.pack, 'dmsa-2015').dueOn);
    const results = await listSubmittedScores(database, 'dmsa-2015', null);
    expect(results).toHaveLength(providers.length);
    expect(results.every(({ illustrative }) => illustrative)).toBe(true);
    for (const [theme, mean] of [
      ['readiness', 73],
      ['capabilities', 40],
      ['infrastructure', 68],
    ] as const) {
      const scores = results.map(({ organisationId, themes }) => ({ organisationId, score: themes[theme] ?? null }));
      expect(Math.abs((meanOfScores(scores).mean ?? 0) - mean)).toBeLessThan(0.5);
    }
  });

  it('stands in the midst of the second round, in which most have signed', async () => {
    const { database, context } = service;
    const types = context.pack.organisationTypes.filter(({ assessed }) => assessed).map(({ id }) => id);
    const asked = await listOrganisationsOfTypes(database, types, context.pack.positionOn);
    const rows = await database.selectFrom('assessment').select('state').where('round_id', '=', 'dmsa-2017').execute();
    const states = rows.map(({ state }) => state);
    const shareOf = (state: AssessmentState) => states.filter((each) => each === state).length / asked.length;
    expect(shareOf('submitted')).toBeGreaterThan(0.6);
    expect(shareOf('in-progress')).toBeGreaterThan(0.08);
    expect(shareOf('awaiting-authorisation')).toBeGreaterThan(0.01);
    expect(states.length / asked.length).toBeLessThan(0.95);
    const [first, second] = await Promise.all(
      ['dmsa-2015', 'dmsa-2017'].map(async (round) => new Map(await overallOf(round))),
    );
    const both = [...(second ?? [])].flatMap(([id, score]) => [[first?.get(id) ?? Number.NaN, score] as const]);
    const fallen = both.filter(([then, now]) => now < then).length;
    expect(fallen).toBeGreaterThan(12);
    expect(fallen).toBeLessThan(28);
    expect(both.filter(([then, now]) => now > then).length).toBeGreaterThan(4 * fallen);
  });

  async function overallOf(round: string) {
    const results = await listSubmittedScores(service.database, round, null);
    return results.map(({ organisationId, overall }) => [organisationId, overall ?? Number.NaN] as const);
  }

  it('has answers that were checked from outside, most of which were found the same', async () => {
    const { database, context } = service;
    const found = async () =>
      (
        await sql<{ line: string }>`
          select concat_ws(' ', round_id, outcome->>'checked', outcome->>'changed') as line
          from moderation_outcome join assessment using (organisation_id, assessment_id) order by round_id`.execute(
          database,
        )
      ).rows.map(({ line }) => line);
    expect(await found()).toEqual(['dmsa-2015 9 1', 'dmsa-2017 6 3']);
    // Once more changes nothing, as with everything that is made up.
    await seedDemonstration(context, programmeFolder);
    expect(await found()).toHaveLength(2);
  });

  it('has a challenge that waits and one that is answered, peers who have accepted and not, and colleagues who were asked', async () => {
    const { database, context } = service;
    const lines = await sql<{ line: string }>`
      select concat_ws(' ', 'challenge', question_id, decision) as line
      from moderation_challenge left join challenge_decision using (organisation_id, assessment_id, digest, question_id)
      union all
      select concat_ws(' ', 'peer', person_id, kind)
      from peer_invitation left join peer_invitation_step using (invitation_id)
      order by line`.execute(database);
    expect(lines.rows.map(({ line }) => line)).toEqual([
      'challenge SA1',
      'challenge SA2 stands',
      'peer persona-peer accept',
      'peer persona-peer-invited',
    ]);
    const polls = await listPolls(database, { organisationId: 'RYA', roundId: 'dmsa-2017' }, context.pack.positionOn);
    expect(
      polls.map(({ openToken, voted, questions, ...poll }) => [
        openToken === null ? 'poll' : 'survey',
        standingStep(poll).state,
        voted,
        questions.map(({ result }) => result.kind),
      ]),
    ).toEqual([
      ['survey', 'closed', 9, ['shown', 'shown', 'shown']],
      ['poll', 'open', 3, ['open', 'open']],
    ]);
  });

  it('shows a roadmap at every stage, and leaves Wolverhampton to the visitor', async () => {
    const { database, context } = service;
    const versions = await listVersionStates(database);
    const footprints = new Map(
      (await listFootprints(database, context.pack.positionOn)).map((item) => [item.areaId, item.name]),
    );
    const states = Object.fromEntries(versions.map(({ footprintId, state }) => [footprints.get(footprintId), state]));
    expect(states).toMatchObject({
      Doncaster: 'published',
      'South East London': 'under-review',
      Gloucestershire: 'draft',
    });
    expect(new Set(Object.values(states))).toEqual(
      new Set(['draft', 'endorsement', 'submitted', 'under-review', 'changes-requested', 'cleared', 'published']),
    );
    expect(states).not.toHaveProperty('Wolverhampton');
    expect(versions.every(({ illustrative }) => illustrative)).toBe(true);
  });

  it('puts somebody before each stage, with what they do there', async () => {
    const { context, app } = service;
    const { personas, tasks } = await readPersonaTasks({ ...context, settings: app.settings.current });
    const asked = personas.flatMap(({ name, personId }) => {
      const task = tasks.get(personId);
      return task === undefined ? [] : [[name.replace(' Illustrative', ''), task.text]];
    });
    const assessment =
      'the assessment of The Royal Wolverhampton NHS Trust for “Digital maturity self-assessment 2017”';
    expect(Object.fromEntries(asked)).toEqual({
      Asha: 'Answer 6. Records, assessments and plans, for The Royal Wolverhampton NHS Trust',
      Ben: `Complete ${assessment}`,
      Elif: 'Start the roadmap of Wolverhampton',
      Femi: 'Start the roadmap of Wolverhampton',
      Grace: 'Decide on the footprint form of Walsall and Dudley',
      Hugo: 'Review the roadmap of South East London',
      Ines: 'Complete and freeze the roadmap of Gloucestershire',
      Jon: 'Answer the challenge about SA1: Staffordshire and Stoke on Trent Partnership NHS Trust, “Digital maturity self-assessment 2017”',
      Kezia: 'Complete the footprint form of Doncaster',
      Mina: expect.stringMatching(/^Endorse the footprint form of Coventry and Warwickshire for NHS ./),
      Nadia: expect.stringMatching(/^Endorse the roadmap of Newcastle Gateshead for ./),
      Omar: 'Review the roadmap of Kent and Medway',
      Priya: expect.stringMatching(/^Begin a new version of the roadmap of Bristol/),
      Quinn: 'Publish the roadmap of Suffolk and North East Essex',
      Rosa: 'Complete the footprint form of Doncaster',
      Sami: 'Check and sign the assessment of 2gether NHS Foundation Trust for “Digital maturity self-assessment 2017”',
      Tara: 'Complete the assessment of West Midlands Ambulance Service NHS Foundation Trust for “Digital maturity self-assessment 2017”',
      Vera: 'Accept or decline to check the answers of Derbyshire Community Health Services NHS Foundation Trust, “Digital maturity self-assessment 2017”',
      Wasim:
        'Check the answers of Derbyshire Community Health Services NHS Foundation Trust, “Digital maturity self-assessment 2017”',
      Uma: 'Reply to a query about section 6. Records, assessments and plans: Staffordshire and Stoke on Trent Partnership NHS Trust, “Digital maturity self-assessment 2017”',
    });
  });

  it('has somebody who signs for each member of the footprint whose draft comes next', async () => {
    const day = service.context.pack.positionOn;
    const footprint = (await listFootprints(service.database, day)).find(({ code }) => code === 'glos');
    const members = await listMembers(service.database, footprint?.areaId ?? '', day);
    const personas = await listPersonas(service.database, service.context.pack.positionOn);
    const signs = new Set(
      personas.flatMap(({ grants }) => grants.filter(({ role }) => role === 'executive')).map(({ scopeId }) => scopeId),
    );
    expect(members).toHaveLength(5);
    expect(members.filter(({ organisationId }) => !signs.has(organisationId))).toEqual([]);
  });

  it('has evidence under answers that are half given, some of which counts no more', async () => {
    const { database } = service;
    const items = await listEvidence(database, 'RYA');
    expect(items.every(({ illustrative }) => illustrative)).toBe(true);
    const day = service.context.pack.positionOn;
    expect(items.map((item) => standingOn(standingFactsOf(item), day, '2018-01-31')).toSorted()).toEqual([
      'current',
      'expired',
      'expires-soon',
    ]);
    const uses = await listUses(database, 'RYA');
    expect(uses.map(({ questionId }) => questionId).toSorted()).toEqual(['IG1', 'LD1', 'SA1', 'SA2']);
  });

  it('adds nothing the second time', async () => {
    const count = async () => (await service.database.selectFrom('audit_event').select('chain').execute()).length;
    const before = await count();
    await seedDemonstration(service.context, programmeFolder);
    expect(await count()).toBe(before);
  });
});
