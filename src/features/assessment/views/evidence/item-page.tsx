import type { FieldError } from '../../../../platform/forms/posted-form.ts';
import type { TypedForm } from '../../../../platform/forms/typed-form.ts';
import { DataTable } from '../../../../views/data-table.tsx';
import { ButtonLink, SubmitButton } from '../../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../../views/forms/error-summary.tsx';
import { Form } from '../../../../views/forms/form.tsx';
import { SummaryList, type SummaryRow } from '../../../../views/summary-list.tsx';
import { PageHead } from '../page-head.tsx';
import { EvidenceFields } from './evidence-fields.tsx';
import { ContentLink } from './evidence-parts.tsx';
import type { EvidenceLine } from './evidence-view.ts';

export interface VersionLine {
  readonly version: number;
  readonly title: string;
  readonly what: string;
  readonly days: string;
  readonly made: string;
  readonly content: EvidenceLine['content'];
}

export interface ItemView {
  readonly organisation: string;
  readonly title: string;
  readonly facts: readonly SummaryRow[];
  readonly versions: readonly VersionLine[];
  readonly version: number;
  /** Why it cannot be changed; null where it can. */
  readonly locked: string | null;
  /** Where it is removed; null where this person may not, or it is. */
  readonly removeHref: string | null;
  /** Where its file is looked at again; null where there is nothing to look at, or nobody who would. */
  readonly scanHref: string | null;
  readonly mostBytes: number;
  readonly all: string;
}

interface ItemPageProps {
  readonly view: ItemView;
  readonly typed: TypedForm;
  readonly errors: readonly FieldError[];
}

/** One piece of evidence: what it is, where it stands, and every version of it. */
export function ItemPage({ view, typed, errors }: ItemPageProps) {
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <ErrorSummary errors={errors} />
        <PageHead organisation={view.organisation} title={view.title} />
        <SummaryList rows={view.facts} />
        {view.scanHref !== null && (
          <Form action={view.scanHref}>
            <SubmitButton secondary>Have it scanned now</SubmitButton>
          </Form>
        )}
        <DataTable
          caption="Versions"
          columns={[
            { heading: 'Version', cell: ({ version }) => version, isRowHeading: true },
            { heading: 'Name', cell: ({ title }) => title },
            { heading: 'What it is', cell: (line) => <VersionFacts line={line} /> },
            { heading: 'Made', cell: ({ made }) => made },
          ]}
          rows={view.versions}
          rowKey={({ version }) => String(version)}
        />
        {view.locked === null || errors.length > 0 ? (
          <>
            <h2 className="nhsuk-heading-m">Replace or change it</h2>
            <p>
              The next version counts wherever this is used. Earlier versions stay, and what was signed keeps the
              version it was signed with. If you give no other file or link, the present one stays.
            </p>
            <Form isMultipart>
              <input type="hidden" name="version" value={view.version} />
              <EvidenceFields typed={typed} errors={errors} mostBytes={view.mostBytes} asksPage={false} />
              <SubmitButton>Save the next version</SubmitButton>
            </Form>
          </>
        ) : (
          <div className="nhsuk-inset-text">
            <p>{view.locked}</p>
          </div>
        )}
        {view.removeHref !== null && (
          <ButtonLink href={view.removeHref} secondary>
            Remove it
          </ButtonLink>
        )}
        <p>
          <a href={view.all}>All evidence of this return</a>
        </p>
      </div>
    </div>
  );
}

function VersionFacts({ line }: { line: VersionLine }) {
  return (
    <>
      {line.what}
      {line.days !== '' && `. ${line.days}`}
      {line.content !== null && (
        <>
          {'. '}
          <ContentLink title={`${line.title}, version ${line.version}`} content={line.content} />
        </>
      )}
    </>
  );
}
