import type { ReactNode } from 'react';
import { errorOf } from '../../../platform/forms/posted-form.ts';
import { ErrorSummary } from '../../../views/forms/error-summary.tsx';
import type { ChangePeriod } from '../changes/change-period.ts';

interface ChangesFormProps {
  readonly action: string;
  readonly period: ChangePeriod;
  readonly children?: ReactNode;
}

/** The two days to compare; works as a plain address. */
export function ChangesForm({ action, period, children }: ChangesFormProps) {
  return (
    <form method="get" action={action} className="ldr-changes-form">
      <DayField name="from" label="First day" value={period.from} period={period} />
      <DayField name="to" label="Second day" value={period.to} period={period} />
      {children}
      <button className="nhsuk-button nhsuk-button--secondary" type="submit">
        Compare
      </button>
    </form>
  );
}

/** What is wrong with the days, first on the page. */
export function PeriodErrors({ period }: { period: ChangePeriod }) {
  return <ErrorSummary errors={period.errors} />;
}

interface DayFieldProps {
  readonly name: 'from' | 'to';
  readonly label: string;
  readonly value: string;
  readonly period: ChangePeriod;
}

function DayField({ name, label, value, period }: DayFieldProps) {
  const error = errorOf(period.errors, name);
  return (
    <div className={`nhsuk-form-group${error === undefined ? '' : ' nhsuk-form-group--error'}`}>
      <label className="nhsuk-label" htmlFor={name}>
        {label}
      </label>
      {error !== undefined && (
        <span className="nhsuk-error-message" id={`${name}-error`}>
          <span className="nhsuk-u-visually-hidden">Error: </span>
          {error}
        </span>
      )}
      <input
        className={`nhsuk-input nhsuk-input--width-10${error === undefined ? '' : ' nhsuk-input--error'}`}
        id={name}
        name={name}
        type="date"
        defaultValue={value.slice(0, 40)}
        {...(error === undefined ? {} : { 'aria-describedby': `${name}-error` })}
      />
    </div>
  );
}
