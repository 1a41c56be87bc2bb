import type { TypedForm } from '../../../../platform/forms/typed-form.ts';
import { formatPeriod } from '../../../../views/format.ts';
import type { Wording } from '../../drafts/wording.ts';
import type { WordingTerms } from '../content-kind.ts';
import { type Deployment, organisationsInWords } from './deployment.ts';
import { statusLabels } from './deployment-status.ts';
import { type MoneyLine, moneyLineInWords } from './money.ts';

export const moneyField = (field: 'year' | 'nature' | 'pounds' | 'source' | 'state', line: number) =>
  `money-${field}-${line}`;

export const benefitField = (field: 'what' | 'measure' | 'baseline', line: number) => `benefit-${field}-${line}`;

/** What is stored, as it would have been typed. */
export function typedDeployment(row: Omit<Deployment, 'id'>): TypedForm {
  return {
    title: row.title,
    group: row.groupId,
    organisations: row.organisationIds,
    status: row.status,
    starts: row.starts === null ? '' : formatPeriod(row.starts),
    'goes-live': row.goesLive === null ? '' : formatPeriod(row.goesLive),
    owner: row.owner,
    supplier: row.supplier,
    system: row.system,
    supports: row.supports,
    roles: row.roles,
    'stp-priorities': row.stpPriorities,
    'depends-on': row.dependsOn,
    'depends-elsewhere': row.dependsElsewhere,
    ...Object.assign({}, ...row.money.map(typedMoney)),
    ...Object.assign({}, ...row.benefits.map(typedBenefit)),
  };
}

function typedMoney({ year, nature, pounds, source, state }: MoneyLine, line: number): TypedForm {
  return {
    [moneyField('year', line)]: year ?? '',
    [moneyField('nature', line)]: nature ?? '',
    [moneyField('pounds', line)]: pounds === null ? '' : `${pounds}`,
    [moneyField('source', line)]: source,
    [moneyField('state', line)]: state ?? '',
  };
}

function typedBenefit({ what, measure, baseline }: Deployment['benefits'][number], line: number): TypedForm {
  return {
    [benefitField('what', line)]: what,
    [benefitField('measure', line)]: measure,
    [benefitField('baseline', line)]: baseline,
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
    { label: 'How far it has come', text: statusLabels[row.status] },
    { label: 'Starts', text: periodInWords(row.starts) },
    { label: 'Live by', text: periodInWords(row.goesLive) },
    { label: 'Owner', text: row.owner },
    { label: 'Supplier', text: row.supplier },
    { label: 'System', text: row.system },
    { label: 'Money', text: row.money.map(moneyLineInWords).join('\n') },
    { label: 'Universal capabilities it supports', text: row.supports.join(', ') },
    { label: 'National roles it serves', text: row.roles.map((id) => labelOf(pack.digitalRoles, id)).join('; ') },
    { label: 'Priorities of the STP', text: row.stpPriorities },
    { label: 'Depends on', text: row.dependsOn.length === 0 ? '' : `${row.dependsOn.length} in this schedule` },
    { label: 'Depends on elsewhere', text: row.dependsElsewhere },
    { label: 'Benefits', text: row.benefits.map(benefitInWords).join('\n') },
  ];
}

export function periodInWords(period: string | null): string {
  return period === null ? '' : formatPeriod(period);
}

/** `Fewer errors; measured by: reports a month; before: 40`. */
export function benefitInWords({ what, measure, baseline }: Deployment['benefits'][number]): string {
  return [what, measure === '' ? '' : `measured by: ${measure}`, baseline === '' ? '' : `before: ${baseline}`]
    .filter((words) => words !== '')
    .join('; ');
}
