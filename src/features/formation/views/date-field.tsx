import { errorOf, type FieldError } from '../../../platform/forms/posted-form.ts';
import { type TypedForm, typedText } from '../../../platform/forms/typed-form.ts';
import { datePartField, dateParts } from '../writing/parse-date.ts';

interface DateFieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly typed: TypedForm;
  readonly errors: readonly FieldError[];
}

const partLabels = { day: 'Day', month: 'Month', year: 'Year' };

/** A day, typed in three parts; an error leads to the first of them. */
export function DateField({ name, label, hint, typed, errors }: DateFieldProps) {
  const error = errorOf(errors, name);
  const described = error === undefined ? `${name}-hint` : `${name}-hint ${name}-error`;
  return (
    <div className={error === undefined ? 'nhsuk-form-group' : 'nhsuk-form-group nhsuk-form-group--error'}>
      <fieldset className="nhsuk-fieldset" aria-describedby={described}>
        <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">{label}</legend>
        <div className="nhsuk-hint" id={`${name}-hint`}>
          {hint}
        </div>
        {error !== undefined && (
          <span className="nhsuk-error-message" id={`${name}-error`}>
            <span className="nhsuk-u-visually-hidden">Error: </span>
            {error}
          </span>
        )}
        <div className="nhsuk-date-input">
          {dateParts.map((part) => (
            <DatePart key={part} name={name} part={part} typed={typed} hasError={error !== undefined} />
          ))}
        </div>
      </fieldset>
    </div>
  );
}

interface DatePartProps {
  readonly name: string;
  readonly part: (typeof dateParts)[number];
  readonly typed: TypedForm;
  readonly hasError: boolean;
}

function DatePart({ name, part, typed, hasError }: DatePartProps) {
  const field = datePartField(name, part);
  const width = part === 'day' ? 'nhsuk-input--width-2' : 'nhsuk-input--width-4';
  return (
    <div className="nhsuk-date-input__item">
      <div className="nhsuk-form-group">
        <label className="nhsuk-label nhsuk-date-input__label" htmlFor={field}>
          {partLabels[part]}
        </label>
        <input
          className={`nhsuk-input nhsuk-date-input__input ${width}${hasError ? ' nhsuk-input--error' : ''}`}
          id={field}
          name={field}
          type="text"
          // A month may be typed by its name.
          inputMode={part === 'month' ? 'text' : 'numeric'}
          defaultValue={typedText(typed, field)}
        />
      </div>
    </div>
  );
}
