import { paths } from '../../../paths.ts';
import type { CheckResult } from '../../../platform/check-result.ts';
import { type FieldError, type PostedForm, textOf } from '../../../platform/forms/posted-form.ts';
import { SubmitButton } from '../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../views/forms/error-summary.tsx';
import { useExampleDays } from '../../../views/forms/example-days.ts';
import { TextAreaField, TextField } from '../../../views/forms/fields.tsx';
import { Form } from '../../../views/forms/form.tsx';
import { kindOf, offeredKinds } from '../proposal-form.ts';
import { type EventKind, eventLabels } from '../proposed-event.ts';
import { CheckList } from './check-list.tsx';
import { type FootprintChoice, KindFields } from './kind-fields.tsx';

interface NewSuccessionPageProps {
  readonly form: PostedForm;
  readonly footprints: readonly FootprintChoice[];
  /** Of the event to take back; null where none is, or it was not applied here. */
  readonly undoneTitle: string | null;
  readonly errors: readonly FieldError[];
  /** Of what was sent, where something stands in its way. */
  readonly check: CheckResult | null;
}

/** Choosing what happens, and then saying it. Nothing changes before a second person has confirmed the plan. */
export function NewSuccessionPage(props: NewSuccessionPageProps) {
  const kind = kindOf(props.form);
  return kind === null ? <ChooseKind errors={props.errors} /> : <ProposalForm {...props} kind={kind} />;
}

function ChooseKind({ errors }: { readonly errors: readonly FieldError[] }) {
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1 id="kind">What happens?</h1>
      <ul className="nhsuk-list">
        {offeredKinds.map((kind) => (
          <li key={kind}>
            <a href={paths.newSuccession({ kind })}>{eventLabels[kind]}</a>
          </li>
        ))}
      </ul>
      <p>
        To take something back, open it in the <a href={paths.successions()}>list of changes</a>.
      </p>
    </>
  );
}

function ProposalForm(props: NewSuccessionPageProps & { readonly kind: EventKind }) {
  const { form, kind, errors, check, footprints, undoneTitle } = props;
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1>{eventLabels[kind]}</h1>
      {kind === 'undo' && <p>{undoneTitle ?? 'Only a change that was applied here can be taken back.'}</p>}
      {check !== null && <CheckList heading="This stands in the way" findings={check.blockers} />}
      <p>You read the plan next. Nothing changes before a second person has confirmed it.</p>
      <Form action={paths.newSuccession()}>
        <input type="hidden" name="kind" value={kind} />
        <KindFields kind={kind} form={form} footprints={footprints} errors={errors} />
        <TextField
          name="effective-on"
          label="First day of what comes after"
          hint={`Such as ${useExampleDays().beginning}`}
          width={20}
          value={textOf(form, 'effective-on')}
          errors={errors}
        />
        <TextAreaField
          name="reason"
          label="Why"
          hint="Everyone can read this beside the change"
          rows={3}
          value={textOf(form, 'reason')}
          errors={errors}
        />
        <SubmitButton>Record the proposal</SubmitButton>
      </Form>
    </>
  );
}
