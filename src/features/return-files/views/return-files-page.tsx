import { PageHead } from '../../assessment/index.ts';
import type { ReturnFilesView } from './return-files-view.ts';

/** The answers as they stand, to take away. */
export function ReturnFilesPage({ view }: { view: ReturnFilesView }) {
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <PageHead organisation={view.organisation} title="Answers as files" />
        <p>
          Each file has the answers as they stand when it is taken, and the notes for others to read. Private notes are
          in none of them. In the workbook answers can be collected; they count once they are given on the site.
        </p>
        <ul>
          {view.files.map(({ text, href, holds }) => (
            <li key={href}>
              <a href={href}>{text}</a>: {holds}
            </li>
          ))}
        </ul>
        <p>
          <a href={view.list}>Back to the list of sections</a>
        </p>
      </div>
    </div>
  );
}
