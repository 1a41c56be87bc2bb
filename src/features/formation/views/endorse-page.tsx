import { paths } from '../../../paths.ts';
import type { FieldError } from '../../../platform/forms/posted-form.ts';
import type { TypedForm } from '../../../platform/forms/typed-form.ts';
import { formatTime } from '../../../views/format.ts';
import { ErrorSummary } from '../../../views/forms/error-summary.tsx';
import { SummaryList } from '../../../views/summary-list.tsx';
import { CheckNumberText } from '../../../views/text/check-number-text.tsx';
import { DecisionForm, DecisionRefused, plainDecisions, StandingDecision } from '../../agreement/index.ts';
import type { FormEndorsement } from '../decisions/form-endorsement.ts';
import type { OrganisationMention } from '../formation.ts';
import { type FormPlace, nameOfForm } from '../formation-place.ts';
import type { StoredDocument } from '../forms/form-content-repository.ts';
import { OnPageFields } from './form-fields.tsx';
import { FormDocumentView } from './form-view.tsx';

interface EndorsePageProps {
  readonly place: FormPlace;
  readonly ccg: OrganisationMention;
  readonly stored: StoredDocument;
  /** What the commissioner decided on this very text before; null when it has not. */
  readonly standing: FormEndorsement | null;
  readonly typed: TypedForm;
  readonly errors: readonly FieldError[];
  /** Said when the form was put anew after the page was opened, and nothing was recorded. */
  readonly refusal: string | null;
}

/** Where an executive decides for a commissioner about one exact form, which stands in full on the page. */
export function EndorsePage(props: EndorsePageProps) {
  const { place, ccg, stored, standing, typed, errors, refusal } = props;
  const { form, slug } = place;
  return (
    <>
      <ErrorSummary errors={errors} />
      {refusal !== null && <DecisionRefused reason={refusal} whatIsShown="this page shows the form as it stands now" />}
      <h1>
        <span className="nhsuk-caption-xl">{ccg.name}</span>
        Decide on the footprint form of {nameOfForm(place)}
      </h1>
      <p>Read the form below before you decide. Your name, office and decision are recorded with it.</p>
      <StandingDecision standing={standing} whose="your organisation" />
      <FormDocumentView document={stored.document} />
      <h2>Your decision</h2>
      <SummaryList
        rows={[
          { key: 'Form', value: `Form ${form.number}, put to the commissioners on ${formatTime(stored.frozenAt)}` },
          { key: 'Check number', value: <CheckNumberText digest={form.digest ?? ''} /> },
        ]}
      />
      <p>
        The check number stands for exactly the text you read, and is the one in the e-mail that asked you. If one
        letter is changed it is another, and your decision no longer stands.
      </p>
      <DecisionForm
        action={paths.endorseFootprintForm(slug, ccg.code)}
        name={ccg.name}
        offered={plainDecisions}
        readers={{ reason: 'The lead and the other commissioners read it' }}
        typed={typed}
        errors={errors}
        laterHref={paths.formation(slug)}
      >
        <OnPageFields number={form.number} digest={form.digest} />
      </DecisionForm>
    </>
  );
}
