import { countOf, formatDate, formatNumber } from '../../../views/format.ts';
import type { ProgrammePack } from '../../programme/index.ts';
import { type CommissionerNames, commissionerNames } from './commissioner-names.ts';
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
export function figuresOf(commissioners: CommissionerNames): readonly Figure[] {
  return [
    { heading: 'Patients', text: (totals) => patientsText(totals, commissioners) },
    { heading: 'Practices', text: ({ practices }) => (practices === 0 ? NOT_RECORDED : formatNumber(practices)) },
    { heading: sentenceCase(commissioners.many), text: counted(({ ccgs }) => ccgs) },
    { heading: 'Trusts', text: counted(({ trusts }) => trusts) },
    { heading: 'Organisations', text: counted(({ organisations }) => organisations) },
  ];
}

const sentenceCase = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Patients are those on the lists of the commissioners; without one that has a figure their number is not known. */
function patientsText({ ccgs, patients, patientsMissing }: Totals, { one, many }: CommissionerNames): string {
  const known = ccgs - patientsMissing;
  if (known <= 0) {
    return NOT_RECORDED;
  }
  return patientsMissing === 0
    ? formatNumber(patients)
    : `${formatNumber(patients)} (${known} of ${countOf(ccgs, one, many)})`;
}

/** A plan as lines of plain text: what would happen by each rule, the totals on both sides, and what stands in the way. */
export function planInWords(
  { plan, check, digest }: ReadPlan,
  pack: Pick<ProgrammePack, 'organisationTypes'>,
): string[] {
  const commissioners = commissionerNames(pack, plan.event.effectiveOn);
  const figures = figuresOf(commissioners);
  return [
    plan.title,
    `First day: ${formatDate(plan.event.effectiveOn)}. Reason: ${plan.event.reason}`,
    '',
    ...successionRules.flatMap(({ id, title }) => [
      title,
      ...plan.consequences.filter(({ rule }) => rule === id).map(({ text }) => `  ${text}`),
    ]),
    '',
    ...totalsLines('Before', plan.before, figures),
    ...totalsLines('After', plan.after, figures),
    ...missingLines(plan, commissioners),
    '',
    ...check.blockers.map(({ message }) => `Stands in the way: ${message}.`),
    ...check.warnings.map(({ message }) => `Look at this: ${message}.`),
    `Plan ${digest}`,
  ];
}

const NARROWEST = 16;

function totalsLines(side: string, { footprints, together }: SideTotals, figures: readonly Figure[]): string[] {
  const rows = [...footprints, { name: 'Together, each organisation once', totals: together }];
  const names = Math.max(side.length, ...rows.map(({ name }) => name.length));
  return [
    [side.padEnd(names), ...figures.map(({ heading }) => heading.padStart(widthOf(heading)))].join(''),
    ...rows.map(({ name, totals }) =>
      [name.padEnd(names), ...figures.map(({ heading, text }) => ` ${text(totals)}`.padStart(widthOf(heading)))].join(
        '',
      ),
    ),
  ];
}

const widthOf = (heading: string) => Math.max(NARROWEST, heading.length + 1);

function missingLines({ before }: Plan, { many }: CommissionerNames): string[] {
  const { patientsMissing } = before.together;
  return patientsMissing === 0 ? [] : [`No figure of patients is on record for ${patientsMissing} of the ${many}.`];
}
