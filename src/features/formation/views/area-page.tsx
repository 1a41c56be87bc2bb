import { paths } from '../../../paths.ts';
import type { FieldError } from '../../../platform/forms/posted-form.ts';
import { type TypedForm, typedList, typedText } from '../../../platform/forms/typed-form.ts';
import { formatDate, listInWords } from '../../../views/format.ts';
import { SubmitButton } from '../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../views/forms/error-summary.tsx';
import { useExampleDays } from '../../../views/forms/example-days.ts';
import { CheckboxesField, SelectField, TextAreaField, TextField } from '../../../views/forms/fields.tsx';
import { Form } from '../../../views/forms/form.tsx';
import { planningWordsOf } from '../../directory/index.ts';
import { type AreaMention, type FormArea, formPageTitles } from '../formation.ts';
import { type FormPlace, nameOfForm } from '../formation-place.ts';
import type { AreaChoices } from '../writing/parse-form-pages.ts';
import { DateField } from './date-field.tsx';
import { type PageConflict, PageConflictNotice, SavedBy } from './form-fields.tsx';

export interface PageFormProps {
  readonly place: FormPlace;
  readonly typed: TypedForm;
  readonly revision: number;
  readonly errors: readonly FieldError[];
  readonly conflict: PageConflict | null;
}

interface AreaPageProps extends PageFormProps {
  /** Null once there is a footprint: where it lies is then the directory's matter. */
  readonly choices: AreaChoices | null;
  /** The day the pages of the service speak of when asked for no other. */
  readonly positionOn: string;
}

/** The page of the form about the footprint itself. */
export function AreaPage(props: AreaPageProps) {
  const { place, typed, revision, errors, conflict, choices, positionOn } = props;
  return (
    <>
      <ErrorSummary errors={errors} />
      {conflict !== null && <PageConflictNotice conflict={conflict} />}
      <h1>
        <span className="nhsuk-caption-xl">{nameOfForm(place)}</span>
        {formPageTitles.area}
      </h1>
      <Form action={paths.footprintFormArea(place.slug)} savesItself>
        <input type="hidden" name="revision" value={revision} />
        <TextField
          name="name"
          label="Name of the footprint"
          value={typedText(typed, 'name')}
          errors={errors}
          {...(choices === null
            ? { hint: 'A new name needs a succession event as well, recorded by the programme manager' }
            : {})}
        />
        <DateField
          name="starts-on"
          label="From which day does this form hold?"
          hint={`Such as ${useExampleDays().beginning}. Unless asked for another day, the pages of this service show ${formatDate(positionOn)}`}
          typed={typed}
          errors={errors}
        />
        {choices === null ? (
          <WhereItLies place={place} />
        ) : (
          <>
            <NotThere area={place.written.content.area} choices={choices} />
            <Places choices={choices} typed={typed} errors={errors} />
          </>
        )}
        {!place.form.isFirst && (
          <TextAreaField
            name="reason"
            label="Why is the footprint to change?"
            hint="The commissioners and the region read this"
            value={typedText(typed, 'reason')}
            errors={errors}
          />
        )}
        <div className="nhsuk-button-group">
          <SubmitButton>Save</SubmitButton>
          <a href={paths.formation(place.slug)}>Back to the form</a>
        </div>
      </Form>
      <SavedBy save={place.written.saves.area} />
    </>
  );
}

interface PlacesProps {
  readonly choices: AreaChoices;
  readonly typed: TypedForm;
  readonly errors: readonly FieldError[];
}

function Places({ choices, typed, errors }: PlacesProps) {
  const offered = (areas: readonly AreaMention[]) => areas.map(({ areaId, name }) => ({ value: areaId, label: name }));
  return (
    <>
      <CheckboxesField
        name="regions"
        label="In which region does it lie?"
        hint="Its regional team decides about the form"
        choices={offered(choices.regions)}
        values={typedList(typed, 'regions')}
        errors={errors}
      />
      <CheckboxesField
        name="stps"
        label={`In which ${choices.planning.areas} does it lie?`}
        hint={`Each has ${choices.planning.hasWithArticle}. Choose more than one where the footprint spans them`}
        choices={offered(choices.stps)}
        values={typedList(typed, 'stps')}
        small
        errors={errors}
      />
      <SelectField
        name="parent"
        label="Is it a part of a larger footprint? (optional)"
        hint="Members of both count as members of one"
        choices={offered(choices.parents)}
        placeholder="No"
        value={typedText(typed, 'parent')}
        errors={errors}
      />
    </>
  );
}

/** What was chosen for another day and is not there on the one that the form holds from: it is chosen anew. */
function NotThere({ area, choices }: { area: FormArea; choices: AreaChoices }) {
  const offered = new Set([...choices.regions, ...choices.stps].map(({ areaId }) => areaId));
  const gone = [...area.regions, ...area.stps].filter(({ areaId }) => !offered.has(areaId));
  return gone.length === 0 ? null : (
    <p className="nhsuk-inset-text">
      {listInWords(gone.map(({ name }) => name))} {gone.length === 1 ? 'was' : 'were'} chosen for another day, and{' '}
      {gone.length === 1 ? 'is' : 'are'} not there {area.startsOn === null ? 'now' : `on ${formatDate(area.startsOn)}`}.
      Choose from those of that day below.
    </p>
  );
}

function WhereItLies({ place }: { place: FormPlace }) {
  return (
    <p>{placesInWords(place.written.content.area)} To change that, the programme manager records a succession event.</p>
  );
}

function placesInWords({ regions, stps }: FormArea): string {
  const named = (areas: readonly AreaMention[], kind: string) =>
    areas.length === 0 ? [] : [`the ${kind} ${listInWords(areas.map(({ name }) => name))}`];
  const { area, areas } = planningWordsOf(stps);
  const places = [
    ...named(regions, regions.length === 1 ? 'region' : 'regions'),
    ...named(stps, stps.length === 1 ? area : areas),
  ];
  return places.length === 0 ? 'The directory does not say where it lies.' : `It lies in ${places.join(', and in ')}.`;
}
