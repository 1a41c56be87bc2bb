import type { ReactNode } from 'react';
import { describedBy, FieldNotes, type FieldProps, FormGroup } from './field-frame.tsx';

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
  /** Stands before the choice, e.g. `or`. */
  readonly divider?: string;
  /** Of checkboxes: one that stands for itself. With script it takes the ticks of all others of its name away, and they its own. */
  readonly isAlone?: boolean;
}

type LegendSize = 's' | 'm' | 'l';

interface ChoicesProps extends FieldProps {
  readonly choices: readonly Choice[];
  readonly small?: boolean;
  readonly inline?: boolean;
  readonly legendSize?: LegendSize;
  /** Stands between the legend and the choices. */
  readonly children?: ReactNode;
}

interface RadiosFieldProps extends ChoicesProps {
  readonly value?: string | null;
}

/** One choice of several. */
export function RadiosField(props: RadiosFieldProps) {
  return <ChoicesField {...props} kind="radios" isChosen={(value) => value === props.value} />;
}

interface CheckboxesFieldProps extends ChoicesProps {
  readonly values?: readonly string[];
}

/** Any number of choices. */
export function CheckboxesField(props: CheckboxesFieldProps) {
  return <ChoicesField {...props} kind="checkboxes" isChosen={(value) => props.values?.includes(value) ?? false} />;
}

interface ChoicesFieldProps extends ChoicesProps {
  readonly kind: 'radios' | 'checkboxes';
  readonly isChosen: (value: string) => boolean;
}

function ChoicesField(props: ChoicesFieldProps) {
  const { kind, name, choices, isChosen } = props;
  const classes = [
    `nhsuk-${kind}`,
    props.small === true ? `nhsuk-${kind}--small` : '',
    props.inline === true ? `nhsuk-${kind}--inline` : '',
  ];
  return (
    <FormGroup field={props}>
      <fieldset className="nhsuk-fieldset" {...describedBy(props)}>
        <legend className={`nhsuk-fieldset__legend nhsuk-fieldset__legend--${props.legendSize ?? 's'}`}>
          {props.label}
        </legend>
        <FieldNotes field={props} />
        {props.children}
        <div className={classes.filter(Boolean).join(' ')} data-module={`nhsuk-${kind}`}>
          {choices.map((choice, index) => (
            <ChoiceItem
              key={choice.value}
              kind={kind}
              name={name}
              index={index}
              choice={choice}
              isChosen={isChosen(choice.value)}
            />
          ))}
        </div>
      </fieldset>
    </FormGroup>
  );
}

interface ChoiceItemProps {
  readonly kind: 'radios' | 'checkboxes';
  readonly name: string;
  readonly index: number;
  readonly choice: Choice;
  readonly isChosen: boolean;
}

/** One radio or checkbox with its label, for a field that arranges them in a way of its own. */
export function ChoiceItem({ kind, name, index, choice, isChosen }: ChoiceItemProps) {
  // The first choice carries the field's own id, where the error summary leads.
  const id = index === 0 ? name : `${name}-${index + 1}`;
  const hintId = choice.hint === undefined ? undefined : `${id}-item-hint`;
  const item = (
    <div className={`nhsuk-${kind}__item`}>
      <input
        className={`nhsuk-${kind}__input`}
        id={id}
        name={name}
        type={kind === 'radios' ? 'radio' : 'checkbox'}
        value={choice.value}
        defaultChecked={isChosen}
        aria-describedby={hintId}
        data-behaviour={choice.isAlone === true ? 'exclusive' : undefined}
      />
      <label className={`nhsuk-label nhsuk-${kind}__label`} htmlFor={id}>
        {choice.label}
      </label>
      {choice.hint !== undefined && (
        <div className={`nhsuk-hint nhsuk-${kind}__hint`} id={hintId}>
          {choice.hint}
        </div>
      )}
    </div>
  );
  return choice.divider === undefined ? (
    item
  ) : (
    <>
      <div className={`nhsuk-${kind}__divider`}>{choice.divider}</div>
      {item}
    </>
  );
}
