import { PageHead } from '../../assessment/index.ts';

interface NothingToAskPageProps {
  readonly organisation: string;
  readonly why: string;
  readonly list: string;
}

/** In the place of the queries about something of which no document is kept. */
export function NothingToAskPage({ organisation, why, list }: NothingToAskPageProps) {
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <PageHead organisation={organisation} title="Queries and validation" />
        <p>{why}</p>
        <p>
          <a href={list}>Back to the assessment</a>
        </p>
      </div>
    </div>
  );
}
