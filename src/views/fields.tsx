import { Checkboxes, Radios, Select, Textarea, TextInput } from 'nhsuk-react-components';
import type { ReactElement, ReactNode } from 'react';
import { errorOf, type FieldError } from '../platform/forms.ts';

interface FieldProps {
  /** Name and id of the field; an error summary links to it. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string | ReactElement;
  readonly errors?: readonly FieldError[];
}

interface TextFieldProps extends FieldProps {
  readonly value?: string;
  readonly type?: 'text' | 'email' | 'password' | 'search';
  readonly autoComplete?: string;
  /** Width in characters. */
  readonly width?: 2 | 3 | 4 | 5 | 10 | 20 | 30;
  readonly inputMode?: 'numeric' | 'decimal' | 'text';
  readonly prefix?: string;
  readonly labelIsHidden?: boolean;
}

/** Options left out of a component's props rather than passed as undefined, which `exactOptionalPropertyTypes` asks for. */
function common({ name, hint, errors }: FieldProps) {
  const error = errorOf(errors ?? [], name);
  return {
    id: name,
    name,
    ...(hint === undefined ? {} : { hint }),
    ...(error === undefined ? {} : { error }),
  };
}

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const { value, type, autoComplete, width, inputMode, prefix } = props;
  return (
    <TextInput
      {...common(props)}
      label={props.label}
      labelProps={props.labelIsHidden === true ? { className: 'nhsuk-u-visually-hidden' } : {}}
      type={type ?? 'text'}
      defaultValue={value ?? ''}
      spellCheck={type === undefined || type === 'text'}
      {...(autoComplete === undefined ? {} : { autoComplete })}
      {...(width === undefined ? {} : { width })}
      {...(inputMode === undefined ? {} : { inputMode })}
      {...(prefix === undefined ? {} : { prefix })}
    />
  );
}

interface TextAreaFieldProps extends FieldProps {
  readonly value?: string;
  readonly rows?: number;
  readonly labelIsHidden?: boolean;
}

/** Several lines of text. */
export function TextAreaField(props: TextAreaFieldProps) {
  return (
    <Textarea
      {...common(props)}
      label={props.label}
      labelProps={props.labelIsHidden === true ? { className: 'nhsuk-u-visually-hidden' } : {}}
      rows={props.rows ?? 5}
      defaultValue={props.value ?? ''}
    />
  );
}

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

interface RadiosFieldProps extends FieldProps {
  readonly choices: readonly Choice[];
  readonly value?: string | null;
  readonly inline?: boolean;
  readonly small?: boolean;
  readonly legendSize?: 's' | 'm' | 'l';
  /** Stands between the legend and the choices. */
  readonly children?: ReactNode;
}

/** One choice of several. */
export function RadiosField(props: RadiosFieldProps) {
  return (
    <Radios
      {...common(props)}
      idPrefix={props.name}
      inline={props.inline ?? false}
      small={props.small ?? false}
      legend={props.label}
      legendProps={{ size: props.legendSize ?? 's' }}
    >
      {props.children}
      {props.choices.map((choice, index) => (
        <Radios.Item
          key={choice.value}
          // The first radio carries the field's own id, where the error summary leads.
          id={index === 0 ? props.name : `${props.name}-${index + 1}`}
          value={choice.value}
          defaultChecked={choice.value === props.value}
          {...(choice.hint === undefined ? {} : { hint: choice.hint })}
        >
          {choice.label}
        </Radios.Item>
      ))}
    </Radios>
  );
}

interface SelectFieldProps extends FieldProps {
  readonly choices: readonly Choice[];
  readonly value?: string | null;
  /** Shown first, with an empty value. */
  readonly placeholder?: string;
}

/** One choice of many. */
export function SelectField(props: SelectFieldProps) {
  return (
    <Select {...common(props)} label={props.label} defaultValue={props.value ?? ''}>
      {props.placeholder !== undefined && <Select.Option value="">{props.placeholder}</Select.Option>}
      {props.choices.map((choice) => (
        <Select.Option key={choice.value} value={choice.value}>
          {choice.label}
        </Select.Option>
      ))}
    </Select>
  );
}

interface CheckboxesFieldProps extends FieldProps {
  readonly choices: readonly Choice[];
  readonly values?: readonly string[];
  readonly small?: boolean;
}

/** Any number of choices. */
export function CheckboxesField(props: CheckboxesFieldProps) {
  return (
    <Checkboxes {...common(props)} idPrefix={props.name} small={props.small ?? false} legend={props.label} legendProps={{ size: 's' }}>
      {props.choices.map((choice, index) => (
        <Checkboxes.Item
          key={choice.value}
          id={index === 0 ? props.name : `${props.name}-${index + 1}`}
          value={choice.value}
          defaultChecked={props.values?.includes(choice.value) ?? false}
          {...(choice.hint === undefined ? {} : { hint: choice.hint })}
        >
          {choice.label}
        </Checkboxes.Item>
      ))}
    </Checkboxes>
  );
}
