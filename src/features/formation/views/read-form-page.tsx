import { DataTable } from '../../../views/data-table.tsx';
import { formatTime } from '../../../views/format.ts';
import { SummaryList } from '../../../views/summary-list.tsx';
import { CheckNumberText } from '../../../views/text/check-number-text.tsx';
import { type FormContent, formPageTitles } from '../formation.ts';
import { nameInForm } from '../formation-place.ts';
import type { FormRow } from '../formation-repository.ts';
import type { PageSave, StoredDocument } from '../forms/form-content-repository.ts';
import { formDifference } from '../forms/form-difference.ts';
import { ChangesTable } from './changes-table.tsx';
import { FormDocumentView, FormView } from './form-view.tsx';
import { FormTag } from './state-tags.tsx';

interface ReadFormPageProps {
  readonly form: FormRow;
  readonly content: FormContent;
  /** Null while the form is written. */
  readonly stored: StoredDocument | null;
  readonly saves: readonly PageSave[];
}

/** One form in full, as it was put to the commissioners or as it stands now, with what it changes and who wrote it. */
export function ReadFormPage({ form, content, stored, saves }: ReadFormPageProps) {
  return (
    <>
      <h1>
        <span className="nhsuk-caption-xl">{nameInForm(form, content)}</span>
        Form {form.number}
      </h1>
      <p>
        <FormTag state={form.state} />{' '}
        {stored === null
          ? 'It may still change.'
          : `Put to the commissioners on ${formatTime(stored.frozenAt)}${stored.frozenBy === null ? '' : ` by ${stored.frozenBy}`}.`}
      </p>
      {form.digest !== null && (
        <SummaryList rows={[{ key: 'Check number', value: <CheckNumberText digest={form.digest} /> }]} />
      )}
      {stored === null ? (
        <>
          {form.base !== null && <ChangesTable caption="What changes" changes={formDifference(form.base, content)} />}
          <FormView content={content} />
        </>
      ) : (
        <FormDocumentView document={stored.document} />
      )}
      <DataTable
        caption="Who wrote what, and when"
        rows={saves}
        rowKey={({ page, revision }) => `${page} ${revision}`}
        columns={[
          {
            heading: 'Page',
            isRowHeading: true,
            cell: ({ page, revision }) => `${formPageTitles[page]}, save ${revision}`,
          },
          { heading: 'By', cell: ({ savedBy }) => savedBy ?? 'Not recorded' },
          { heading: 'When', cell: ({ savedAt }) => formatTime(savedAt) },
        ]}
      />
    </>
  );
}
