import { z } from 'zod';
import { by } from '../../../../platform/compare.ts';
import type { TypedForm } from '../../../../platform/forms/typed-form.ts';
import { formatNumber } from '../../../../views/format.ts';
import type { Wording } from '../../drafts/wording.ts';
import type { WordingTerms } from '../content-kind.ts';
import type { SavedKind } from '../saved-kind.ts';
import { list, text } from '../shapes.ts';

export const deploymentsTitle = 'Capability deployment schedule';

export const deploymentStatuses = ['planned', 'under-way', 'live', 'stopped'] as const;

export type DeploymentStatus = (typeof deploymentStatuses)[number];

export const statusLabels: Readonly<Record<DeploymentStatus, string>> = {
  planned: 'Planned',
  'under-way': 'Under way',
  live: 'Live',
  stopped: 'Stopped',
};

export const fundingStates = ['secured', 'bid', 'gap'] as const;

export type FundingState = (typeof fundingStates)[number];

export const fundingLabels: Readonly<Record<FundingState, string>> = {
  secured: 'Secured',
  bid: 'Bid for',
  gap: 'No funding yet',
};

/** Something put to use in named organisations in a named year. */
export type Deployment = z.infer<typeof deployment>;

const deployment = z.strictObject({
  id: text,
  groupId: text,
  title: text,
  /** Empty means the whole footprint. */
  organisationIds: list(text),
  /** The financial year in which it is live. */
  yearId: text,
  status: z.enum(deploymentStatuses),
  owner: text,
  supplier: text,
  /** Whole pounds, capital and revenue together; null when not known. Nought is a known cost. */
  costPounds: z.number().min(0).nullable(),
  fundingSource: text,
  fundingState: z.enum(fundingStates).nullable(),
  /** Universal capabilities it helps to deliver. */
  supports: list(text),
});

/** As a document has it: organisations by code. */
export type DocumentDeployment = z.infer<typeof documentDeployment>;

const documentDeployment = deployment.omit({ organisationIds: true }).extend({ organisationCodes: list(text) });

export const deploymentsReader = {
  kind: 'deployments',
  shape: z.strictObject({ deployments: list(documentDeployment) }),
};

export const deploymentSaves: SavedKind<Deployment> = {
  subject: 'deployment',
  stored: { version: 1, schema: deployment },
};

/** What is stored, as it would have been typed. */
export function typedDeployment(row: Omit<Deployment, 'id'>): TypedForm {
  return {
    title: row.title,
    group: row.groupId,
    organisations: row.organisationIds,
    year: row.yearId,
    status: row.status,
    owner: row.owner,
    supplier: row.supplier,
    cost: row.costPounds === null ? '' : `${row.costPounds}`,
    'funding-source': row.fundingSource,
    'funding-state': row.fundingState ?? '',
    supports: row.supports,
  };
}

export function deploymentWording(row: Deployment, { pack, members }: WordingTerms): Wording[] {
  const labelOf = (items: readonly { readonly id: string; readonly label: string }[], id: string) =>
    items.find((item) => item.id === id)?.label ?? id;
  const nameOf = (id: string) => members.find(({ organisationId }) => organisationId === id)?.name ?? id;
  return [
    { label: 'What is deployed', text: row.title },
    { label: 'Capability group', text: labelOf(pack.capabilityGroups, row.groupId) },
    { label: 'Organisations', text: organisationsInWords(row.organisationIds.map(nameOf)) },
    { label: 'Live in', text: labelOf(pack.roadmapTemplate.deploymentYears, row.yearId) },
    { label: 'How far it has come', text: statusLabels[row.status] },
    { label: 'Owner', text: row.owner },
    { label: 'Supplier', text: row.supplier },
    { label: 'Cost', text: costInWords(row.costPounds) },
    { label: 'Source of funding', text: row.fundingSource },
    { label: 'Funding', text: row.fundingState === null ? '' : fundingLabels[row.fundingState] },
    { label: 'Universal capabilities it supports', text: row.supports.join(', ') },
  ];
}

/** Rows as they are listed: in order of time, then of their titles. */
export function inOrder(rows: readonly Deployment[]): Deployment[] {
  const placeOf = ({ yearId, title, id }: Deployment) => `${yearId}\n${title}\n${id}`;
  return rows.toSorted(by(placeOf));
}

export function organisationsInWords(names: readonly string[]): string {
  return names.length === 0 ? 'The whole footprint' : names.join('; ');
}

/** Whole pounds, `Not known` where no cost is stated: nought is a known cost. */
export function costInWords(costPounds: number | null): string {
  return costPounds === null ? 'Not known' : `£${formatNumber(costPounds)}`;
}
