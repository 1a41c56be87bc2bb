import type { ReactNode } from 'react';
import type { FieldError } from '../../../../platform/forms/posted-form.ts';
import { countOf, orInWords, sentenceStart } from '../../../../views/format.ts';
import { SubmitButton } from '../../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../../views/forms/error-summary.tsx';
import { Form } from '../../../../views/forms/form.tsx';
import { PageHead } from '../page-head.tsx';
import type { RequestView } from './request-view.ts';

interface RequestPageProps {
  readonly view: RequestView;
  /** What is said where nobody can sign. */
  readonly nobodyToSign: ReactNode;
  readonly errors: readonly FieldError[];
}

/** The check before answers are locked and somebody is asked to sign. */
export function RequestPage({ view, nobodyToSign, errors }: RequestPageProps) {
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <ErrorSummary errors={errors} />
        <PageHead organisation={view.organisation} title="Check and ask for authorisation" />
        {view.isReady ? <p>All {countOf(view.total, 'question')} are answered.</p> : <Missing view={view} />}
        <SecondLook view={view} />
        {nobodyToSign}
        {view.isReady && (
          <Form>
            <h2 className="nhsuk-heading-m">What happens next</h2>
            <ul>
              <li>The answers are locked, so that what is read is what is signed.</li>
              {view.takesFrom !== null && (
                <li>Those that are taken from {view.takesFrom} become its own, as they are now.</li>
              )}
              <li>
                {view.signers.length === 0 ? `${sentenceStart(view.who)} of the organisation` : orInWords(view.signers)}{' '}
                reads the answers and scores, and authorises them.
              </li>
              <li>You or whoever signs can return the assessment to change an answer before it is authorised.</li>
            </ul>
            <SubmitButton>Ask for authorisation</SubmitButton>
          </Form>
        )}
        <p>
          <a href={view.list}>Back to the list of sections</a>
        </p>
      </div>
    </div>
  );
}

function Missing({ view }: { view: RequestView }) {
  return (
    <section aria-labelledby="missing">
      <h2 className="nhsuk-heading-m" id="missing" tabIndex={-1}>
        {countOf(view.total - view.done, 'question')} without an answer
      </h2>
      <p>Authorisation can be asked for when every question has an answer.</p>
      <ul>
        {view.missing.map(({ section, questions, giver }) => (
          <li key={section}>
            {section}:{' '}
            {questions.map(({ text, href }, index) => (
              <span key={text}>
                {index > 0 && ', '}
                <a href={href}>{text}</a>
              </span>
            ))}
            {giver !== null && ` (answered by ${giver}, from which they are taken: ask there)`}
          </li>
        ))}
      </ul>
    </section>
  );
}

function SecondLook({ view: { secondLook, done } }: { view: RequestView }) {
  if (secondLook === null) {
    return done === 0 ? null : <p>Nothing in the answers so far needs a second look.</p>;
  }
  const { text, href, asks } = secondLook;
  return (
    <section aria-labelledby="second-look">
      <h2 className="nhsuk-heading-m" id="second-look">
        Worth a second look
      </h2>
      <p>
        <a href={href}>{text}</a>. None of them stops the assessment; whoever signs reads them, with what you say.
      </p>
      <ul>
        {asks.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
    </section>
  );
}
