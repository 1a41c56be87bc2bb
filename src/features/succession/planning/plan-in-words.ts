import { countOf, formatDate, formatNumber } from '../../../views/format.ts';
import type { Plan, SideTotals } from './plan.ts';
import type { ReadPlan } from './read-plan.ts';
import { successionRules } from './rules.ts';
import type { Totals } from './totals.ts';

interface Figure {
  readonly heading: string;
  readonly text: (totals: Totals) => string;
}

const NOT_RECORDED = 'Not recorded';

/** A number of members; a footprint of which none is on record has them all the same. */
const counted =
  (count: (totals: Totals) => number) =>
  (totals: Totals): string =>
    totals.organisations === 0 ? NOT_RECORDED : formatNumber(count(totals));

/** The figures of a plan, in the order in which they are shown everywhere. What nobody has recorded is not a nought. */
export const figures: readonly Figure[] = [
  { heading: 'Patients', text: patientsText },
  { heading: 'Practices', text: ({ practices }) => (practices === 0 ? NOT_RECORDED : formatNumber(practices)) },
  { heading: 'CCGs', text: counted(({ ccgs }) => ccgs) },
  { heading: 'Trusts', text: counted(({ trusts }) => trusts) },
  { heading: 'Organisations', text: counted(({ organisations }) => organisations) },
];

/** Patients are those on the lists of the CCGs; without a CCG that has a figure their number is not known. */
function patientsText({ ccgs, patients, patientsMissing }: Totals): string {
  const known = ccgs - patientsMissing;
  if (known <= 0) {
    return NOT_RECORDED;
  }
  return patientsMissing === 0
    ? formatNumber(patients)
    : `${formatNumber(patients)} (${known} of ${countOf(ccgs, 'CCG')})`;
}

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

const WIDTH = 16;

function totalsLines(side: string, { footprints, together }: SideTotals): string[] {
  const rows = [...footprints, { name: 'Together, each organisation once', totals: together }];
  const names = Math.max(side.length, ...rows.map(({ name }) => name.length));
  return [
    [side.padEnd(names), ...figures.map(({ heading }) => heading.padStart(WIDTH))].join(''),
    ...rows.map(({ name, totals }) =>
      [name.padEnd(names), ...figures.map(({ text }) => ` ${text(totals)}`.padStart(WIDTH))].join(''),
    ),
  ];
}

function missingLines({ before }: Plan): string[] {
  const { patientsMissing } = before.together;
  return patientsMissing === 0 ? [] : [`No figure of patients is on record for ${patientsMissing} of the CCGs.`];
}
