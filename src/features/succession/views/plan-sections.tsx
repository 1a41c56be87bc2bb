import { DataTable } from '../../../views/data-table.tsx';
import type { CommissionerNames } from '../planning/commissioner-names.ts';
import type { Plan, SideTotals } from '../planning/plan.ts';
import { figuresOf } from '../planning/plan-in-words.ts';
import { successionRules } from '../planning/rules.ts';
import type { Totals } from '../planning/totals.ts';

interface NamedRow {
  readonly name: string;
  readonly totals: Totals;
}

interface PlanSectionsProps {
  readonly plan: Plan;
  readonly commissioners: CommissionerNames;
  /** Tells captions of two plans on one page apart, e.g. `as proposed`. */
  readonly which?: string;
}

/** What a plan does, rule by rule, and the totals on both sides. */
export function PlanSections({ plan, commissioners, which }: PlanSectionsProps) {
  const suffix = which === undefined ? '' : `, ${which}`;
  const { patientsMissing } = plan.before.together;
  return (
    <>
      <DataTable
        caption={`What would happen${suffix}`}
        rows={successionRules}
        rowKey={({ id }) => id}
        columns={[
          { heading: 'Of what', isRowHeading: true, cell: ({ title }) => title },
          { heading: 'What happens here', cell: ({ id }) => <Consequences plan={plan} rule={id} /> },
          { heading: 'The rule', cell: ({ rule }) => rule },
        ]}
      />
      <TotalsTable caption={`Totals before${suffix}`} rows={withTogether(plan.before)} commissioners={commissioners} />
      <TotalsTable caption={`Totals after${suffix}`} rows={withTogether(plan.after)} commissioners={commissioners} />
      <p className="ldr-figure-note">
        Registered patients are those on the lists of the {commissioners.many}, by the newest figure up to the first day
        {patientsMissing > 0 && `; none is on record for ${patientsMissing} of them`}. Practices are those that they
        commission. Together, each organisation counts once.
      </p>
    </>
  );
}

function Consequences({ plan, rule }: { readonly plan: Plan; readonly rule: string }) {
  const texts = plan.consequences.filter((one) => one.rule === rule).map(({ text }) => text);
  return texts.length === 1 ? (
    texts[0]
  ) : (
    <ul className="nhsuk-list nhsuk-list--bullet">
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

function withTogether({ footprints, together }: SideTotals): NamedRow[] {
  return [...footprints, { name: 'Together', totals: together }];
}

interface TotalsTableProps {
  readonly caption: string;
  readonly rows: readonly NamedRow[];
  readonly commissioners: CommissionerNames;
}

export function TotalsTable({ caption, rows, commissioners }: TotalsTableProps) {
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={({ name }) => name}
      columns={[
        { heading: 'Footprint', isRowHeading: true, cell: ({ name }: NamedRow) => name },
        ...figuresOf(commissioners).map(({ heading, text }) => ({
          heading,
          numeric: true,
          cell: ({ totals }: NamedRow) => text(totals),
        })),
      ]}
    />
  );
}
