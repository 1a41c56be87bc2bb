import { type FieldError, type PostedForm, textOf, textsOf } from '../../../platform/forms/posted-form.ts';
import { CheckboxesField, SelectField, TextAreaField, TextField } from '../../../views/forms/fields.tsx';
import { partNumbers } from '../proposal-form.ts';
import type { EventKind } from '../proposed-event.ts';

export interface FootprintChoice {
  /** Its slug. */
  readonly value: string;
  readonly label: string;
}

interface KindFieldsProps {
  readonly kind: EventKind;
  readonly form: PostedForm;
  readonly footprints: readonly FootprintChoice[];
  readonly errors: readonly FieldError[];
}

/** The fields that one kind of event asks for. */
export function KindFields(props: KindFieldsProps) {
  switch (props.kind) {
    case 'merge':
      return <MergeFields {...props} />;
    case 'split':
      return <SplitFields {...props} />;
    case 'boundary-change':
      return <BoundaryFields {...props} />;
    case 'rename':
      return <RenameFields {...props} />;
    case 'closure':
      return <FootprintSelect {...props} name="footprint" label="Footprint that closes" />;
    case 'organisation-merge':
      return <OrganisationFields {...props} />;
    case 'undo':
      return <input type="hidden" name="event" value={textOf(props.form, 'event')} />;
  }
}

function MergeFields(props: KindFieldsProps) {
  const { form, footprints, errors } = props;
  return (
    <>
      <CheckboxesField
        name="predecessors"
        label="Footprints that merge"
        small
        choices={footprints}
        values={textsOf(form, 'predecessors')}
        errors={errors}
      />
      <NewFootprintFields {...props} prefix="successor" what="new footprint" />
    </>
  );
}

function SplitFields(props: KindFieldsProps) {
  return (
    <>
      <FootprintSelect {...props} name="predecessor" label="Footprint that is split" />
      {partNumbers.map((part) => (
        <fieldset key={part} className="nhsuk-fieldset">
          <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--m">
            Part {part}
            {part > 2 && ' (optional)'}
          </legend>
          <NewFootprintFields {...props} prefix={`part-${part}`} what={`footprint of part ${part}`} />
          <CodesField {...props} name={`part-${part}-organisations`} label={`Organisations of part ${part}`} />
        </fieldset>
      ))}
    </>
  );
}

function BoundaryFields(props: KindFieldsProps) {
  return (
    <>
      <FootprintSelect {...props} name="from" label="From footprint" />
      <FootprintSelect {...props} name="to" label="To footprint" />
      <CodesField {...props} name="organisations" label="Organisations that move" />
    </>
  );
}

function RenameFields(props: KindFieldsProps) {
  return (
    <>
      <FootprintSelect {...props} name="footprint" label="Footprint" />
      <Line {...props} name="name" label="New name" />
      <Line
        {...props}
        name="slug"
        label="End of the address of its page (optional)"
        hint="Made from the name when left empty"
      />
    </>
  );
}

function OrganisationFields(props: KindFieldsProps) {
  return (
    <>
      <CodesField {...props} name="predecessors" label="Organisations that end" />
      <Line {...props} name="successor-code" label="Code of the organisation that comes after" />
      <Line
        {...props}
        name="successor-name"
        label="Its name"
        hint="May be left empty where the directory knows the code already"
      />
    </>
  );
}

function NewFootprintFields(props: KindFieldsProps & { readonly prefix: string; readonly what: string }) {
  const { prefix, what } = props;
  const hint = 'Made from the name when left empty';
  return (
    <>
      <Line {...props} name={`${prefix}-name`} label={`Name of the ${what}`} />
      <Line {...props} name={`${prefix}-slug`} label={`End of the address of the ${what} (optional)`} hint={hint} />
      <Line {...props} name={`${prefix}-code`} label={`Short code of the ${what} (optional)`} hint={hint} />
    </>
  );
}

interface NamedField extends KindFieldsProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
}

function FootprintSelect({ name, label, form, footprints, errors }: NamedField) {
  return (
    <SelectField
      name={name}
      label={label}
      choices={footprints}
      placeholder="Choose a footprint"
      value={textOf(form, name)}
      errors={errors}
    />
  );
}

function CodesField({ name, label, form, errors }: NamedField) {
  return (
    <TextAreaField
      name={name}
      label={label}
      hint="Their codes, such as 06A RL4, parted by spaces or lines"
      rows={3}
      value={textOf(form, name)}
      errors={errors}
    />
  );
}

function Line({ name, label, hint, form, errors }: NamedField) {
  return (
    <TextField
      name={name}
      label={label}
      {...(hint === undefined ? {} : { hint })}
      value={textOf(form, name)}
      errors={errors}
    />
  );
}
