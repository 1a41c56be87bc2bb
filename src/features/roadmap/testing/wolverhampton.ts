import { randomUUID } from 'node:crypto';
import type { TestService } from '../../../../test/database/test-service.ts';
import type { EndorsementCommand } from '../../agreement/index.ts';
import { insertAssessments } from '../../assessment/index.ts';
import { type Footprint, findFootprint, listMembers, type Member } from '../../directory/index.ts';
import { type Acting, insertPerson } from '../../identity/index.ts';
import {
  instrumentOfRound,
  type ProgrammePack,
  packOfRound,
  planningRound,
  questionsFor,
  scaleOf,
} from '../../programme/index.ts';
import type { RoadmapContent } from '../content/content-kinds.ts';
import type { MoneyLine } from '../content/deployments/money.ts';
import { writeContent } from '../drafts/write-content.ts';
import { endorseVersion } from '../endorsement/endorse-version.ts';
import { freezeVersion } from '../freezing/freeze-version.ts';
import type { RoadmapContext } from '../roadmap-context.ts';
import { submitVersion } from '../submission/submit-version.ts';
import { openRoadmap } from '../versions/open-roadmap.ts';
import { getVersion } from '../versions/version-repository.ts';

/* The footprint is a real one, with one clinical commissioning group and one trust; every word and score here is made up. */

export interface Wolverhampton {
  readonly context: RoadmapContext;
  readonly footprint: Footprint;
  readonly members: readonly Member[];
  readonly ccgId: string;
  readonly trustId: string;
  readonly by: Acting;
}

/** The smallest footprint of the reference facts, ready for a roadmap: two members that must endorse, nothing written. */
export async function wolverhampton({ context }: Pick<TestService, 'context'>): Promise<Wolverhampton> {
  const { database, pack } = context;
  const footprint = await findFootprint(database, 'wolverhampton', pack.positionOn);
  if (footprint === null) {
    throw new Error('The reference facts have no Wolverhampton');
  }
  const members = await listMembers(database, footprint.areaId, pack.positionOn);
  const idOf = (code: string) => members.find((member) => member.code === code)?.organisationId ?? '';
  const by = await aPerson({ context }, 'Lee Lead');
  return { context, footprint, members, ccgId: idOf('06A'), trustId: idOf('RL4'), by };
}

let minutes = 0;

/** Someone who takes a step, a minute later than the one before. */
export async function aPerson({ context }: Pick<TestService, 'context'>, name: string): Promise<Acting> {
  const personId = `person-${randomUUID()}`;
  const email = `${personId}@example.nhs.uk`;
  await insertPerson(context.database, {
    personId,
    name,
    email,
    jobTitle: 'Senior responsible owner',
    isPersona: false,
  });
  minutes += 1;
  const at = new Date(Date.UTC(2016, 5, 1, 9, minutes));
  return { personId, name, role: 'Senior responsible owner', onBehalfOf: 'Footprint lead, Wolverhampton', at };
}

/** The same person some minutes later. */
export function later(by: Acting, passed = 1): Acting {
  return { ...by, at: new Date(by.at.getTime() + passed * 60_000) };
}

/** Submits an assessment of the trust in which every question has the middle answer of its scale. */
export async function assessTrust({ context, trustId }: Wolverhampton): Promise<void> {
  const { database, pack } = context;
  const roundId = planningRound(pack, '2016-06-30')?.baselineRound ?? '';
  const instrument = instrumentOfRound(pack, roundId);
  const answers = questionsFor(instrument, 'acute').map((question) => {
    const { options } = scaleOf(instrument, question);
    const optionId = options[Math.floor(options.length / 2)]?.id ?? '';
    return { questionId: question.id, value: { kind: 'option' as const, optionId }, comment: '' };
  });
  const at = new Date('2016-01-10T10:00:00Z');
  const assessment = {
    organisationId: trustId,
    assessmentId: randomUUID(),
    careSetting: 'acute',
    state: 'submitted' as const,
  };
  await database.transaction().execute((transaction) =>
    insertAssessments(transaction, {
      roundId,
      instrument,
      assessments: [{ ...assessment, answers, answeredAt: at, submittedAt: at }],
      origin: 'A test',
      at,
    }),
  );
}

