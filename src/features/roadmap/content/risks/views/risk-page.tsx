import { paths } from '../../../../../paths.ts';
import { typedText } from '../../../../../platform/forms/typed-form.ts';
import { SubmitButton } from '../../../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../../../views/forms/error-summary.tsx';
import { RadiosField, TextAreaField, TextField } from '../../../../../views/forms/fields.tsx';
import { Form } from '../../../../../views/forms/form.tsx';
import { ConflictNotice } from '../../../views/conflict-notice.tsx';
import { DraftFields } from '../../../views/draft-fields.tsx';
import { SavedLine } from '../../../views/saved-line.tsx';
import type { RowFormProps } from '../../row-pages.ts';
import { degreeLabels, degrees, riskStateLabels, riskStates } from '../risk.ts';

/** One risk, to add or to change. */
export function RiskPage({ place, id, stamp, form }: RowFormProps) {
  const { slug } = place.footprint;
  const isNew = stamp === null;
  return (
    <>
      <ErrorSummary errors={form.errors} />
      {form.conflict !== null && <ConflictNotice conflict={form.conflict} />}
      <h1>{isNew ? 'Add a risk' : 'Change a risk'}</h1>
      <Form action={paths.roadmapContent(slug, 'risks', isNew ? 'new' : id)} savesItself={!isNew}>
        <DraftFields form={form} versionNumber={place.version.number} />
        <input type="hidden" name="id" value={id} data-made-anew="" />
        <RiskFields form={form} />
        <div className="nhsuk-button-group">
          <SubmitButton>{isNew ? 'Add to the register' : 'Save'}</SubmitButton>
          {!isNew && <a href={paths.roadmapContent(slug, 'risks', id, 'remove')}>Remove this risk</a>}
        </div>
      </Form>
      {!isNew && <SavedLine slug={slug} stamp={stamp} />}
    </>
  );
}

function RiskFields({ form: { typed, errors } }: Pick<RowFormProps, 'form'>) {
  const field = (name: string) => ({ name, value: typedText(typed, name), errors });
  const choices = <T extends string>(values: readonly T[], labels: Readonly<Record<T, string>>) =>
    values.map((value) => ({ value, label: labels[value] }));
  return (
    <>
      <TextField {...field('title')} label="What could go wrong?" hint="For example, a supplier leaves the market" />
      <TextAreaField
        {...field('description')}
        label="Description (optional)"
        hint="Why it might happen, and what that would mean for care"
        rows={3}
      />
      <RadiosField {...field('likelihood')} label="How likely is it?" small choices={choices(degrees, degreeLabels)} />
      <RadiosField
        {...field('impact')}
        label="How much harm would it do?"
        small
        choices={choices(degrees, degreeLabels)}
      />
      <TextAreaField
        {...field('mitigation')}
        label="What is done about it? (optional)"
        hint="So that it does not happen, or does less harm"
        rows={3}
      />
      <TextField {...field('owner')} label="Owner (optional)" hint="Who answers for it, by office rather than name" />
      <RadiosField
        {...field('state')}
        label="Where does it stand?"
        small
        choices={choices(riskStates, riskStateLabels)}
      />
    </>
  );
}
