import { SubmitButton } from '../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../views/forms/error-summary.tsx';
import { FileField } from '../../../views/forms/fields.tsx';
import { Form } from '../../../views/forms/form.tsx';
import { PageHead } from '../../assessment/index.ts';
import { EvidenceStays } from './evidence-stays.tsx';
import type { ReturnFilesView } from './return-files-view.ts';

/** The answers as they stand, to take away. */
export function ReturnFilesPage({ view }: { view: ReturnFilesView }) {
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <ErrorSummary errors={view.errors} />
        <PageHead organisation={view.organisation} title="Answers as files" />
        <p>
          Each file has the answers as they stand when it is taken, and the notes for others to read. Private notes are
          in none of them. In the workbook answers can be collected; they count once they are given on the site, or read
          back here and accepted.
        </p>
        <ul>
          {view.files.map(({ text, href, holds }) => (
            <li key={href}>
              <a href={href}>{text}</a>: {holds}
            </li>
          ))}
        </ul>
        <ReadBack view={view} />
        <p>
          <a href={view.list}>Back to the list of sections</a>
        </p>
      </div>
    </div>
  );
}

function ReadBack({ view: { readBack, errors } }: { view: ReturnFilesView }) {
  if (readBack === 'none') {
    return null;
  }
  return (
    <>
      <h2>Read a filled-in workbook back</h2>
      {readBack === 'locked' ? (
        <p id="file">The answers cannot be changed now, so no workbook can be read back.</p>
      ) : (
        <Form isMultipart={true}>
          <p>
            You see what the file would change, and choose, before anything is saved. <EvidenceStays />
          </p>
          <FileField
            name="file"
            label="Workbook"
            hint="The workbook from this page, saved as an Excel workbook (.xlsx), up to 5 MB"
            errors={errors}
          />
          <SubmitButton>Show what it would change</SubmitButton>
        </Form>
      )}
    </>
  );
}
