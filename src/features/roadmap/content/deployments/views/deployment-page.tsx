import { paths } from '../../../../../paths.ts';
import { typedList, typedText } from '../../../../../platform/forms/typed-form.ts';
import { SubmitButton } from '../../../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../../../views/forms/error-summary.tsx';
import {
  CheckboxesField,
  RadiosField,
  SelectField,
  TextAreaField,
  TextField,
} from '../../../../../views/forms/fields.tsx';
import { Form } from '../../../../../views/forms/form.tsx';
import { ConflictNotice } from '../../../views/conflict-notice.tsx';
import { DraftFields } from '../../../views/draft-fields.tsx';
import { SavedLine } from '../../../views/saved-line.tsx';
import type { RowFormProps } from '../../row-pages.ts';
import { type Deployment, inOrder } from '../deployment.ts';
import { deploymentStatuses, statusLabels } from '../deployment-status.ts';
import { BenefitFields, MoneyFields } from './deployment-lines.tsx';

type DeploymentFormProps = RowFormProps<Deployment>;

/** One row of the deployment schedule, to add or to change. */
export function DeploymentPage(props: DeploymentFormProps) {
  const { place, id, stamp, form } = props;
  const { slug } = place.footprint;
  const isNew = stamp === null;
  return (
    <>
      <ErrorSummary errors={form.errors} />
      {form.conflict !== null && <ConflictNotice conflict={form.conflict} />}
      <h1>{isNew ? 'Add a deployment' : 'Change a deployment'}</h1>
      <Form action={paths.roadmapContent(slug, 'deployments', isNew ? 'new' : id)} savesItself={!isNew}>
        <DraftFields form={form} versionNumber={place.version.number} />
        <input type="hidden" name="id" value={id} data-made-anew="" />
        <WhatAndWhere {...props} />
        <WhenAndWho {...props} />
        <h2>Money</h2>
        <p>
          A line for each year and source: what is secured, what is bid for and what is missing. Leave an amount empty
          where it is not known. Save for more lines.
        </p>
        <MoneyFields {...props} />
        <Purpose {...props} />
        <h2>Benefits</h2>
        <BenefitFields {...props} />
        <div className="nhsuk-button-group">
          <SubmitButton>{isNew ? 'Add to the schedule' : 'Save'}</SubmitButton>
          {!isNew && <a href={paths.roadmapContent(slug, 'deployments', id, 'remove')}>Remove this deployment</a>}
        </div>
      </Form>
      {!isNew && <SavedLine slug={slug} stamp={stamp} />}
    </>
  );
}

const withValues = (items: readonly { readonly id: string; readonly label: string }[]) =>
  items.map(({ id, label }) => ({ value: id, label }));

function WhatAndWhere({ pack, place, form: { typed, errors } }: DeploymentFormProps) {
  return (
    <>
      <TextField
        name="title"
        label="What is being deployed?"
        hint="For example, electronic prescribing on all wards"
        value={typedText(typed, 'title')}
        errors={errors}
      />
      <SelectField
        name="group"
        label="Capability group"
        placeholder="Choose a group"
        choices={withValues(pack.capabilityGroups)}
        value={typedText(typed, 'group')}
        errors={errors}
      />
      <CheckboxesField
        name="organisations"
        label="Which organisations?"
        hint="Leave all empty for the whole footprint"
        small
        choices={place.members.map(({ organisationId, name }) => ({ value: organisationId, label: name }))}
        values={typedList(typed, 'organisations')}
        errors={errors}
      />
    </>
  );
}

function WhenAndWho({ others, form: { typed, errors } }: DeploymentFormProps) {
  const line = (name: string, label: string, hint: string, offered?: readonly string[]) => (
    <TextField
      name={name}
      label={label}
      hint={hint}
      value={typedText(typed, name)}
      errors={errors}
      {...(offered === undefined ? {} : { offered })}
    />
  );
  const written = (field: 'supplier' | 'system') =>
    [...new Set(others.map((row) => row[field]))].filter((name) => name !== '').sort();
  const asExact = 'As exact as it is known, like 31 March 2018, March 2018, Q4 2017/18 or 2017/18';
  return (
    <>
      <RadiosField
        name="status"
        label="How far has it come?"
        small
        choices={deploymentStatuses.map((value) => ({ value, label: statusLabels[value] }))}
        value={typedText(typed, 'status')}
        errors={errors}
      />
      {line('starts', 'When does it start? (optional)', asExact)}
      {line('goes-live', 'By when will it be live?', asExact)}
      {line('owner', 'Owner (optional)', 'Who answers for it, by office rather than name')}
      {line(
        'supplier',
        'Supplier (optional)',
        'As it is called elsewhere in this schedule, so that it counts as the same',
        written('supplier'),
      )}
      {line('system', 'System (optional)', 'The product, by the name that its supplier gives it', written('system'))}
    </>
  );
}

function Purpose({ pack, others, form: { typed, errors } }: DeploymentFormProps) {
  return (
    <>
      <h2>What it serves, and what it needs</h2>
      <CheckboxesField
        name="supports"
        label="Which universal capabilities does it help to deliver? (optional)"
        small
        choices={pack.universalCapabilities.map(({ id, title }) => ({ value: id, label: `${id}. ${title}` }))}
        values={typedList(typed, 'supports')}
        errors={errors}
      />
      {pack.digitalRoles.length > 0 && (
        <CheckboxesField
          name="roles"
          label="Which national roles of digital does it serve? (optional)"
          small
          choices={withValues(pack.digitalRoles)}
          values={typedList(typed, 'roles')}
          errors={errors}
        />
      )}
      <TextAreaField
        name="stp-priorities"
        label="Which priorities of the wider plan for health and care rest on it? (optional)"
        rows={2}
        value={typedText(typed, 'stp-priorities')}
        errors={errors}
      />
      {others.length > 0 && (
        <CheckboxesField
          name="depends-on"
          label="Which other deployments must be live first? (optional)"
          small
          choices={inOrder(others).map(({ id, title }) => ({ value: id, label: title }))}
          values={typedList(typed, 'depends-on')}
          errors={errors}
        />
      )}
      <TextAreaField
        name="depends-elsewhere"
        label="What does it need from elsewhere? (optional)"
        hint="From another footprint, a national service or a supplier, and by when"
        rows={2}
        value={typedText(typed, 'depends-elsewhere')}
        errors={errors}
      />
    </>
  );
}
