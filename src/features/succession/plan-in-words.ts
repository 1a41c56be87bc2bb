import { formatDate, formatNumber } from '../../views/format.ts';
import type { Plan, SideTotals } from './plan.ts';
import type { ReadPlan } from './read-plan.ts';
import { successionRules } from './rules.ts';
import type { Totals } from './totals.ts';

/** The figures of a plan, in the order in which they are shown everywhere. */
export const figures = [
  { heading: 'Patients', value: ({ patients }: Totals) => patients },
  { heading: 'Practices', value: ({ practices }: Totals) => practices },
  { heading: 'CCGs', value: ({ ccgs }: Totals) => ccgs },
  { heading: 'Trusts', value: ({ trusts }: Totals) => trusts },
  { heading: 'Organisations', value: ({ organisations }: Totals) => organisations },
] as const;

/** A plan as lines of plain text: what would happen by each rule, the totals on both sides, and what stands in the way. */
export function planInWords({ plan, check, digest }: ReadPlan): string[] {
  return [
    plan.title,
    `First day: ${formatDate(plan.event.effectiveOn)}. Reason: ${plan.event.reason}`,
    '',
    ...successionRules.flatMap(({ id, title }) => [
      title,
      ...plan.consequences.filter(({ rule }) => rule === id).map(({ text }) => `  ${text}`),
    ]),
    '',
    ...totalsLines('Before', plan.before),
    ...totalsLines('After', plan.after),
    ...missingLines(plan),
    '',
    ...check.blockers.map(({ message }) => `Stands in the way: ${message}.`),
    ...check.warnings.map(({ message }) => `Look at this: ${message}.`),
    `Plan ${digest}`,
  ];
}

const WIDTH = 14;

function totalsLines(side: string, { footprints, together }: SideTotals): string[] {
  const rows = [...footprints, { name: 'Together, each organisation once', totals: together }];
  const names = Math.max(side.length, ...rows.map(({ name }) => name.length));
  return [
    [side.padEnd(names), ...figures.map(({ heading }) => heading.padStart(WIDTH))].join(''),
    ...rows.map(({ name, totals }) =>
      [name.padEnd(names), ...figures.map(({ value }) => formatNumber(value(totals)).padStart(WIDTH))].join(''),
    ),
  ];
}

function missingLines({ before }: Plan): string[] {
  const { patientsMissing } = before.together;
  return patientsMissing === 0 ? [] : [`No figure of patients is on record for ${patientsMissing} of the CCGs.`];
}
