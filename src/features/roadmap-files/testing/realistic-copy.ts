import { freezeDocument } from '../../roadmap/documents/freeze-document.ts';
import { documentDigest, type RoadmapDocument } from '../../roadmap/index.ts';
import {
  aContent,
  aDeployment,
  aFlow,
  aFreezeInput,
  aMoneyLine,
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

/** A version of the size that a large footprint reaches, as its members take it away. */
export function realisticCopy(): RoadmapCopy {
  const document = realisticDocument();
  return {
    document,
    template: pack.roadmapTemplate,
    signatures: [],
    digest: documentDigest(document),
    standing: 'Submitted',
    published: null,
    page: 'http://127.0.0.1:3000/roadmap',
  };
}

function realisticDocument(): RoadmapDocument {
  const content = aContent({
    parts: [{ partId: 'vision', body: narrative, localHeading: '' }],
    deployments: many(DEPLOYMENTS, (index) =>
      aDeployment({
        id: `deployment-${index}`,
        title: `A system for purpose ${index}`,
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
  const baselines = pack.capabilityGroups.map(({ id }) => ({
    groupId: id,
    mean: 48,
    n: ORGANISATIONS,
    included: members.map(({ organisationId }) => organisationId),
    missing: [],
  }));
  return freezeDocument(aFreezeInput({ members, content, baselines }));
}
