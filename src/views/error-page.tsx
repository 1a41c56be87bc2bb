import { paths } from '../paths.ts';

interface ErrorPageProps {
  readonly heading: string;
  readonly text: string;
  /** Quoted by the person to whoever helps them; found in the logs. */
  readonly requestId: string;
}

/** Says what went wrong and what to do next, in plain words. */
export function ErrorPage({ heading, text, requestId }: ErrorPageProps) {
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <h1>{heading}</h1>
        <p>{text}</p>
        <p>
          You can <a href={paths.home()}>go to the home page</a> or <a href={paths.contact()}>tell us about it</a>.
        </p>
        <p className="nhsuk-body-s">Reference: {requestId}</p>
      </div>
    </div>
  );
}
