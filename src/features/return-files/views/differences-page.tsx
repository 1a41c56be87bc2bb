import type { FieldError } from '../../../platform/forms/posted-form.ts';
import { DataTable } from '../../../views/data-table.tsx';
import { ButtonLink, SubmitButton } from '../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../views/forms/error-summary.tsx';
import { RadiosField } from '../../../views/forms/fields.tsx';
import { Form } from '../../../views/forms/form.tsx';
import { SummaryList } from '../../../views/summary-list.tsx';
import { AnswerSaid, PageHead } from '../../assessment/index.ts';
import type { NamedLink } from '../link-lines.ts';
import {
  type DifferenceGroup,
  type DifferencesView,
  type DifferenceView,
  type LinksView,
  summaryId,
} from './differences-view.ts';
import { EvidenceStays } from './evidence-stays.tsx';

/** What a file would change, and what of it is to be saved. */
export function DifferencesPage({ view }: { view: DifferencesView }) {
  const hasAny = view.groups.length + view.links.length > 0;
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <ErrorSummary errors={view.errors} />
        <PageHead organisation={view.organisation} title="What the file would change" />
        <ul id={summaryId}>
          {view.summary.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
        {hasAny && (
          <Form action={view.accept}>
            <p>
              Nothing is saved before you press the button at the end. <EvidenceStays />
            </p>
            {view.groups.map((group) => (
              <Group key={group.title} group={group} errors={view.errors} />
            ))}
            {view.links.length > 0 && <Links links={view.links} errors={view.errors} />}
            <SubmitButton>Save what is chosen</SubmitButton>
          </Form>
        )}
        {view.odd.length > 0 && <Odd view={view} />}
        <ButtonLink href={view.files} secondary>
          {hasAny ? 'Leave everything as it stands' : 'Back to the files'}
        </ButtonLink>
      </div>
    </div>
  );
}

function Group({ group, errors }: { group: DifferenceGroup; errors: readonly FieldError[] }) {
  return (
    <>
      <h2>{group.title}</h2>
      {group.intro !== null && <p>{group.intro}</p>}
      {group.differences.map((difference) => (
        <DifferenceFields key={difference.id} difference={difference} errors={errors} />
      ))}
    </>
  );
}

const sides = [
  { value: 'file', label: 'Take what the file says' },
  { value: 'here', label: 'Leave what stands here' },
];

function DifferenceFields({ difference, errors }: { difference: DifferenceView; errors: readonly FieldError[] }) {
  const { field, label, stands, here, savedBy, file, remarks, hidden } = difference;
  return (
    <div className="ldr-question">
      <RadiosField name={field} label={label} choices={sides} value={stands} errors={errors} small>
        <SummaryList
          rows={[
            { key: 'Stands here', value: <Said said={here} by={savedBy} /> },
            { key: 'In the file', value: <Said said={file} by={null} /> },
          ]}
        />
        {remarks.map((each) => (
          <p key={each}>{each}</p>
        ))}
      </RadiosField>
      <HiddenFields fields={hidden} />
    </div>
  );
}

function Links({ links, errors }: { links: readonly LinksView[]; errors: readonly FieldError[] }) {
  return (
    <>
      <h2>Evidence that is a link</h2>
      {links.map(({ id, field, label, stands, here, added, takenOff, remarks, hidden }) => (
        <div className="ldr-question" key={id}>
          <RadiosField name={field} label={label} choices={sides} value={stands} errors={errors} small>
            <SummaryList
              rows={[
                { key: 'Stand here', value: <LinkList links={here} /> },
                ...(added.length > 0 ? [{ key: 'The file adds', value: <LinkList links={added} /> }] : []),
                ...(takenOff.length > 0 ? [{ key: 'The file takes off', value: <LinkList links={takenOff} /> }] : []),
              ]}
            />
            {remarks.map((each) => (
              <p key={each}>{each}</p>
            ))}
          </RadiosField>
          <HiddenFields fields={hidden} />
        </div>
      ))}
    </>
  );
}

/** As text: nobody follows by a slip what came with a file. */
function LinkList({ links }: { links: readonly NamedLink[] }) {
  return links.length === 0 ? (
    <>None</>
  ) : (
    <ul>
      {links.map(({ title, url }) => (
        <li key={url} className="ldr-as-typed">
          {title}: {url}
        </li>
      ))}
    </ul>
  );
}

function HiddenFields({ fields }: { fields: DifferenceView['hidden'] }) {
  return fields.map(({ name, value }) => <input key={`${name} ${value}`} type="hidden" name={name} value={value} />);
}

function Said({ said, by }: { said: DifferenceView['here']; by: string | null }) {
  return (
    <>
      <AnswerSaid said={said} />
      {said.note !== '' && <p className="ldr-as-typed">Note: {said.note}</p>}
      {by !== null && <p className="nhsuk-hint">Saved {by}</p>}
    </>
  );
}

function Odd({ view }: { view: DifferencesView }) {
  return (
    <>
      <h2>Not taken from the file</h2>
      <p>Mend these cells in the file and send it again, or answer the questions on the site.</p>
      <DataTable
        caption="Cells that could not be read"
        captionIsHidden
        columns={[
          { heading: 'Question', cell: ({ questionId }) => questionId, isRowHeading: true },
          { heading: 'Cell', cell: ({ where }) => where },
          { heading: 'What to do', cell: ({ problem }) => `${problem}.` },
        ]}
        rows={view.odd}
        rowKey={({ sheet, cell, problem }) => `${sheet} ${cell} ${problem}`}
      />
    </>
  );
}
