import { paths } from '../../../../../paths.ts';
import { typedList, typedText } from '../../../../../platform/forms/typed-form.ts';
import { SubmitButton } from '../../../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../../../views/forms/error-summary.tsx';
import { CheckboxesField, RadiosField, SelectField, TextField } from '../../../../../views/forms/fields.tsx';
import { Form } from '../../../../../views/forms/form.tsx';
import { ConflictNotice } from '../../../views/conflict-notice.tsx';
import { DraftFields } from '../../../views/draft-fields.tsx';
import { SavedLine } from '../../../views/saved-line.tsx';
import type { RowFormProps } from '../../row-pages.ts';
import { deploymentStatuses, fundingLabels, fundingStates, statusLabels } from '../deployment.ts';

/** One row of the deployment schedule, to add or to change. */
export function DeploymentPage({ pack, place, id, stamp, form }: RowFormProps) {
  const { slug } = place.footprint;
  const isNew = stamp === null;
  return (
    <>
      <ErrorSummary errors={form.errors} />
      {form.conflict !== null && <ConflictNotice conflict={form.conflict} />}
      <h1>{isNew ? 'Add a deployment' : 'Change a deployment'}</h1>
      <Form
        action={
          isNew ? paths.roadmapContent(slug, 'deployments', 'new') : paths.roadmapContent(slug, 'deployments', id)
        }
        savesItself={!isNew}
      >
        <DraftFields form={form} versionNumber={place.version.number} />
        <input type="hidden" name="id" value={id} data-made-anew="" />
        <WhatAndWhere pack={pack} place={place} form={form} />
        <Particulars pack={pack} form={form} />
        <div className="nhsuk-button-group">
          <SubmitButton>{isNew ? 'Add to the schedule' : 'Save'}</SubmitButton>
          {!isNew && <a href={paths.roadmapContent(slug, 'deployments', id, 'remove')}>Remove this deployment</a>}
        </div>
      </Form>
      {!isNew && <SavedLine slug={slug} stamp={stamp} />}
    </>
  );
}

type FieldsProps = Pick<RowFormProps, 'pack' | 'place' | 'form'>;

const withValues = (items: readonly { readonly id: string; readonly label: string }[]) =>
  items.map(({ id, label }) => ({ value: id, label }));

function WhatAndWhere({ pack, place, form }: FieldsProps) {
  const { typed, errors } = form;
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
      <RadiosField
        name="year"
        label="In which financial year will it be live?"
        small
        choices={withValues(pack.roadmapTemplate.deploymentYears)}
        value={typedText(typed, 'year')}
        errors={errors}
      />
      <RadiosField
        name="status"
        label="How far has it come?"
        small
        choices={deploymentStatuses.map((value) => ({ value, label: statusLabels[value] }))}
        value={typedText(typed, 'status')}
        errors={errors}
      />
    </>
  );
}

function Particulars({ pack, form }: Omit<FieldsProps, 'place'>) {
  const { typed, errors } = form;
  const line = (name: string, label: string, hint?: string) => (
    <TextField
      name={name}
      label={label}
      value={typedText(typed, name)}
      errors={errors}
      {...(hint === undefined ? {} : { hint })}
    />
  );
  return (
    <>
      {line('owner', 'Owner (optional)', 'Who answers for it, by office rather than name')}
      {line('supplier', 'Supplier or system (optional)')}
      {line('cost', 'Cost in pounds (optional)', 'Capital and revenue together, like 2400000, £2,400,000 or 2.4m')}
      {line('funding-source', 'Source of funding (optional)')}
      <RadiosField
        name="funding-state"
        label="Is the money there? (optional)"
        small
        choices={fundingStates.map((value) => ({ value, label: fundingLabels[value] }))}
        value={typedText(typed, 'funding-state')}
        errors={errors}
      />
      <CheckboxesField
        name="supports"
        label="Which universal capabilities does it help to deliver? (optional)"
        small
        choices={pack.universalCapabilities.map(({ id, title }) => ({ value: id, label: `${id}. ${title}` }))}
        values={typedList(typed, 'supports')}
        errors={errors}
      />
    </>
  );
}
