import { paths } from '../../../../../paths.ts';
import { typedText } from '../../../../../platform/forms/typed-form.ts';
import { Details } from '../../../../../views/details.tsx';
import { SubmitButton } from '../../../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../../../views/forms/error-summary.tsx';
import { RadiosField, TextAreaField } from '../../../../../views/forms/fields.tsx';
import { Form } from '../../../../../views/forms/form.tsx';
import { SummaryList } from '../../../../../views/summary-list.tsx';
import { PlainText } from '../../../../../views/text/plain-text.tsx';
import type { RoadmapTemplate, UniversalCapability } from '../../../../programme/index.ts';
import type { DraftForm } from '../../../drafts/draft-form.ts';
import type { SaveStamp } from '../../../drafts/save-repository.ts';
import type { Wording } from '../../../drafts/wording.ts';
import type { VersionPlace } from '../../../roadmap-place.ts';
import { ConflictNotice } from '../../../views/conflict-notice.tsx';
import { DraftFields } from '../../../views/draft-fields.tsx';
import { SavedLine } from '../../../views/saved-line.tsx';
import { activityField, ambitionField, solutionLabels, solutions } from '../universal-plan.ts';

interface UniversalPlanPageProps {
  readonly place: VersionPlace;
  readonly template: RoadmapTemplate;
  readonly capability: UniversalCapability;
  readonly next: UniversalCapability | null;
  /** As it is stored, in words. */
  readonly wording: readonly Wording[];
  readonly stamp: SaveStamp | null;
  /** Null for those who may only read. */
  readonly form: DraftForm | null;
}

/** The delivery plan of one universal capability. */
export function UniversalPlanPage(props: UniversalPlanPageProps) {
  const { place, capability, wording, stamp, form } = props;
  return (
    <>
      {form !== null && <ErrorSummary errors={form.errors} />}
      {form?.conflict != null && <ConflictNotice conflict={form.conflict} />}
      <h1>
        <span className="nhsuk-caption-xl">Universal capability {capability.id}</span>
        {capability.title}
      </h1>
      <Aims capability={capability} />
      {form === null ? (
        <SummaryList rows={wording.map(({ label, text }) => ({ key: label, value: <PlainText text={text} /> }))} />
      ) : (
        <PlanForm {...props} form={form} />
      )}
      <SavedLine slug={place.footprint.slug} stamp={stamp} />
    </>
  );
}

function Aims({ capability }: { capability: UniversalCapability }) {
  const list = (items: readonly string[]) => (
    <ul className="nhsuk-list nhsuk-list--bullet">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
  return (
    <>
      <h2 className="nhsuk-heading-m">What the programme asks for</h2>
      {list(capability.aims)}
      {capability.standing === 'inferred' && (
        <p className="ldr-figure-note">
          These aims are our reconstruction: the national text could not be read in full.
        </p>
      )}
      <Details summary="Going further, and measures that can be used">
        <p>National service: {capability.nationalService}</p>
        <p>To go further:</p>
        {list(capability.goFurther)}
        <p>Measures:</p>
        {list(capability.measures)}
      </Details>
    </>
  );
}

function PlanForm({ place, template, capability, next, form }: UniversalPlanPageProps & { readonly form: DraftForm }) {
  const text = (name: string, label: string, rows: number, hint?: string) => (
    <TextAreaField
      key={name}
      name={name}
      label={label}
      rows={rows}
      value={typedText(form.typed, name)}
      errors={form.errors}
      {...(hint === undefined ? {} : { hint })}
    />
  );
  return (
    <Form action={paths.roadmapContent(place.footprint.slug, 'universal-capabilities', capability.id)} savesItself>
      <DraftFields form={form} versionNumber={place.version.number} />
      <h2>Where you are</h2>
      {text('baseline', 'Baseline', 4, 'The starting figure, where it comes from and its date')}
      <h2>Where you will be</h2>
      {template.ambitionYears.map(({ id, label }) => text(ambitionField(id), `Ambition: ${label}`, 3))}
      <RadiosField
        name="solution"
        label="Which service will you use?"
        choices={solutions.map((value) => ({
          value,
          label: solutionLabels[value],
          ...(value === 'national' ? { hint: capability.nationalService } : {}),
        }))}
        value={typedText(form.typed, 'solution')}
        errors={form.errors}
      />
      {text('local-solution', 'Local solution', 3, 'Only if you use one: what it is, and how it meets the aims')}
      <h2>What you will do</h2>
      <div className="ldr-quarters">
        {template.planQuarters.map(({ id, label }) => text(activityField(id), `Activities: ${label}`, 3))}
      </div>
      <h2>How you will know</h2>
      {text('evidence', 'Evidence of progress', 3, 'The measure, its source, and how often it is taken')}
      <div className="nhsuk-button-group">
        <SubmitButton>Save</SubmitButton>
        {next !== null && (
          <SubmitButton secondary name="go-to" value="next">
            Save and go to {next.id}
          </SubmitButton>
        )}
      </div>
    </Form>
  );
}
