import { z } from 'zod';
import { compareText } from '../../../../platform/compare.ts';
import type { TypedForm } from '../../../../platform/forms/typed-form.ts';
import type { Wording } from '../../drafts/wording.ts';
import type { SavedKind } from '../saved-kind.ts';
import { list, text } from '../shapes.ts';

export const risksTitle = 'Risk register';

export const degrees = ['low', 'medium', 'high'] as const;

/** How likely a risk is, how much it would do, and how grave that makes it. */
export type Degree = (typeof degrees)[number];

export const degreeLabels: Readonly<Record<Degree, string>> = { low: 'Low', medium: 'Medium', high: 'High' };

export const riskStates = ['open', 'accepted', 'closed'] as const;

export type RiskState = (typeof riskStates)[number];

export const riskStateLabels: Readonly<Record<RiskState, string>> = {
  open: 'Open',
  accepted: 'Accepted as it is',
  closed: 'Closed',
};

/** Something that could go wrong with the plan or with the systems in it. */
export type Risk = z.infer<typeof risk>;

const risk = z.strictObject({
  id: text,
  title: text,
  /** What would happen, and why it might. */
  description: text,
  likelihood: z.enum(degrees),
  impact: z.enum(degrees),
  /** What is done so that it does not happen, or does less harm; empty when nothing is stated. */
  mitigation: text,
  owner: text,
  state: z.enum(riskStates),
});

export const risksReader = { kind: 'risks', shape: z.strictObject({ risks: list(risk) }) };

export const riskSaves: SavedKind<Risk> = { subject: 'risk', stored: { version: 1, schema: risk } };

const weights: Readonly<Record<Degree, number>> = { low: 1, medium: 2, high: 3 };

/**
 * The rating of a risk. High: likely or harmful in a high degree, and neither of them low. Low: one of them low, and neither of
 * them high. All others are medium. The rule is ours; no published method of the programme is known.
 */
export function riskRatingOf({ likelihood, impact }: Pick<Risk, 'likelihood' | 'impact'>): Degree {
  const sum = weights[likelihood] + weights[impact];
  return sum >= 5 ? 'high' : sum <= 3 ? 'low' : 'medium';
}

/** Rows as they are listed: those rated highest first, those that are closed last. */
export function inOrderOfRating(risks: readonly Risk[]): Risk[] {
  const placeOf = (one: Risk) => (one.state === 'closed' ? 9 : 3 - weights[riskRatingOf(one)]);
  return risks.toSorted((a, b) => placeOf(a) - placeOf(b) || compareText(a.title, b.title) || compareText(a.id, b.id));
}

/** What is stored, as it would have been typed. */
export function typedRisk({ id: _, ...fields }: Risk): TypedForm {
  return fields;
}

export function riskWording(row: Risk): Wording[] {
  return [
    { label: 'What could go wrong', text: row.title },
    { label: 'Description', text: row.description },
    { label: 'Likelihood', text: degreeLabels[row.likelihood] },
    { label: 'Impact', text: degreeLabels[row.impact] },
    { label: 'What is done about it', text: row.mitigation },
    { label: 'Owner', text: row.owner },
    { label: 'State', text: riskStateLabels[row.state] },
  ];
}
