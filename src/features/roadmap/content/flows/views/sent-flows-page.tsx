import { paths } from '../../../../../paths.ts';
import { typedText } from '../../../../../platform/forms/typed-form.ts';
import { DataTable } from '../../../../../views/data-table.tsx';
import { SubmitButton } from '../../../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../../../views/forms/error-summary.tsx';
import { SelectField, TextField } from '../../../../../views/forms/fields.tsx';
import { Form } from '../../../../../views/forms/form.tsx';
import type { DraftForm } from '../../../drafts/draft-form.ts';
import type { SaveStamp } from '../../../drafts/save-repository.ts';
import type { VersionPlace } from '../../../roadmap-place.ts';
import { ConflictNotice } from '../../../views/conflict-notice.tsx';
import { DraftFields } from '../../../views/draft-fields.tsx';
import { SavedLine } from '../../../views/saved-line.tsx';
import { type FlowTerms, type NamedParty, unknownWay } from '../flow.ts';
import { emptyRows, type FlowField, flowField, notKnown } from '../parse-flows-form.ts';

interface SentFlowsPageProps {
  readonly place: VersionPlace;
  readonly terms: FlowTerms;
  readonly kind: FlowTerms['kinds'][number];
  readonly sender: NamedParty;
  readonly receivers: readonly NamedParty[];
  /** The sender after this one; null at the end of the list. */
  readonly next: NamedParty | null;
  readonly stamp: SaveStamp | null;
  readonly form: DraftForm;
}

/** All that one sender sends of one kind, a row for each receiver, filled in by keyboard from one field to the next. */
export function SentFlowsPage(props: SentFlowsPageProps) {
  const { place, kind, sender, next, stamp, form } = props;
  const { slug } = place.footprint;
  return (
    <>
      <ErrorSummary errors={form.errors} />
      {form.conflict !== null && <ConflictNotice conflict={form.conflict} />}
      <h1>
        <span className="nhsuk-caption-xl">{kind.label}</span>
        From {sender.name}
      </h1>
      <p>
        How does it go to each of the others now, and how will it? Leave a row empty where nothing of this kind has to
        go. What you choose in the first row goes into every row that you leave empty.
      </p>
      <Form action={paths.roadmapContent(slug, 'flows', kind.id, sender.key)} savesItself>
        <DraftFields form={form} versionNumber={place.version.number} />
        <RowsTable {...props} />
        <div className="nhsuk-button-group">
          <SubmitButton>Save</SubmitButton>
          {next !== null && (
            <SubmitButton secondary name="go-to" value="next">
              Save and go to {next.name}
            </SubmitButton>
          )}
        </div>
      </Form>
      <SavedLine slug={slug} stamp={stamp} />
    </>
  );
}

type Receiver = Pick<NamedParty, 'key' | 'name'>;

function RowsTable({ terms, kind, sender, receivers, form }: SentFlowsPageProps) {
  const allRows = { ...emptyRows, name: 'All rows left empty' };
  const props = (field: FlowField, words: string, { key, name }: Receiver) => ({
    name: flowField(field, key),
    label: `${words}: ${name}`,
    labelIsHidden: true,
    value: typedText(form.typed, flowField(field, key)),
    errors: form.errors,
  });
  const choices = (items: readonly { readonly id: string; readonly label: string }[]) =>
    items.map(({ id, label }) => ({ value: id, label }));
  const ways = choices(terms.ways);
  return (
    <div className="ldr-flows">
      <DataTable<Receiver>
        caption={`${kind.label} from ${sender.name}`}
        captionIsHidden
        rows={[allRows, ...receivers]}
        rowKey={({ key }) => key}
        columns={[
          { heading: 'To', isRowHeading: true, cell: ({ name }) => name },
          {
            heading: 'How it goes now',
            cell: (to) => (
              <SelectField
                {...props('now', 'Now', to)}
                choices={[...ways, { value: notKnown, label: unknownWay }]}
                placeholder="–"
              />
            ),
          },
          {
            heading: 'How it will go',
            cell: (to) => <SelectField {...props('planned', 'Planned', to)} choices={ways} placeholder="–" />,
          },
          {
            heading: 'By',
            cell: (to) => <TextField {...props('by', 'By, like March 2018 or Q4 2017/18', to)} width={10} />,
          },
          {
            heading: 'Standard',
            cell: (to) => (
              <SelectField {...props('standard', 'Standard', to)} choices={choices(terms.standards)} placeholder="–" />
            ),
          },
          { heading: 'Note', cell: (to) => <TextField {...props('note', 'Note', to)} /> },
        ]}
      />
    </div>
  );
}
