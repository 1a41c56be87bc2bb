import { z } from 'zod';
import { by } from '../../../../platform/compare.ts';
import { periodShape } from '../../../../platform/forms/typed-period.ts';
import { formatPeriod } from '../../../../views/format.ts';
import type { ProgrammePack } from '../../../programme/index.ts';
import type { Wording } from '../../drafts/wording.ts';
import type { WordingTerms } from '../content-kind.ts';
import type { SavedKind } from '../saved-kind.ts';
import { list, text } from '../shapes.ts';

export const flowsTitle = 'Information flows';

/** What information flows are described with; nothing where a programme does not ask for them. */
export type FlowTerms = NonNullable<ProgrammePack['informationFlows']>;

export function flowTermsOf({ informationFlows }: Pick<ProgrammePack, 'informationFlows'>): FlowTerms {
  return informationFlows ?? { ways: [], kinds: [], standards: [], parties: [] };
}

/** Who sends or receives: an organisation, by its id in a draft and by its code in a document, or a party of the programme. */
export type Party = z.infer<typeof partyShape>;

export const partyShape = z.union([z.strictObject({ organisation: text }), z.strictObject({ party: text })]);

/** How one kind of information goes from one sender to one receiver. */
export type Flow = z.infer<typeof flow>;

const flow = z.strictObject({
  to: partyShape,
  /** Null where nobody knows yet. */
  wayNow: text.nullable(),
  standardId: text.nullable(),
  /** How it will go, and when; null where nothing is planned. */
  planned: z.strictObject({ wayId: text, by: periodShape }).nullable(),
  note: text,
});

/** Everything of one kind that one sender sends: what is filled in and saved together. */
export type SentFlows = z.infer<typeof sentFlows>;

const sentFlows = z.strictObject({ kindId: text, from: partyShape, flows: list(flow) });

export const flowSaves: SavedKind<SentFlows> = { subject: 'flows', stored: { version: 1, schema: sentFlows } };

/** An organisation has an id of the service and a party one of the pack, so that one key stands for either. */
export function partyKey(party: Party): string {
  return 'organisation' in party ? party.organisation : party.party;
}

export function isSameParty(a: Party, b: Party): boolean {
  return 'organisation' in a === 'organisation' in b && partyKey(a) === partyKey(b);
}

/** The id under which the flows of a kind from a sender are saved. */
export function sentFlowsId({ kindId, from }: { readonly kindId: string; readonly from: Party }): string {
  return `${kindId}:${partyKey(from)}`;
}

export function splitSentFlowsId(id: string): { readonly kindId: string; readonly sender: string } {
  const [kindId = '', sender = ''] = id.split(':');
  return { kindId, sender };
}

/** A party with the name that it is shown by. */
export interface NamedParty {
  readonly party: Party;
  readonly key: string;
  readonly name: string;
}

/** Whom information can go between: the members by name, then the parties in the order of the pack. */
export function namedParties(members: WordingTerms['members'], { parties }: Pick<FlowTerms, 'parties'>): NamedParty[] {
  const organisations = members.map(({ organisationId, name }) => {
    return { party: { organisation: organisationId }, key: organisationId, name };
  });
  const others = parties.map(({ id, label }) => ({ party: { party: id }, key: id, name: label }));
  return [...organisations.sort(by(({ name }) => name)), ...others];
}

/** The name of a party; a former member is not among the names that there are. */
export function nameOfParty(party: Party, parties: readonly NamedParty[]): string {
  return parties.find((named) => isSameParty(named.party, party))?.name ?? formerMember;
}

export const formerMember = 'An organisation that is no longer a member';

export function labelOf(items: readonly { readonly id: string; readonly label: string }[], id: string): string {
  return items.find((item) => item.id === id)?.label ?? id;
}

export const unknownWay = 'Not known';

/** One flow in words: `Paper; structured message by March 2018`. */
export function flowInWords(row: Omit<Flow, 'to'>, { ways, standards }: Pick<FlowTerms, 'ways' | 'standards'>): string {
  const { wayNow, planned, standardId, note } = row;
  return [
    wayNow === null ? unknownWay : labelOf(ways, wayNow),
    planned === null ? '' : `planned: ${labelOf(ways, planned.wayId)} by ${formatPeriod(planned.by)}`,
    standardId === null ? '' : `standard: ${labelOf(standards, standardId)}`,
    note,
  ]
    .filter((words) => words !== '')
    .join('; ');
}

export function flowsWording({ flows }: SentFlows, { pack, members }: WordingTerms): Wording[] {
  const terms = flowTermsOf(pack);
  const parties = namedParties(members, terms);
  return flows.map((row) => ({ label: `To ${nameOfParty(row.to, parties)}`, text: flowInWords(row, terms) }));
}

/** Of one kind from one sender, as a title: `Referrals from Northvale Acute`. */
export function sentFlowsTitle(id: string, { pack, members }: WordingTerms): string {
  const terms = flowTermsOf(pack);
  const { kindId, sender } = splitSentFlowsId(id);
  const from = namedParties(members, terms).find(({ key }) => key === sender)?.name ?? formerMember;
  return `${labelOf(terms.kinds, kindId)} from ${from}`;
}
