import { paths } from '../../../paths.ts';
import type { CheckResult } from '../../../platform/check-result.ts';
import type { FieldError } from '../../../platform/forms/posted-form.ts';
import { DataTable } from '../../../views/data-table.tsx';
import { formatDate } from '../../../views/format.ts';
import { SubmitButton } from '../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../views/forms/error-summary.tsx';
import { RadiosField } from '../../../views/forms/fields.tsx';
import { Form } from '../../../views/forms/form.tsx';
import { type Capacity, capacities, capacityLabels, formPageTitles, type OrganisationMention } from '../formation.ts';
import { type FormPlace, nameOfForm } from '../formation-place.ts';
import { FindForm } from './find-form.tsx';
import { SavedBy } from './form-fields.tsx';

/** An organisation of the directory that was found. */
export interface FoundOrganisation extends OrganisationMention {
  readonly typeLabel: string;
}

/** The organisation that is being put on the form, changed there or taken off. */
export interface ChosenOrganisation extends OrganisationMention {
  /** What it is on the form, or would usually be. */
  readonly capacity: string;
  readonly isOnForm: boolean;
}

interface OrganisationsPageProps {
  readonly place: FormPlace;
  readonly check: CheckResult;
  readonly find: string;
  readonly found: readonly FoundOrganisation[];
  readonly chosen: ChosenOrganisation | null;
  readonly errors: readonly FieldError[];
  /** Said when somebody else was faster; null otherwise. */
  readonly overtaken: string | null;
  /** The day on which organisations must exist. */
  readonly day: string;
}

/** The page of the form about who takes part: one organisation at a time is found, and put on or off. */
export function OrganisationsPage(props: OrganisationsPageProps) {
  const { place, errors, overtaken, chosen } = props;
  return (
    <>
      <ErrorSummary errors={errors} />
      {overtaken !== null && <Overtaken text={overtaken} />}
      <h1>
        <span className="nhsuk-caption-xl">{nameOfForm(place)}</span>
        {formPageTitles.organisations}
      </h1>
      {chosen === null ? <Find {...props} /> : <Chosen {...props} chosen={chosen} />}
      <OnForm {...props} />
      <SavedBy save={place.written.saves.organisations} />
      <p>
        <a href={paths.formation(place.slug)}>Back to the form</a>
      </p>
    </>
  );
}

function Overtaken({ text }: { text: string }) {
  return (
    <div className="nhsuk-error-summary" data-module="nhsuk-error-summary">
      <div role="alert">
        <h2 className="nhsuk-error-summary__title">Your change was not saved</h2>
        <div className="nhsuk-error-summary__body">
          <p>{text} Look at the list below, and choose again if it is still needed.</p>
        </div>
      </div>
    </div>
  );
}

function Find({ place, find, found, day }: OrganisationsPageProps) {
  const { slug } = place;
  return (
    <>
      <h2>Add an organisation</h2>
      <p>It must be in the directory on {formatDate(day)}, the day from which the form holds.</p>
      <FindForm action={paths.footprintFormOrganisations(slug)} label="Name, place or code" find={find} />
      {find !== '' && (
        <DataTable
          caption={`Found by “${find}”`}
          rows={found}
          rowKey={({ organisationId }) => organisationId}
          empty="Nothing matches. Try fewer words, or the code."
          columns={[
            { heading: 'Organisation', isRowHeading: true, cell: ({ name }) => name },
            { heading: 'Code', cell: ({ code }) => code },
            { heading: 'Type', cell: ({ typeLabel }) => typeLabel },
            {
              heading: 'Choose',
              cell: ({ code, name }) => (
                <a href={paths.footprintFormOrganisations(slug, { code })}>
                  Choose<span className="nhsuk-u-visually-hidden"> {name}</span>
                </a>
              ),
            },
          ]}
        />
      )}
    </>
  );
}

function Chosen({ place, chosen, errors }: OrganisationsPageProps & { readonly chosen: ChosenOrganisation }) {
  const { slug, written } = place;
  const choices = [
    ...capacities.map((capacity) => ({ value: capacity, label: capacityLabels[capacity], hint: hints[capacity] })),
    ...(chosen.isOnForm ? [{ value: 'none', label: 'Take it off the form', divider: 'or' }] : []),
  ];
  return (
    <Form action={paths.footprintFormOrganisations(slug)}>
      <input type="hidden" name="code" value={chosen.code} />
      <input type="hidden" name="revision" value={written.saves.organisations?.revision ?? 0} />
      <RadiosField
        name="capacity"
        label={`What is ${chosen.name} (${chosen.code}) in the footprint?`}
        legendSize="m"
        choices={choices}
        value={chosen.capacity}
        errors={errors}
      />
      <div className="nhsuk-button-group">
        <SubmitButton>Save</SubmitButton>
        <a href={paths.footprintFormOrganisations(slug)}>Cancel</a>
      </div>
    </Form>
  );
}

const hints: Readonly<Record<Capacity, string>> = {
  lead: 'Convenes the footprint. The lead before becomes a partner',
  partner: 'Endorses the form and the roadmap',
  provider: 'A member that provides care in the area',
  council: 'A member with social care duties in the area',
  associate: 'Works with the footprint from outside it',
  support: 'Helps the others, such as a commissioning support unit',
};

function OnForm({ place, check }: OrganisationsPageProps) {
  const { slug, written } = place;
  const about = check.blockers.filter(({ subject }) => subject === 'organisations');
  const rows = written.content.organisations.toSorted(
    (one, other) => capacities.indexOf(one.capacity) - capacities.indexOf(other.capacity),
  );
  return (
    <>
      <h2>On the form</h2>
      {about.length > 0 && (
        <div className="nhsuk-inset-text">
          <span className="nhsuk-u-visually-hidden">Information: </span>
          {about.map(({ message }) => (
            <p key={message}>{message}.</p>
          ))}
        </div>
      )}
      <DataTable
        caption="Organisations on the form"
        captionIsHidden
        rows={rows}
        rowKey={({ organisationId }) => organisationId}
        empty="No organisation is on the form yet. Find one above."
        columns={[
          { heading: 'Organisation', isRowHeading: true, cell: ({ name, code }) => `${name} (${code})` },
          { heading: 'Takes part as', cell: ({ capacity }) => capacityLabels[capacity] },
          {
            heading: 'Change',
            cell: ({ code, name }) => (
              <a href={paths.footprintFormOrganisations(slug, { code })}>
                Change<span className="nhsuk-u-visually-hidden"> {name}</span>
              </a>
            ),
          },
        ]}
      />
    </>
  );
}