/** Content that nothing stands in the way of freezing. */
export function wholeContent(pack: ProgrammePack, trustId: string): RoadmapContent {
  const { roadmapTemplate: template } = pack;
  return {
    parts: template.parts.map(({ id, title }) => ({
      partId: id,
      body: `What we say about ${title}.`,
      localHeading: '',
    })),
    trajectory: pack.capabilityGroups.map(({ id, label }) => ({
      groupId: id,
      targets: template.targetYears.map((year, index) => ({
        yearId: year.id,
        target: 85 + index * 5,
        fallReason: '',
      })),
      rationale: `Why ${label} climbs`,
    })),
    universalPlans: pack.universalCapabilities.map(({ id }) => ({
      capabilityId: id,
      baseline: 'Half of the practices',
      ambitions: template.ambitionYears.map((year) => ({ yearId: year.id, text: `All practices by ${year.label}` })),
      solution: 'national' as const,
      localSolution: '',
      activities: template.planQuarters.map(({ id: quarterId, label }) => ({ quarterId, text: `Train in ${label}` })),
      evidence: 'Monthly counts',
    })),
    deployments: pack.capabilityGroups.map(({ id, label }) => ({
      id: randomUUID(),
      groupId: id,
      title: `A system for ${label}`,
      organisationIds: [trustId],
      status: 'planned' as const,
      starts: null,
      goesLive: '2016/17',
      owner: 'Chief information officer',
      supplier: '',
      system: '',
      money: [
        { year: '2016/17', nature: 'capital', pounds: 150_000, source: 'Own capital', state: 'secured' },
      ] satisfies MoneyLine[],
      roles: [],
      stpPriorities: '',
      dependsOn: [],
      dependsElsewhere: '',
      benefits: [],
      supports: [],
    })),
    flows: [],
    risks: [
      {
        id: randomUUID(),
        title: 'Old servers fail',
        description: '',
        likelihood: 'medium',
        impact: 'high',
        mitigation: 'Replaced by March',
        owner: 'Head of infrastructure',
        state: 'open',
      },
    ],
  };
}

/** A draft without a word in it; gives the id of its version. */
export async function emptyDraft({ context, footprint, by }: Wolverhampton): Promise<string> {
  const outcome = await openRoadmap(context, footprint, by);
  if (outcome.kind === 'refused') {
    throw new Error(outcome.reason);
  }
  return outcome.versionId;
}

/** A draft that may be frozen; gives the id of its version. */
export async function writtenDraft(place: Wolverhampton): Promise<string> {
  const { context, trustId, by } = place;
  const versionId = await emptyDraft(place);
  const { roundId } = await getVersion(context.database, versionId);
  const content = wholeContent(packOfRound(context.pack, roundId), trustId);
  await context.database.transaction().execute((transaction) => writeContent(transaction, versionId, content, by));
  return versionId;
}

/** A version that waits for its members; gives its digest. */
export async function frozenVersion(place: Wolverhampton): Promise<{ versionId: string; digest: string }> {
  const { number } = await getVersion(place.context.database, await writtenDraft(place));
  const outcome = await freezeVersion(place.context, place.footprint, number, later(place.by));
  if (outcome.kind !== 'ok') {
    throw new Error(`Could not freeze: ${JSON.stringify(outcome)}`);
  }
  return outcome;
}

/** Decides for one organisation about the frozen version. */
export async function decide(
  place: Wolverhampton,
  organisationId: string,
  digest: string,
  changes: Partial<EndorsementCommand> = {},
) {
  const command = { decision: 'endorse' as const, conditions: '', digest, ...changes };
  return endorseVersion(
    place.context,
    { footprintId: place.footprint.areaId, organisationId, command },
    later(place.by, 2),
  );
}

/** A version that both members have endorsed and that has been submitted. */
export async function submittedVersion(place: Wolverhampton): Promise<{ versionId: string; digest: string }> {
  const frozen = await frozenVersion(place);
  await decide(place, place.ccgId, frozen.digest);
  await decide(place, place.trustId, frozen.digest);
  const { number } = await getVersion(place.context.database, frozen.versionId);
  const outcome = await submitVersion(place.context, place.footprint, number, later(place.by, 3));
  if (outcome.kind !== 'ok') {
    throw new Error(`Could not submit: ${JSON.stringify(outcome)}`);
  }
  return frozen;
}
