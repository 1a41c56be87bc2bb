import { describedBy, errorFor, FieldLabel, FieldNotes, type FieldProps, FormGroup } from './field-frame.tsx';

export { CheckboxesField, type Choice, ChoiceItem, RadiosField } from './choice-fields.tsx';

interface TextFieldProps extends FieldProps {
  readonly value?: string;
  readonly type?: 'text' | 'email' | 'password' | 'search';
  readonly autoComplete?: string;
  /** Width in characters. */
  readonly width?: 2 | 3 | 4 | 5 | 10 | 20 | 30;
  readonly inputMode?: 'numeric' | 'decimal' | 'text';
  readonly prefix?: string;
  readonly labelIsHidden?: boolean;
  /** What was written elsewhere and may be meant again; anything else can be typed. */
  readonly offered?: readonly string[];
}

/** One line of text; of a password, with a button that shows it, so that it need be typed once only. */
export function TextField(props: TextFieldProps) {
  return props.type === 'password' ? (
    <PasswordField {...props} />
  ) : (
    <FormGroup field={props}>
      <FieldLabel field={props} isHidden={props.labelIsHidden ?? false} />
      <FieldNotes field={props} />
      {props.prefix === undefined ? (
        <TextInput {...props} />
      ) : (
        <div className="nhsuk-input-wrapper">
          <div className="nhsuk-input-wrapper__prefix" aria-hidden="true">
            {props.prefix}
          </div>
          <TextInput {...props} />
        </div>
      )}
    </FormGroup>
  );
}

function PasswordField(props: TextFieldProps) {
  const { name, autoComplete } = props;
  return (
    <FormGroup field={props} component="nhsuk-password-input">
      <FieldLabel field={props} isHidden={props.labelIsHidden ?? false} />
      <FieldNotes field={props} />
      <div className="nhsuk-input-wrapper">
        <input
          className={classesOf('nhsuk-input', props, 'nhsuk-password-input__input nhsuk-js-password-input-input')}
          id={name}
          name={name}
          type="password"
          {...describedBy(props)}
          spellCheck={false}
          {...(autoComplete === undefined ? {} : { autoComplete })}
          autoCapitalize="none"
        />
        <button
          className="nhsuk-button nhsuk-button--secondary nhsuk-button--small nhsuk-password-input__toggle nhsuk-js-password-input-toggle"
          data-module="nhsuk-button"
          type="button"
          aria-label="Show password"
          aria-controls={name}
          hidden
        >
          Show
        </button>
      </div>
    </FormGroup>
  );
}

function TextInput(props: TextFieldProps) {
  const { name, value, type, autoComplete, width, inputMode, offered = [] } = props;
  const listId = `${name}-offered`;
  return (
    <>
      <input
        className={classesOf('nhsuk-input', props, width === undefined ? '' : `nhsuk-input--width-${width}`)}
        id={name}
        name={name}
        type={type ?? 'text'}
        {...describedBy(props)}
        {...(value === undefined ? {} : { defaultValue: value })}
        {...(autoComplete === undefined ? {} : { autoComplete })}
        {...(inputMode === undefined ? {} : { inputMode })}
        {...(type === 'email' ? { spellCheck: false } : {})}
        {...(offered.length === 0 ? {} : { list: listId })}
      />
      {offered.length > 0 && (
        <datalist id={listId}>
          {offered.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
    </>
  );
}

/** A file to send. Browsers keep no chosen file when a form comes back. */
export function FileField(props: FieldProps) {
  return (
    <FormGroup field={props}>
      <FieldLabel field={props} isHidden={false} />
      <FieldNotes field={props} />
      <input className="nhsuk-file-upload" id={props.name} name={props.name} type="file" {...describedBy(props)} />
    </FormGroup>
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
    <FormGroup field={props}>
      <FieldLabel field={props} isHidden={props.labelIsHidden ?? false} />
      <FieldNotes field={props} />
      <textarea
        className={classesOf('nhsuk-textarea', props)}
        id={props.name}
        name={props.name}
        rows={props.rows ?? 5}
        defaultValue={props.value ?? ''}
        {...describedBy(props)}
      />
    </FormGroup>
  );
}

/** A choice of a long list, under the heading of its group where it has one. */
export interface GroupedChoice {
  readonly value: string;
  readonly label: string;
  readonly group?: string;
}

interface SelectFieldProps extends FieldProps {
  /** Those of a group stand one after another. */
  readonly choices: readonly GroupedChoice[];
  readonly value?: string | null;
  /** Shown first, with an empty value. */
  readonly placeholder?: string;
  readonly labelIsHidden?: boolean;
}

/** One choice of many. */
export function SelectField(props: SelectFieldProps) {
  return (
    <FormGroup field={props}>
      <FieldLabel field={props} isHidden={props.labelIsHidden ?? false} />
      <FieldNotes field={props} />
      <select
        className={classesOf('nhsuk-select', props)}
        id={props.name}
        name={props.name}
        {...(props.value == null ? {} : { defaultValue: props.value })}
        {...describedBy(props)}
      >
        {props.placeholder !== undefined && <option value="">{props.placeholder}</option>}
        {[...Map.groupBy(props.choices, ({ group = '' }) => group)].map(([group, choices]) =>
          group === '' ? (
            <Options key={group} choices={choices} />
          ) : (
            <optgroup key={group} label={group}>
              <Options choices={choices} />
            </optgroup>
          ),
        )}
      </select>
    </FormGroup>
  );
}

function Options({ choices }: { readonly choices: readonly GroupedChoice[] }) {
  return choices.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ));
}

function classesOf(base: string, field: FieldProps, ...more: readonly string[]): string {
  const error = errorFor(field.name, field.errors) === undefined ? '' : `${base}--error`;
  return [base, error, ...more].filter(Boolean).join(' ');
}
