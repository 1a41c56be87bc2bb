import { type CheckResult, type Finding, finding } from '../../../../platform/check-result.ts';
import type { ContentCheckInput } from '../content-kind.ts';
import {
  type FlowTerms,
  flowTermsOf,
  isSameParty,
  labelOf,
  type NamedParty,
  namedParties,
  nameOfParty,
  type Party,
  type SentFlows,
  sentFlowsId,
} from './flow.ts';

/**
 * A flow from or to an organisation that is no longer a member is a blocker. Warnings: a flow that is to go in a less useful way than now,
 * and a kind of which no flow is written although a universal capability cannot be had without it; where no flow is written at all, that is
 * one warning.
 */
export function checkFlows(
  sent: readonly SentFlows[],
  { pack, members }: ContentCheckInput,
  isAsked: boolean,
): CheckResult {
  const terms = flowTermsOf(pack);
  const parties = namedParties(members, terms);
  const written = sent.filter(({ flows }) => flows.length > 0);
  return {
    blockers: written.filter((one) => namesStranger(one, parties)).map((one) => stranger(one, terms)),
    warnings: [
      ...written.flatMap((one) => fallingBack(one, terms, parties)),
      ...(isAsked ? unwritten(written, terms) : []),
    ],
  };
}

function namesStranger({ from, flows }: SentFlows, parties: readonly NamedParty[]): boolean {
  const isKnown = (party: Party) => parties.some((named) => isSameParty(named.party, party));
  return ![from, ...flows.map(({ to }) => to)].every(isKnown);
}

function stranger(sent: SentFlows, { kinds }: FlowTerms): Finding {
  const message = `Clear the flows under “${labelOf(kinds, sent.kindId)}” from or to an organisation that is no longer a member`;
  return finding('flow-stranger', sentFlowsId(sent), message);
}

function fallingBack(sent: SentFlows, terms: FlowTerms, parties: readonly NamedParty[]): Finding[] {
  // Ways are listed with the most useful first.
  const placeOf = (id: string) => terms.ways.findIndex((way) => way.id === id);
  const worse = sent.flows.filter(({ wayNow, planned }) => {
    return wayNow !== null && planned !== null && placeOf(planned.wayId) > placeOf(wayNow);
  });
  if (worse.length === 0) {
    return [];
  }
  const names = worse.map(({ to }) => nameOfParty(to, parties)).join('; ');
  const message = `Check “${labelOf(terms.kinds, sent.kindId)}” from ${nameOfParty(sent.from, parties)} to ${names}: what is planned is less useful than what there is now`;
  return [finding('flow-falls-back', sentFlowsId(sent), message)];
}

function unwritten(written: readonly SentFlows[], { kinds }: FlowTerms): Finding[] {
  if (written.length === 0) {
    return [
      finding('flows-none', '', 'Say how information goes between the organisations: no information flow is written'),
    ];
  }
  const missing = kinds.filter(({ id, supports }) => {
    return supports.length > 0 && !written.some(({ kindId }) => kindId === id);
  });
  return missing.map(({ id, label, supports }) => {
    const message = `Say how “${label}” goes: universal capability ${supports.join(', ')} cannot be had without it, and no flow of it is written`;
    return finding('flow-kind-none', id, message);
  });
}
