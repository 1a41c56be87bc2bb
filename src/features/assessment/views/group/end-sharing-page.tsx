import type { FieldError } from '../../../../platform/forms/posted-form.ts';
import { SubmitButton } from '../../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../../views/forms/error-summary.tsx';
import { TextAreaField } from '../../../../views/forms/fields.tsx';
import { Form } from '../../../../views/forms/form.tsx';
import { endReasonLimit } from '../../group/parse-sharing-form.ts';
import { PageHead } from '../page-head.tsx';
import type { EndWords } from './sharing-words.ts';

interface EndSharingPageProps {
  readonly organisation: string;
  /** The other organisation. */
  readonly other: string;
  readonly words: EndWords;
  readonly reason: string;
  readonly errors: readonly FieldError[];
  readonly back: string;
}

/** Taking a proposal back, declining it, or ending what was agreed. */
export function EndSharingPage({ organisation, other, words, reason, errors, back }: EndSharingPageProps) {
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <ErrorSummary errors={errors} />
        <PageHead organisation={organisation} title={words.title} />
        <p>With {other}.</p>
        <p>{words.text}</p>
        <Form>
          <TextAreaField
            name="reason"
            label="Why?"
            hint={`Both organisations read this. Up to ${endReasonLimit.toLocaleString('en-GB')} characters.`}
            value={reason}
            rows={3}
            errors={errors}
          />
          <SubmitButton>{words.title}</SubmitButton>
        </Form>
        <p>
          <a href={back}>Back without changing anything</a>
        </p>
      </div>
    </div>
  );
}
