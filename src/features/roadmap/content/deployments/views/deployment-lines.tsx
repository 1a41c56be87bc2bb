import { type TypedForm, typedText } from '../../../../../platform/forms/typed-form.ts';
import { financialYearOf } from '../../../../../platform/forms/typed-period.ts';
import { DataTable } from '../../../../../views/data-table.tsx';
import { SelectField, TextField } from '../../../../../views/forms/fields.tsx';
import type { RowFormProps } from '../../row-pages.ts';
import type { Deployment } from '../deployment.ts';
import { benefitField, moneyField } from '../deployment-words.ts';
import { fundingLabels, fundingStates, moneyNatures, natureLabels } from '../money.ts';
import { mostLines } from '../parse-deployment-form.ts';

type LinesProps = Pick<RowFormProps<Deployment>, 'pack' | 'others' | 'form'>;

/** The lines that something is typed in, and two more. */
function linesToShow(typed: TypedForm, fieldsOf: (line: number) => readonly string[], most: number): number[] {
  const lines = Array.from({ length: most }, (_, line) => line);
  const last = lines.findLast((line) => fieldsOf(line).some((name) => typedText(typed, name) !== '')) ?? -1;
  return lines.slice(0, last + 3);
}

/** What it costs, by year and source. */
export function MoneyFields({ pack, others, form: { typed, errors } }: LinesProps) {
  const fields = ['year', 'nature', 'pounds', 'source', 'state'] as const;
  const fieldsOf = (line: number) => fields.map((field) => moneyField(field, line));
  const props = (field: (typeof fields)[number], label: string, line: number) => {
    const name = moneyField(field, line);
    return { name, label: `${label}, line ${line + 1}`, labelIsHidden: true, value: typedText(typed, name), errors };
  };
  const years = yearsOffered(pack, others, typed);
  const labelled = <T extends string>(values: readonly T[], labels: Readonly<Record<T, string>>) =>
    values.map((value) => ({ value, label: labels[value] }));
  return (
    <div className="ldr-lines-form">
      <DataTable
        caption="Money by year and source"
        captionIsHidden
        rows={linesToShow(typed, fieldsOf, mostLines.money)}
        rowKey={(line) => `${line}`}
        columns={[
          { heading: 'Line', isRowHeading: true, cell: (line) => line + 1 },
          {
            heading: 'Year',
            cell: (line) => (
              <SelectField
                {...props('year', 'Year', line)}
                choices={years.map((year) => ({ value: year, label: year }))}
                placeholder="–"
              />
            ),
          },
          {
            heading: 'Kind',
            cell: (line) => (
              <SelectField
                {...props('nature', 'Capital or revenue', line)}
                choices={labelled(moneyNatures, natureLabels)}
                placeholder="–"
              />
            ),
          },
          {
            heading: 'Pounds',
            cell: (line) => (
              <TextField {...props('pounds', 'Amount in pounds, like 2400000, £2,400,000 or 2.4m', line)} width={10} />
            ),
          },
          { heading: 'Source', cell: (line) => <TextField {...props('source', 'Source of the money', line)} /> },
          {
            heading: 'Is it there?',
            cell: (line) => (
              <SelectField
                {...props('state', 'Is the money there', line)}
                choices={labelled(fundingStates, fundingLabels)}
                placeholder="–"
              />
            ),
          },
        ]}
      />
    </div>
  );
}

/** The financial years of the template, and whatever others stand in the schedule or in the form already. */
function yearsOffered(
  { roadmapTemplate }: LinesProps['pack'],
  others: LinesProps['others'],
  typed: TypedForm,
): string[] {
  const planned = roadmapTemplate.deploymentYears.map(({ endsOn }) => financialYearOf(endsOn));
  const written = others.flatMap(({ money }) => money.flatMap(({ year }) => year ?? []));
  const here = Array.from({ length: mostLines.money }, (_, line) => typedText(typed, moneyField('year', line)));
  return [...new Set([...planned, ...written, ...here])].filter((year) => year !== '').sort();
}

/** What is to be better for it, and how that is told. */
export function BenefitFields({ form: { typed, errors } }: LinesProps) {
  const fields = ['what', 'measure', 'baseline'] as const;
  const cell = (field: (typeof fields)[number], label: string) => (line: number) => {
    const name = benefitField(field, line);
    return (
      <TextField
        name={name}
        label={`${label}, benefit ${line + 1}`}
        labelIsHidden
        value={typedText(typed, name)}
        errors={errors}
      />
    );
  };
  return (
    <div className="ldr-lines-form">
      <DataTable
        caption="Benefits"
        captionIsHidden
        rows={linesToShow(typed, (line) => fields.map((field) => benefitField(field, line)), mostLines.benefits)}
        rowKey={(line) => `${line}`}
        columns={[
          { heading: 'Benefit', isRowHeading: true, cell: (line) => line + 1 },
          { heading: 'What will be better?', cell: cell('what', 'What will be better') },
          { heading: 'How is it measured?', cell: cell('measure', 'How it is measured') },
          { heading: 'The figure before', cell: cell('baseline', 'The figure before') },
        ]}
      />
    </div>
  );
}
