import fc from 'fast-check';
import type { Decision } from '../../agreement/index.ts';
import type { RoadmapContent } from '../content/content-kinds.ts';
import { deploymentStatuses } from '../content/deployments/deployment-status.ts';
import { fundingStates, type MoneyLine, moneyNatures } from '../content/deployments/money.ts';
import { type Flow, type Party, partyKey, type SentFlows, sentFlowsId } from '../content/flows/flow.ts';
import { degrees, riskStates } from '../content/risks/risk.ts';
import type { VersionEndorsement } from '../endorsement/endorsement.ts';
import { flowTerms } from './flow-terms.ts';
import { aDeployment, aDigest, anEndorsement, aPlan, aRisk, members, pack } from './northvale.ts';

/** Text as it can be stored: any whole Unicode characters, quotes and line breaks among them. */
export const storedText = fc.string({ unit: 'binary', maxLength: 20 });

const target = fc.option(fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10));

const part = (partId: string) => fc.record({ partId: fc.constant(partId), body: storedText, localHeading: storedText });

const trajectoryRow = (groupId: string) =>
  fc.record({
    groupId: fc.constant(groupId),
    targets: fc.tuple(
      ...pack.roadmapTemplate.targetYears.map(({ id }) =>
        fc.record({ yearId: fc.constant(id), target, fallReason: storedText }),
      ),
    ),
    rationale: storedText,
  });

const plan = (capabilityId: string) =>
  fc
    .record({
      baseline: storedText,
      evidence: storedText,
      solution: fc.constantFrom(null, 'national', 'local'),
      localSolution: storedText,
      ambitions: fc.tuple(
        ...pack.roadmapTemplate.ambitionYears.map(({ id }) => fc.record({ yearId: fc.constant(id), text: storedText })),
      ),
      activities: fc.tuple(
        ...pack.roadmapTemplate.planQuarters.map(({ id }) =>
          fc.record({ quarterId: fc.constant(id), text: storedText }),
        ),
      ),
    })
    .map((fields) => aPlan({ capabilityId, ...fields }));

/** A time as exact as it may be known. */
const period = fc.constantFrom('2016-12-31', '2017-03', '2017/18 Q2', '2017/18');

export const moneyLine: fc.Arbitrary<MoneyLine> = fc.record({
  year: fc.option(fc.constantFrom('2016/17', '2017/18')),
  nature: fc.option(fc.constantFrom(...moneyNatures)),
  pounds: fc.option(fc.nat()),
  source: storedText,
  state: fc.option(fc.constantFrom(...fundingStates)),
});

const deployment = fc
  .record({
    title: storedText,
    organisationIds: fc.subarray(members.map(({ organisationId }) => organisationId)),
    status: fc.constantFrom(...deploymentStatuses),
    owner: storedText,
    supplier: storedText,
    system: storedText,
    starts: fc.option(period),
    goesLive: fc.option(period),
    money: fc.array(moneyLine, { maxLength: 3 }),
    roles: fc.subarray(pack.digitalRoles.map(({ id }) => id)),
    stpPriorities: storedText,
    dependsElsewhere: storedText,
    benefits: fc.array(fc.record({ what: storedText, measure: storedText, baseline: storedText }), { maxLength: 2 }),
    supports: fc.subarray(pack.universalCapabilities.map(({ id }) => id)),
  })
  .map(aDeployment);

const risk = fc
  .record({
    title: storedText,
    description: storedText,
    likelihood: fc.constantFrom(...degrees),
    impact: fc.constantFrom(...degrees),
    mitigation: storedText,
    owner: storedText,
    state: fc.constantFrom(...riskStates),
  })
  .map(aRisk);

const ids = (items: readonly { readonly id: string }[]) => fc.constantFrom(...items.map(({ id }) => id));

const party: fc.Arbitrary<Party> = fc.constantFrom(
  ...members.map(({ organisationId }) => ({ organisation: organisationId })),
  ...flowTerms.parties.map(({ id }) => ({ party: id })),
);

const flow: fc.Arbitrary<Flow> = fc.record({
  to: party,
  wayNow: fc.option(ids(flowTerms.ways)),
  standardId: fc.option(ids(flowTerms.standards)),
  planned: fc.option(
    fc.record({
      wayId: ids(flowTerms.ways),
      by: period,
    }),
  ),
  note: storedText,
});

/** Each receiver once, and not the sender. */
const sentFlows: fc.Arbitrary<SentFlows> = fc
  .record({
    kindId: ids(flowTerms.kinds),
    from: party,
    flows: fc.uniqueArray(flow, { selector: ({ to }) => partyKey(to) }),
  })
  .map((sent) => ({ ...sent, flows: sent.flows.filter(({ to }) => partyKey(to) !== partyKey(sent.from)) }));

/** Content under the ids of the test pack, complete or not. */
export const content: fc.Arbitrary<RoadmapContent> = fc.record({
  parts: fc.tuple(...pack.roadmapTemplate.parts.map(({ id }) => part(id))),
  trajectory: fc.tuple(...pack.capabilityGroups.map(({ id }) => trajectoryRow(id))),
  universalPlans: fc.tuple(...pack.universalCapabilities.map(({ id }) => plan(id))),
  deployments: fc.array(deployment, { maxLength: 4 }).map((rows) =>
    rows.map((row, index) => ({
      ...row,
      id: `deployment-${index}`,
      dependsOn: index === 0 ? [] : [`deployment-${index - 1}`],
    })),
  ),
  flows: fc.uniqueArray(sentFlows, { selector: sentFlowsId, maxLength: 4 }),
  risks: fc.array(risk, { maxLength: 3 }).map((rows) => rows.map((row, index) => ({ ...row, id: `risk-${index}` }))),
});

export const decision: fc.Arbitrary<Decision> = fc.constantFrom('endorse', 'endorse-with-conditions', 'decline');

/** Decisions of members and strangers, on a few digests, at a few instants, in any order. */
export const endorsements: fc.Arbitrary<VersionEndorsement[]> = fc.array(
  fc
    .record({
      organisationId: fc.constantFrom(...members.map(({ organisationId }) => organisationId), 'stranger'),
      digest: fc.constantFrom(aDigest('a'), aDigest('b')),
      decision,
      at: fc.nat({ max: 5 }).map((minutes) => new Date(Date.UTC(2016, 5, 20, 10, minutes))),
    })
    .map((fields) => anEndorsement({ ...fields, conditions: fields.decision === 'endorse' ? '' : 'Words' })),
  { maxLength: 20 },
);

/** A posted form as nobody sends it by hand: any names, and values of any kind under the names that matter. */
export function hostileForm(fields: readonly string[]): fc.Arbitrary<Record<string, unknown>> {
  const value = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('\uD800', '\u0000', 'NaN', '-1', '1e9', '__proto__'),
    fc.array(fc.oneof(fc.string(), fc.anything()), { maxLength: 3 }),
    fc.anything(),
  );
  return fc.dictionary(fc.oneof(fc.constantFrom(...fields), fc.string()), value, { maxKeys: 12 });
}
