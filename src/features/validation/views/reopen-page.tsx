import type { ReactNode } from 'react';
import type { FieldError } from '../../../platform/forms/posted-form.ts';
import { SubmitButton } from '../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../views/forms/error-summary.tsx';
import { TextAreaField } from '../../../views/forms/fields.tsx';
import { Form } from '../../../views/forms/form.tsx';
import { SummaryList } from '../../../views/summary-list.tsx';
import { PageHead, whatBecameOf } from '../../assessment/index.ts';
import type { PutToSign } from '../../return-documents/index.ts';
import { type OpeningKind, textLimitInWords } from '../parse-query-forms.ts';

export const reopenTitles: Readonly<Record<OpeningKind, string>> = {
  reopen: 'Open the return again',
  correct: 'Open the return for a correction',
  'withdraw-correction': 'Take the correction back',
};

interface Words {
  /** Before what follows. */
  readonly once: string;
  /** What follows, one by one. */
  readonly follows: readonly string[];
  readonly label: string;
  readonly hint: string;
}

const words: Readonly<Record<OpeningKind, Words>> = {
  reopen: {
    once: 'Once it is open:',
    follows: [
      'the signature counts no more, and neither does its validation; both stay on record',
      'the organisation can change its answers, and only the organisation reads them',
      'it must be authorised again before the round closes, or it has no result',
    ],
    label: 'What should be put right?',
    hint: 'The organisation reads it, and it is sent in the letter that tells of this.',
  },
  correct: {
    once: 'Once it is open:',
    follows: [
      'the published result stands until the corrected return is signed',
      'the organisation can change its answers, also when the round is closed, and only the organisation reads them',
      'once it is signed, everybody sees both results, the day, and what you write here',
    ],
    label: 'Why is it corrected?',
    hint: 'Everybody reads it beside the corrected result, so name no person and no patient. It is sent to the organisation at once.',
  },
  'withdraw-correction': {
    once: 'Once it is taken back:',
    follows: [
      'the published result stands as it was signed, and nothing has to be signed anew',
      'the answers, and the evidence that they rest on, are again those that were signed; what was changed meanwhile stays on record and counts no more',
      'notes and queries stay, and so does evidence that was added',
    ],
    label: 'Why is it taken back?',
    hint: 'The organisation reads it, and it is sent in the letter that tells of this. It is not published.',
  },
};

interface ReopenPageProps {
  readonly kind: OpeningKind;
  readonly organisation: string;
  readonly document: PutToSign;
  /** Of what is signed, as the page shows it. */
  readonly digest: string;
  /** What is said where nobody can sign it anew. */
  readonly nobodyToSign: ReactNode;
  /** When the correction was opened that is taken back; empty otherwise. */
  readonly opened: string;
  readonly reason: string;
  readonly errors: readonly FieldError[];
  readonly back: string;
}

/** Opening a signed return again, or for a correction, or taking this back, with all that follows from it. */
export function ReopenPage(props: ReopenPageProps) {
  const { kind, organisation, document, digest, nobodyToSign, opened, reason, errors, back } = props;
  const { once, follows, label, hint } = words[kind];
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <ErrorSummary errors={errors} />
        <PageHead organisation={organisation} title={reopenTitles[kind]} />
        <SummaryList rows={[{ key: 'What is signed', value: whatBecameOf(document, false) }]} />
        <p>{once}</p>
        <ul>
          {follows.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
        {nobodyToSign}
        <Form>
          <input type="hidden" name="digest" value={digest} />
          <input type="hidden" name="kind" value={kind} />
          {opened !== '' && <input type="hidden" name="opened" value={opened} />}
          <TextAreaField
            name="reason"
            label={label}
            hint={`${textLimitInWords} ${hint}`}
            value={reason}
            errors={errors}
          />
          <SubmitButton>{reopenTitles[kind]}</SubmitButton>
        </Form>
        <p>
          <a href={back}>
            {kind === 'withdraw-correction' ? 'Back without taking it back' : 'Back without opening it'}
          </a>
        </p>
      </div>
    </div>
  );
}
