import { z } from 'zod';
import { by } from '../../../../platform/compare.ts';
import { periodShape } from '../../../../platform/forms/typed-period.ts';
import type { RoadmapPart } from '../../../programme/index.ts';
import type { RoadmapPack } from '../../roadmap.ts';
import { type FreezeFacts, refuseUnknown, type SectionKind, visibilityOfTable } from '../content-kind.ts';
import { list, text } from '../shapes.ts';
import { flowsTitle, flowTermsOf, type Party, partyKey, partyShape, type SentFlows, sentFlowsId } from './flow.ts';

/** What a part names it by. */
export const flowsAskedAs = 'information-flows';

export const flowsStandIn = ({ tables }: RoadmapPart) => tables.includes(flowsAskedAs);

const labelled = z.strictObject({ id: text, label: text });

/** As a document has it: organisations by code, and the words that its ids stand for. */
export type DocumentFlow = z.infer<typeof documentFlow>;

const documentFlow = z.strictObject({
  kindId: text,
  from: partyShape,
  to: partyShape,
  wayNow: text.nullable(),
  standardId: text.nullable(),
  planned: z.strictObject({ wayId: text, by: periodShape }).nullable(),
  note: text,
});

/** With the words of all that the flows name, and of nothing else: what is in a document is read. */
export type DocumentFlows = z.infer<typeof documentFlows>;

const documentFlows = z.strictObject({
  ways: list(labelled.extend({ digital: z.boolean(), structured: z.boolean() })),
  kinds: list(labelled),
  standards: list(labelled),
  parties: list(labelled),
  flows: list(documentFlow),
});

export const flowsReader = { kind: 'information-flows', shape: documentFlows };

/** The flows. A document without any has no such section, and so the bytes it had before there were any. */
export const flowsSection = {
  ...flowsReader,
  plan: (pack: RoadmapPack) => [
    { id: 'information-flows', title: flowsTitle, visibility: visibilityOfTable(pack, flowsStandIn, 'public') },
  ],
  hold: (sent: readonly SentFlows[], facts: FreezeFacts) => {
    const content = inDocument(sent, facts);
    return content.flows.length === 0 ? [] : [{ id: 'information-flows', content }];
  },
} satisfies SectionKind<readonly SentFlows[]>;

function inDocument(sent: readonly SentFlows[], { codeOf, pack }: FreezeFacts): DocumentFlows {
  const { ways, kinds, standards, parties } = flowTermsOf(pack);
  const byCode = (party: Party): Party =>
    'organisation' in party ? { organisation: codeOf(party.organisation) } : party;
  const flows = sent
    .flatMap(({ kindId, from, flows: rows }) =>
      rows.map(({ to, ...row }) => ({ kindId, from: byCode(from), to: byCode(to), ...row })),
    )
    .sort(by(({ kindId, from, to }) => `${placeOf(kinds, kindId)}\n${partyKey(from)}\n${partyKey(to)}`));
  const used = <T extends { readonly id: string }>(items: readonly T[], idsOf: (flow: DocumentFlow) => unknown[]) => {
    const named = new Set(flows.flatMap(idsOf));
    return items.filter(({ id }) => named.has(id));
  };
  return {
    ways: used(ways, ({ wayNow, planned }) => [wayNow, planned?.wayId]).map(({ letter: _, ...way }) => way),
    kinds: used(kinds, ({ kindId }) => [kindId]).map(({ id, label }) => ({ id, label })),
    standards: used(standards, ({ standardId }) => [standardId]),
    parties: used(parties, ({ from, to }) => [from, to].flatMap((party) => ('party' in party ? party.party : []))),
    flows,
  };
}

function placeOf(items: readonly { readonly id: string }[], id: string): string {
  return `${items.findIndex((item) => item.id === id)}`.padStart(6, '0');
}

/** By kind, sender and receiver, and nothing of a sender who sends nothing. */
export function arrangeFlows(sent: readonly SentFlows[], pack: RoadmapPack): SentFlows[] {
  const terms = flowTermsOf(pack);
  refuseUnknown('kind of information flow', sent, 'kindId', terms.kinds);
  return sent
    .filter(({ flows }) => flows.length > 0)
    .map((one) => {
      const rows = one.flows.map(({ wayNow, standardId, planned, to }) => ({
        ways: [wayNow, planned?.wayId ?? null].filter((id) => id !== null).map((id) => ({ id })),
        standards: standardId === null ? [] : [{ id: standardId }],
        parties: [to, one.from].flatMap((party) => ('party' in party ? [{ id: party.party }] : [])),
      }));
      for (const { ways, standards, parties } of rows) {
        refuseUnknown('way of an information flow', ways, 'id', terms.ways);
        refuseUnknown('standard', standards, 'id', terms.standards);
        refuseUnknown('party of information flows', parties, 'id', terms.parties);
      }
      return { ...one, flows: one.flows.toSorted(by(({ to }) => partyKey(to))) };
    })
    .sort(by(sentFlowsId));
}
