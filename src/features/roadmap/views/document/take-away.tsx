import type { ReactNode } from 'react';
import { Details } from '../../../../views/details.tsx';
import { tablesIn } from '../../documents/document-tables.ts';
import type { RoadmapDocument } from '../../documents/frozen-document.ts';
import { memberFiles, wholeFiles } from '../../documents/whole-files.ts';

interface TakeAwayProps {
  /** The copy that is taken away. */
  readonly document: Pick<RoadmapDocument, 'sections'>;
  /** The address of a file by its name. */
  readonly hrefOf: (file: string) => string;
  /** Whether PDFs can be made where the service runs. */
  readonly hasPdf: boolean;
  /** Whether those who work on the version read the page. */
  readonly isForMembers?: boolean;
  /** What else there is to take away, each an item of the list. */
  readonly children?: ReactNode;
}

/** Everything that a version can be taken away as, in one place. */
export function TakeAway({ document, hrefOf, hasPdf, isForMembers = false, children }: TakeAwayProps) {
  const tables = tablesIn(document);
  const offered = [...wholeFiles, ...(isForMembers ? memberFiles : [])].filter(
    ({ name }) => hasPdf || !name.endsWith('.pdf'),
  );
  return (
    <section className="ldr-on-screen" aria-labelledby="take-away">
      <h2 className="nhsuk-heading-s" id="take-away">
        Take it away
      </h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {offered.map(({ name, text }) => (
          <li key={name}>
            <a href={hrefOf(name)}>{text}</a>
          </li>
        ))}
        {children}
      </ul>
      {tables.length > 0 && (
        <Details summary="Each table as CSV">
          <ul className="nhsuk-list nhsuk-list--bullet">
            {tables.map(({ name, title }) => (
              <li key={name}>
                <a href={hrefOf(`${name}.csv`)}>{title}</a>
              </li>
            ))}
          </ul>
        </Details>
      )}
    </section>
  );
}
