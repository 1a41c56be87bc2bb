import { paths } from '../../../../../paths.ts';
import { errorOf } from '../../../../../platform/forms/posted-form.ts';
import { typedText } from '../../../../../platform/forms/typed-form.ts';
import { type Column, DataTable } from '../../../../../views/data-table.tsx';
import { Details } from '../../../../../views/details.tsx';
import { SubmitButton } from '../../../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../../../views/forms/error-summary.tsx';
import { TextAreaField, TextField } from '../../../../../views/forms/fields.tsx';
import { Form } from '../../../../../views/forms/form.tsx';
import type { DraftForm } from '../../../drafts/draft-form.ts';
import type { SaveStamp } from '../../../drafts/save-repository.ts';
import type { VersionPlace } from '../../../roadmap-place.ts';
import { ConflictNotice } from '../../../views/conflict-notice.tsx';
import { DraftFields } from '../../../views/draft-fields.tsx';
import { SavedLine } from '../../../views/saved-line.tsx';
import { groupAnchor, rationaleField, reasonField, targetField } from '../trajectory.ts';
import type { TrajectoryView, TrajectoryViewRow } from '../trajectory-view.ts';
import { BaselineCell, TrajectoryFigure } from './trajectory-figure.tsx';

interface TrajectoryPageProps {
  readonly place: VersionPlace;
  /** As it is stored. */
  readonly view: TrajectoryView;
  readonly stamp: SaveStamp | null;
  /** Null for those who may only read. */
  readonly form: DraftForm | null;
}

/** The targets of the capability groups: a table to fill in, and the charts of what was saved. */
export function TrajectoryPage({ place, view, stamp, form }: TrajectoryPageProps) {
  return (
    <>
      {form !== null && <ErrorSummary errors={form.errors} />}
      {form?.conflict != null && <ConflictNotice conflict={form.conflict} />}
      <h1>
        <span className="nhsuk-caption-xl">Version {place.version.number}</span>
        Capability trajectory
      </h1>
      {form !== null && (
        <>
          <Rules scale={view.scale} />
          <TargetsForm place={place} view={view} form={form} />
        </>
      )}
      <SavedLine slug={place.footprint.slug} stamp={stamp} />
      <h2>{form === null ? 'Baseline and targets' : 'What is saved'}</h2>
      <TrajectoryFigure view={view} />
    </>
  );
}

function Rules({ scale }: Pick<TrajectoryView, 'scale'>) {
  return (
    <>
      <p>Say how far the average score of your assessed members will rise in each capability group.</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>The baseline is worked out from the assessments that members have submitted. It cannot be typed in.</li>
        <li>
          A target is a score from {scale.least} to {scale.most}, with at most one decimal place. You can leave it empty
          for now.
        </li>
        <li>A target below the one before it, or below the baseline, needs a reason.</li>
      </ul>
    </>
  );
}

interface TargetsFormProps {
  readonly place: VersionPlace;
  readonly view: TrajectoryView;
  readonly form: DraftForm;
}

function TargetsForm({ place, view, form }: TargetsFormProps) {
  const target = (year: TrajectoryView['years'][number]): Column<TrajectoryViewRow> => ({
    heading: year.label,
    cell: ({ groupId, label }) => (
      <TextField
        name={targetField(groupId, year.id)}
        label={`Target for ${label}, ${year.label}`}
        labelIsHidden
        width={4}
        inputMode="decimal"
        value={typedText(form.typed, targetField(groupId, year.id))}
        errors={form.errors}
      />
    ),
  });
  return (
    <Form action={paths.roadmapContent(place.footprint.slug, 'trajectory')} savesItself>
      <DraftFields form={form} versionNumber={place.version.number} />
      <div className="ldr-targets">
        <DataTable
          caption="Targets for the average score of the footprint’s assessed members"
          rows={view.rows}
          rowKey={({ groupId }) => groupId}
          columns={[
            {
              heading: 'Capability group',
              isRowHeading: true,
              cell: ({ groupId, label }) => <span id={groupAnchor(groupId)}>{label}</span>,
            },
            { heading: 'Baseline', cell: ({ baseline }) => <BaselineCell baseline={baseline} /> },
            ...view.years.map(target),
            { heading: 'Why', cell: (row) => <ReasonFields row={row} view={view} form={form} /> },
          ]}
        />
      </div>
      <SubmitButton>Save the targets</SubmitButton>
    </Form>
  );
}

function ReasonFields({ row, view, form }: { row: TrajectoryViewRow; view: TrajectoryView; form: DraftForm }) {
  const fields = view.years.map((year) => ({ year, name: reasonField(row.groupId, year.id) }));
  const isOpen = fields.some(
    ({ name }) => typedText(form.typed, name) !== '' || errorOf(form.errors, name) !== undefined,
  );
  return (
    <div className="ldr-cell--wide ldr-targets__why">
      <TextAreaField
        name={rationaleField(row.groupId)}
        label={`Why these targets for ${row.label}`}
        labelIsHidden
        rows={3}
        value={typedText(form.typed, rationaleField(row.groupId))}
        errors={form.errors}
      />
      <Details summary="If a target falls, give a reason" open={isOpen}>
        {fields.map(({ year, name }) => (
          <TextAreaField
            key={name}
            name={name}
            label={`Why the target for ${year.label} is lower`}
            rows={2}
            value={typedText(form.typed, name)}
            errors={form.errors}
          />
        ))}
      </Details>
    </div>
  );
}
