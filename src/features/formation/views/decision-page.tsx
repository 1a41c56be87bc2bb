import { paths } from '../../../paths.ts';
import type { CheckResult } from '../../../platform/check-result.ts';
import type { FieldError } from '../../../platform/forms/posted-form.ts';
import { type TypedForm, typedText } from '../../../platform/forms/typed-form.ts';
import { countOf, formatDate } from '../../../views/format.ts';
import { SubmitButton } from '../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../views/forms/error-summary.tsx';
import { RadiosField, TextAreaField } from '../../../views/forms/fields.tsx';
import { Form } from '../../../views/forms/form.tsx';
import { SummaryList } from '../../../views/summary-list.tsx';
import { CheckNumberText } from '../../../views/text/check-number-text.tsx';
import { DecisionRefused } from '../../agreement/index.ts';
import { planningWordsOf } from '../../directory/index.ts';
import type { FormBoard } from '../decisions/form-endorsement.ts';
import type { MembershipPlan } from '../decisions/membership-plan.ts';
import { type FormPlace, nameOfForm } from '../formation-place.ts';
import type { StoredDocument } from '../forms/form-content-repository.ts';
import { FormBoardTable } from './form-board.tsx';
import { OnPageFields } from './form-fields.tsx';
import { FormFindings } from './form-findings.tsx';
import { FormDocumentView } from './form-view.tsx';

interface DecisionPageProps {
  readonly place: FormPlace;
  readonly stored: StoredDocument;
  readonly board: FormBoard;
  readonly check: CheckResult;
  readonly plan: MembershipPlan;
  readonly typed: TypedForm;
  readonly errors: readonly FieldError[];
  readonly refusal: string | null;
}

/** Where the regional team decides about a form: all of it, who endorsed it, and exactly what a yes would write. */
export function DecisionPage(props: DecisionPageProps) {
  const { place, stored, board, check, errors, refusal } = props;
  return (
    <>
      <ErrorSummary errors={errors} />
      {refusal !== null && <DecisionRefused reason={refusal} whatIsShown="this page shows the form as it stands now" />}
      <h1>
        <span className="nhsuk-caption-xl">{nameOfForm(place)}</span>
        {place.form.isFirst ? 'Decide on the footprint form' : 'Decide on the request for change'}
      </h1>
      <FormFindings check={check} slug={place.slug} mayMend={false} />
      <FormDocumentView document={stored.document}>
        <FormBoardTable place={place} board={board} signers={null} />
      </FormDocumentView>
      <WhatFollows {...props} />
      <DecisionForm {...props} />
    </>
  );
}

function WhatFollows({ place, stored, plan }: DecisionPageProps) {
  const { startsOn } = stored.document.form.area;
  const day = startsOn === null ? 'the day of the form' : formatDate(startsOn);
  return (
    <>
      <h2>If the region endorses it</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {place.life === null && (
          <li>
            The footprint is added to the directory from {day}, with its region and{' '}
            {planningWordsOf(stored.document.form.area.stps).areas}.
          </li>
        )}
        <li>
          {countOf(plan.begin.length, 'membership begins', 'memberships begin')} and{' '}
          {countOf(plan.end.length, 'membership ends', 'memberships end')} on {day}. What ends stays on record.
        </li>
        <li>Who answers for the footprint becomes public, without e-mail addresses.</li>
      </ul>
      <SummaryList rows={[{ key: 'Check number', value: <CheckNumberText digest={place.form.digest ?? ''} /> }]} />
    </>
  );
}

function DecisionForm({ place, check, typed, errors }: DecisionPageProps) {
  const { slug, form } = place;
  const isBlocked = check.blockers.length > 0;
  const accept = {
    value: 'accept',
    label: 'Endorse the form',
    ...(isBlocked ? { hint: 'Not before what is listed above is put right' } : {}),
  };
  return (
    <Form action={paths.decideFootprintForm(slug)}>
      <OnPageFields number={form.number} digest={form.digest} />
      <RadiosField
        name="decision"
        label="What does the region decide?"
        legendSize="m"
        choices={[accept, { value: 'send-back', label: 'Send it back', hint: 'Every endorsement lapses' }]}
        value={typedText(typed, 'decision')}
        errors={errors}
      />
      <TextAreaField
        name="reason"
        label="What must be different"
        hint="Only if you send it back. The lead and the commissioners read it"
        value={typedText(typed, 'reason')}
        errors={errors}
      />
      <div className="nhsuk-button-group">
        <SubmitButton>Record the decision</SubmitButton>
        <a href={paths.formation(slug)}>Decide later</a>
      </div>
    </Form>
  );
}
