import { paths } from '../../../../paths.ts';
import { type ContentKind, savedByRow } from '../content-kind.ts';
import { checkFlows } from './check-flows.ts';
import { flowSaves, flowsWording, type SentFlows, sentFlowsId, sentFlowsTitle, splitSentFlowsId } from './flow.ts';
import { flowRoutes } from './flow-routes.tsx';
import { arrangeFlows, flowsAskedAs, flowsSection, flowsStandIn } from './flows-section.ts';
import { flowsTables } from './flows-tables.ts';
import { flowsTask } from './flows-task.ts';
import { illustrateFlows } from './illustrate-flows.ts';
import { DocumentFlows, MemberFlows } from './views/document-flows.tsx';

const pageOfFlows = (slug: string) => paths.roadmapContent(slug, 'flows');
const pageOfKind = (slug: string, kindId: string) => paths.roadmapContent(slug, 'flows', kindId);
const pageOfSender = (slug: string, id: string) => {
  const { kindId, sender } = splitSentFlowsId(id);
  return paths.roadmapContent(slug, 'flows', kindId, sender);
};

/** Who sends what to whom, how, and how that is to change. */
export const flowsKind: ContentKind<SentFlows, readonly SentFlows[]> = {
  ...flowSaves,
  ...savedByRow<SentFlows>(sentFlowsId),
  arrange: arrangeFlows,
  amongMembers: (sent, isMember) => {
    const isAmong = (party: SentFlows['from']) => !('organisation' in party) || isMember(party.organisation);
    return sent
      .filter(({ from }) => isAmong(from))
      .map((one) => ({ ...one, flows: one.flows.filter(({ to }) => isAmong(to)) }));
  },
  titleOf: (id, _sent, terms) => sentFlowsTitle(id, terms),
  wordingOf: flowsWording,
  check: (sent, input) => checkFlows(sent, input, input.pack.roadmapTemplate.parts.some(flowsStandIn)),
  findingPages: {
    'flow-stranger': pageOfSender,
    'flow-falls-back': pageOfSender,
    'flow-kind-none': pageOfKind,
    'flows-none': pageOfFlows,
  },
  section: flowsSection,
  table: { askedAs: flowsAskedAs, standsIn: flowsStandIn, task: flowsTask, Reading: DocumentFlows },
  files: flowsTables,
  board: null,
  OfMember: MemberFlows,
  illustrate: illustrateFlows,
  routes: flowRoutes,
};
