import { paths } from '../../paths.ts';
import type { KeptForm } from '../../platform/forms/kept-form.ts';
import type { ProblemLink } from '../../platform/http/problem.ts';
import { ButtonLink } from '../forms/button.tsx';
import { KeptTexts, SendKeptForm } from '../forms/kept-form.tsx';

interface ErrorPageProps {
  readonly heading: string;
  readonly text: string;
  /** What to do next. */
  readonly next: ProblemLink;
  /** What was typed into the form that was refused; null where nothing was. */
  readonly kept: KeptForm | null;
  /** True where the same form may be taken in a moment. */
  readonly maySendAgain: boolean;
  /** Quoted by the person to whoever helps them; found in the logs. */
  readonly requestId: string;
}

/** Says what went wrong and what to do next, in plain words, and keeps what was typed in view. */
export function ErrorPage({ heading, text, next, kept, maySendAgain, requestId }: ErrorPageProps) {
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <h1>{heading}</h1>
        <p>{text}</p>
        {kept !== null && maySendAgain ? (
          <SendKeptForm kept={kept} button="Send it again" />
        ) : (
          <ButtonLink href={next.href}>{next.text}</ButtonLink>
        )}
        {kept !== null && <KeptTexts kept={kept} />}
        <p>
          You can also{' '}
          {next.href !== paths.home() && (
            <>
              <a href={paths.home()}>go to the home page</a> or{' '}
            </>
          )}
          <a href={paths.contact()}>tell us about it</a>.
        </p>
        <p className="nhsuk-body-s">Reference: {requestId}</p>
      </div>
    </div>
  );
}
