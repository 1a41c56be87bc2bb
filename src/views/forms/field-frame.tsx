import type { ReactNode } from 'react';
import { errorOf, type FieldError } from '../../platform/forms/posted-form.ts';

/** What every field has. Markup as the design system's own templates give it; the tests compare with its published examples. */
export interface FieldProps {
  /** Name and id of the field; an error summary links to it. */
  readonly name: string;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly errors?: readonly FieldError[];
}

/** Ids of the hint and the error message, as one attribute for the field they describe; left out when there is neither. */
export function describedBy({ name, hint, errors }: FieldProps): { 'aria-describedby'?: string } {
  const ids = [
    ...(hint === undefined ? [] : [`${name}-hint`]),
    ...(errorFor(name, errors) === undefined ? [] : [`${name}-error`]),
  ];
  return ids.length === 0 ? {} : { 'aria-describedby': ids.join(' ') };
}

export function errorFor(name: string, errors: readonly FieldError[] | undefined): string | undefined {
  return errors === undefined ? undefined : errorOf(errors, name);
}

interface FormGroupProps {
  readonly field: FieldProps;
  /** The component of the design system that its script makes of the field. */
  readonly component?: 'nhsuk-password-input';
  readonly children: ReactNode;
}

/** The box around a field, marked when something in it is wrong. */
export function FormGroup({ field, component, children }: FormGroupProps) {
  const hasError = errorFor(field.name, field.errors) !== undefined;
  const classes = ['nhsuk-form-group', component ?? '', hasError ? 'nhsuk-form-group--error' : ''];
  return (
    <div
      className={classes.filter(Boolean).join(' ')}
      {...(component === undefined ? {} : { 'data-module': component })}
    >
      {children}
    </div>
  );
}

/** Hint and error message, in the order a screen reader should say them. */
export function FieldNotes({ field }: { field: FieldProps }) {
  const error = errorFor(field.name, field.errors);
  return (
    <>
      {field.hint !== undefined && (
        <div className="nhsuk-hint" id={`${field.name}-hint`}>
          {field.hint}
        </div>
      )}
      {error !== undefined && (
        <span className="nhsuk-error-message" id={`${field.name}-error`}>
          <span className="nhsuk-u-visually-hidden">Error: </span>
          {error}
        </span>
      )}
    </>
  );
}

/** The label of a field that is one element. */
export function FieldLabel({ field, isHidden }: { field: FieldProps; isHidden: boolean }) {
  return (
    <label className={isHidden ? 'nhsuk-label nhsuk-u-visually-hidden' : 'nhsuk-label'} htmlFor={field.name}>
      {field.label}
    </label>
  );
}
