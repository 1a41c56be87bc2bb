import { freezeDocument } from '../../roadmap/documents/freeze-document.ts';
import { documentDigest, type RoadmapDocument } from '../../roadmap/index.ts';
import {
  aContent,
  aDeployment,
  aFlow,
  aFreezeInput,
  aMoneyLine,
  aPlan,
  aRisk,
  aSentFlows,
  pack,
} from '../../roadmap/testing/northvale.ts';
import type { RoadmapCopy } from '../roadmap-copy.ts';

const ORGANISATIONS = 25;
const DEPLOYMENTS = 150;
const RISKS = 80;
/** Each organisation sends one kind of information to all others: 600 flows. */
const RECEIVERS = ORGANISATIONS - 1;
/** Some 98 pages of text. */
const PARAGRAPHS = 400;

const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

const members = many(ORGANISATIONS, (index) => ({
  organisationId: `org-${index}`,
  code: `XN${index}`,
  name: `Organisation number ${index} of Northvale`,
  role: index === 0 ? ('lead' as const) : ('core' as const),
}));

const sentence =
  'Clinicians in every setting see the same record, whoever wrote it, and patients no longer tell their history again at each door.';
const narrative = many(PARAGRAPHS, (index) =>
  index % 20 === 0 ? `## Step ${index / 20 + 1}` : `${sentence} ${sentence} (${index}) ${sentence}`,
).join('\n\n');

/** The template with as many groups and universal capabilities as the programme of 2016 has. */
const wide = {
  ...pack,
  capabilityGroups: many(7, (index) => {
    const [first] = pack.capabilityGroups;
    return {
      description: '',
      section: 'section-records',
      ...first,
      id: `group-${index}`,
      label: `Capability group number ${index}, with a long name`,
    };
  }),
  universalCapabilities: many(10, (index) => {
    const id = String.fromCharCode(65 + index);
    const [first] = pack.universalCapabilities;
    if (first === undefined) {
      throw new Error('The pack has no universal capability');
    }
    return { ...first, id, title: `Professionals across care settings can do what capability ${id} asks of them` };
  }),
};

const plan = (capabilityId: string) =>
  aPlan({
    capabilityId,
    baseline: `${sentence} ${sentence}`,
    ambitions: aPlan().ambitions.map(({ yearId }) => ({ yearId, text: `${sentence} ${sentence}` })),
  });

/** A version of the size that a large footprint reaches, as its members take it away. */
export function realisticCopy(): RoadmapCopy {
  const document = realisticDocument();
  return {
    document,
    template: wide.roadmapTemplate,
    signatures: [],
    digest: documentDigest(document),
    standing: 'Submitted',
    published: null,
    page: 'http://127.0.0.1:3000/roadmap',
  };
}

function realisticDocument(): RoadmapDocument {
  const content = aContent({
    trajectory: wide.capabilityGroups.map(({ id }) => ({
      groupId: id,
      targets: wide.roadmapTemplate.targetYears.map((year) => ({ yearId: year.id, target: 60, fallReason: '' })),
      rationale: sentence,
    })),
    universalPlans: wide.universalCapabilities.map(({ id }) => plan(id)),
    parts: [{ partId: 'vision', body: narrative, localHeading: '' }],
    deployments: many(DEPLOYMENTS, (index) =>
      aDeployment({
        id: `deployment-${index}`,
        groupId: `group-${index % 7}`,
        supports: ['A'],
        title: `A system for purpose ${index} in hospitals, the community and general practice`,
        organisationIds: [`org-${index % ORGANISATIONS}`, `org-${(index + 3) % ORGANISATIONS}`],
        goesLive: `20${16 + (index % 4)}-1${index % 3}`,
        money: [aMoneyLine({ pounds: index * 10_000 }), aMoneyLine({ year: '2018/19', state: 'gap', pounds: null })],
      }),
    ),
    flows: members.map(({ organisationId }) =>
      aSentFlows({
        from: { organisation: organisationId },
        flows: members
          .filter((to) => to.organisationId !== organisationId)
          .slice(0, RECEIVERS)
          .map((to) => aFlow({ to: { organisation: to.organisationId } })),
      }),
    ),
    risks: many(RISKS, (index) => aRisk({ id: `risk-${index}`, title: `Something that could go wrong ${index}` })),
  });
  const baselines = wide.capabilityGroups.map(({ id }) => ({
    groupId: id,
    mean: 48,
    n: ORGANISATIONS,
    included: members.map(({ organisationId }) => organisationId),
    missing: [],
  }));
  return freezeDocument(aFreezeInput({ pack: wide, members, content, baselines }));
}
