import type { ProgrammePack } from '../../programme/index.ts';
import type { RoadmapContent } from '../content/content-kinds.ts';
import type { Deployment } from '../content/deployments/deployment.ts';
import type { MoneyLine } from '../content/deployments/money.ts';
import type { Flow, SentFlows } from '../content/flows/flow.ts';
import type { GroupBaseline } from '../content/group-baseline.ts';
import type { Risk } from '../content/risks/risk.ts';
import type { UniversalPlan } from '../content/universal-plans/universal-plan.ts';
import { type FreezeInput, saltedSections } from '../documents/freeze-document.ts';
import type { VersionEndorsement } from '../endorsement/endorsement.ts';
import type { RoadmapMember } from '../roadmap.ts';
import { flowTerms } from './flow-terms.ts';

/*
 * Northvale is made up, and so are its organisations, people and figures. The pack is a small one with two of everything,
 * so that a test can show what it is about.
 */

type TestPack = Pick<
  ProgrammePack,
  | 'id'
  | 'title'
  | 'capabilityGroups'
  | 'digitalRoles'
  | 'informationFlows'
  | 'universalCapabilities'
  | 'roadmapTemplate'
  | 'submissionRule'
  | 'reviewCriteria'
  | 'reviewRatings'
>;

const year = (id: string, label: string) => ({ id, label, endsOn: `20${id.slice(-2)}-03-31` });
const years = [year('2016-17', 'End 2016/17'), year('2017-18', 'End 2017/18')];

const part = (id: string, number: number, title: string) => ({
  id,
  number,
  title,
  guidance: '',
  prompts: [],
  tables: [],
});

const capability = (id: string, title: string, group: string) => ({
  id,
  title,
  group,
  nationalService: 'A national service',
  aims: ['An aim'],
  goFurther: [],
  measures: ['A measure'],
  standing: 'inferred' as const,
});

export const pack: TestPack = {
  id: 'test-programme',
  title: 'Test programme',
  capabilityGroups: [
    { id: 'records', label: 'Records, assessments and plans', description: '', section: 'section-records' },
    { id: 'medicines', label: 'Medicines management and optimisation', description: '', section: 'section-medicines' },
  ],
  universalCapabilities: [
    capability('A', 'See medicines and allergies', 'records'),
    capability('I', 'Use electronic prescriptions', 'medicines'),
  ],
  digitalRoles: [
    { id: 'seven-days', label: 'Care seven days a week' },
    { id: 'primary-care', label: 'Primary care at scale' },
  ],
  informationFlows: flowTerms,
  roadmapTemplate: {
    id: 'test-template',
    title: 'Test template',
    parts: [
      { ...part('key', 0, 'Key information'), kind: 'key-information', required: true, visibility: 'public' },
      {
        ...part('vision', 1, 'Vision'),
        kind: 'narrative',
        required: true,
        visibility: 'public',
        tables: ['information-flows'],
      },
      { ...part('capabilities', 2, 'Capabilities'), kind: 'capabilities', required: true, visibility: 'public' },
      { ...part('universal', 3, 'Universal capabilities'), kind: 'universal', required: true, visibility: 'public' },
      {
        ...part('risk', 4, 'Minimising risk'),
        kind: 'narrative',
        required: true,
        visibility: 'assured',
        tables: ['risks'],
      },
      { ...part('notes', 5, 'Notes'), kind: 'narrative', required: false, visibility: 'public' },
    ],
    targetYears: years,
    ambitionYears: years,
    planQuarters: [
      { id: '2016-17-q3', label: '2016/17 Q3' },
      { id: '2016-17-q4', label: '2016/17 Q4' },
    ],
    deploymentYears: years,
  },
  submissionRule: { mustEndorse: ['lead', 'core'], declineBlocks: true, shareNeeded: 1 },
  reviewRatings: [
    { id: 'met', label: 'Met', blocksClearance: false },
    { id: 'partly', label: 'Partly met', blocksClearance: false },
    { id: 'not-met', label: 'Not met', blocksClearance: true },
  ],
  reviewCriteria: [
    { id: 'alignment', title: 'STP alignment', question: 'Is it aligned?', rubric: {}, nationalFocus: true },
    { id: 'sharing', title: 'Information sharing', question: 'Is it realistic?', rubric: {}, nationalFocus: true },
  ],
};

const member = (organisationId: string, code: string, name: string, role: RoadmapMember['role']) => {
  return { organisationId, code, name, role };
};

export const members: readonly RoadmapMember[] = [
  member('org-1', 'XN1', 'Northvale CCG', 'lead'),
  member('org-2', 'XN2', 'Northvale Acute', 'core'),
  member('org-3', 'XN3', 'Fellside Community', 'core'),
  member('org-4', 'XN4', 'Westmoor Specialist', 'associate'),
  member('org-5', 'XN5', 'Vale Support Unit', 'support'),
];

export const baselines: readonly GroupBaseline[] = [
  { groupId: 'records', mean: 52, n: 1, included: ['org-2'], missing: ['org-3'] },
  { groupId: 'medicines', mean: 28, n: 1, included: ['org-2'], missing: ['org-3'] },
];

