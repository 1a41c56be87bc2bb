import { paths } from '../../../paths.ts';

/** Says that a message has arrived, and what comes next. */
export function ContactSentPage({ reference }: { reference: string | null }) {
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <div className="nhsuk-panel">
          <h1 className="nhsuk-panel__title">Message sent</h1>
          {reference !== null && (
            <div className="nhsuk-panel__body">
              Your reference
              <br />
              <strong>{reference}</strong>
            </div>
          )}
        </div>
        <h2>What happens next</h2>
        <p>
          Someone from the national team reads every message and answers by e-mail to the address you gave.
          {reference !== null && ' Quote the reference if you write again about the same thing.'}
        </p>
        <p>
          <a href={paths.home()}>Go to the home page</a>
        </p>
      </div>
    </div>
  );
}