export function aPlan(changes: Partial<UniversalPlan> = {}): UniversalPlan {
  return {
    capabilityId: 'A',
    baseline: 'Half of the wards can look it up',
    ambitions: [
      { yearId: '2016-17', text: 'Every ward' },
      { yearId: '2017-18', text: 'Every community team' },
    ],
    solution: 'national',
    localSolution: '',
    activities: [
      { quarterId: '2016-17-q3', text: 'Train the wards' },
      { quarterId: '2016-17-q4', text: '' },
    ],
    evidence: 'Monthly count of views for each provider',
    ...changes,
  };
}

export function aMoneyLine(changes: Partial<MoneyLine> = {}): MoneyLine {
  return { year: '2017/18', nature: 'capital', pounds: 2_400_000, source: 'Own capital', state: 'bid', ...changes };
}

export function aDeployment(changes: Partial<Deployment> = {}): Deployment {
  return {
    id: 'deployment-1',
    groupId: 'medicines',
    title: 'Electronic prescribing on all wards',
    organisationIds: ['org-2'],
    status: 'planned',
    starts: '2017-04',
    goesLive: '2017/18 Q4',
    owner: 'Chief pharmacist',
    supplier: 'A supplier',
    system: 'A system',
    money: [aMoneyLine(), aMoneyLine({ nature: 'revenue', pounds: 150_000, source: 'Own revenue', state: 'secured' })],
    supports: ['I'],
    roles: ['seven-days'],
    stpPriorities: 'Safer care in hospital',
    dependsOn: [],
    dependsElsewhere: '',
    benefits: [{ what: 'Fewer errors', measure: 'Reports a month', baseline: '40' }],
    ...changes,
  };
}

export function aRisk(changes: Partial<Risk> = {}): Risk {
  return {
    id: 'risk-1',
    title: 'The pathology supplier leaves the market',
    description: 'Its parent company is for sale',
    likelihood: 'medium',
    impact: 'high',
    mitigation: 'An exit plan, and data in an open format',
    owner: 'Chief information officer',
    state: 'open',
    ...changes,
  };
}

export function aFlow(changes: Partial<Flow> = {}): Flow {
  return {
    to: { organisation: 'org-3' },
    wayNow: 'paper',
    standardId: 'fhir',
    planned: { wayId: 'message', by: '2017/18 Q4' },
    note: 'After the new system',
    ...changes,
  };
}

/** Referrals of general practices, unless said otherwise. */
export function aSentFlows(changes: Partial<SentFlows> = {}): SentFlows {
  return { kindId: 'referrals', from: { party: 'practices' }, flows: [aFlow()], ...changes };
}

const target = (yearId: string, value: number) => ({ yearId, target: value, fallReason: '' });

/** Content that passes every check without a warning but the one for the member that has no assessment. */
export function aContent(changes: Partial<RoadmapContent> = {}): RoadmapContent {
  return {
    parts: [
      { partId: 'vision', body: 'One record for every person in Northvale.', localHeading: 'Our ambition' },
      { partId: 'risk', body: 'The old radiology server has no support.', localHeading: '' },
    ],
    trajectory: [
      { groupId: 'records', targets: [target('2016-17', 58), target('2017-18', 70)], rationale: 'A shared record' },
      { groupId: 'medicines', targets: [target('2016-17', 28), target('2017-18', 45)], rationale: '' },
    ],
    universalPlans: [aPlan(), aPlan({ capabilityId: 'I' })],
    deployments: [
      aDeployment(),
      aDeployment({
        id: 'deployment-2',
        groupId: 'records',
        title: 'Shared record viewer',
        organisationIds: [],
        starts: null,
        goesLive: '2016-12',
      }),
    ],
    flows: [aSentFlows(), aSentFlows({ kindId: 'discharges', from: { organisation: 'org-2' } })],
    risks: [],
    ...changes,
  };
}

/** Digest of nothing in particular, different for each seed. */
export function aDigest(seed = 'a'): string {
  return seed.repeat(64).slice(0, 64);
}

export function anEndorsement(changes: Partial<VersionEndorsement> = {}): VersionEndorsement {
  return {
    organisationId: 'org-1',
    versionNumber: 1,
    digest: aDigest(),
    person: { name: 'Sam Sample', role: 'Accountable officer' },
    decision: 'endorse',
    conditions: '',
    at: new Date('2016-06-20T10:00:00Z'),
    ...changes,
  };
}

/** An endorsement by each member that must endorse, on one digest. */
export function fullEndorsement(digest: string): VersionEndorsement[] {
  return ['org-1', 'org-2', 'org-3'].map((organisationId) => anEndorsement({ organisationId, digest }));
}

export function aFreezeInput(changes: Partial<FreezeInput> = {}): FreezeInput {
  return {
    pack,
    round: { id: 'roadmap-2016', label: 'Roadmap 2016' },
    baselineSource: {
      round: { id: 'assessment-2016', label: 'Self-assessment 2016' },
      instrument: { id: 'test-instrument', version: '1', title: 'Test instrument' },
      method: { id: 'mean', label: 'Simple mean of the answers' },
    },
    footprint: { code: 'NV', name: 'Northvale', region: 'North', stps: [{ code: 'S1', name: 'Vale STP' }] },
    versionNumber: 1,
    frozenAt: new Date('2016-06-17T09:00:00Z'),
    illustrative: true,
    members,
    content: aContent(),
    baselines,
    salts: Object.fromEntries(saltedSections(pack).map((id, index) => [id, `${index + 1}`.padStart(32, '0')])),
    ...changes,
  };
}
