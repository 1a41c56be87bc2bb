import { paths } from '../../../paths.ts';
import type { FieldError } from '../../../platform/forms/posted-form.ts';
import { type TypedForm, typedText } from '../../../platform/forms/typed-form.ts';
import { listInWords } from '../../../views/format.ts';
import { SubmitButton } from '../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../views/forms/error-summary.tsx';
import { RadiosField, TextField } from '../../../views/forms/fields.tsx';
import { Form } from '../../../views/forms/form.tsx';
import { type AreaRef, planningWordsOf } from '../../directory/index.ts';
import type { OrganisationMention } from '../formation.ts';
import { FindForm } from './find-form.tsx';

/** A commissioner with the places that a form led by it begins with. */
export interface PlacedCommissioner extends OrganisationMention {
  readonly regions: readonly AreaRef[];
  readonly stps: readonly AreaRef[];
}

interface ProposePageProps {
  /** Commissioners to choose the lead from: the person's own, or those that were looked for. */
  readonly commissioners: readonly PlacedCommissioner[];
  /** What commissioners are on the day: `integrated care boards`. */
  readonly kind: string;
  /** Words the commissioners were looked for by; null for those who may propose for their own commissioner only. */
  readonly find: string | null;
  /** Whether the directory knows any commissioner of the day. */
  readonly isThereAny: boolean;
  readonly mayImport: boolean;
  readonly typed: TypedForm;
  readonly errors: readonly FieldError[];
}

/** Starting a new footprint: its name and the commissioner that leads it. */
export function ProposePage(props: ProposePageProps) {
  const { commissioners, find, typed, errors } = props;
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1>Propose a new footprint</h1>
      <p>
        You begin a form with a name and a lead commissioner. You then say who takes part and who answers for it, the
        commissioners endorse it, and the region decides. Until then nothing is added to the directory.
      </p>
      <FindLead {...props} />
      {commissioners.length > 0 && (
        <Form action={paths.proposeFootprint(find ?? '')}>
          <TextField
            name="name"
            label="Name of the footprint"
            hint="As people will look for it, like “Coventry and Warwickshire”"
            value={typedText(typed, 'name')}
            errors={errors}
          />
          <RadiosField
            name="lead"
            label="Lead commissioner"
            hint="The form begins with the areas in which it lies"
            choices={commissioners.map((one) => ({
              value: one.code,
              label: `${one.name} (${one.code})`,
              hint: placesInWords(one),
            }))}
            value={typedText(typed, 'lead')}
            errors={errors}
          />
          <div className="nhsuk-button-group">
            <SubmitButton>Begin the form</SubmitButton>
            <a href={paths.formations()}>Cancel</a>
          </div>
        </Form>
      )}
    </>
  );
}

/** `The Black Country STP area, Midlands and East of England region`. */
function placesInWords({ stps, regions }: PlacedCommissioner): string {
  const named = (areas: readonly AreaRef[], kinds: { readonly area: string; readonly areas: string }) =>
    areas.length === 0
      ? []
      : [`${listInWords(areas.map(({ name }) => name))} ${areas.length === 1 ? kinds.area : kinds.areas}`];
  const places = [...named(stps, planningWordsOf(stps)), ...named(regions, { area: 'region', areas: 'regions' })];
  return places.length === 0 ? 'Where it lies is not recorded' : places.join(', ');
}

/** For those who may propose for any commissioner. Where the directory knows none yet, it leads to where a file brings them in. */
function FindLead({ commissioners, kind, find, isThereAny, mayImport }: ProposePageProps) {
  if (find === null) {
    return null;
  }
  return (
    <>
      <h2>Find the lead commissioner</h2>
      {isThereAny ? (
        <p>Commissioners are {kind} on the day that is shown.</p>
      ) : (
        <p>
          Commissioners are {kind} now, and the directory has none of them yet: its facts come from before they began. A
          directory file brings them in.{' '}
          {mayImport ? <a href={paths.newImport()}>Bring in a directory file</a> : 'The programme manager can do that.'}
        </p>
      )}
      <FindForm action={paths.proposeFootprint()} label="Name, place or code of the commissioner" find={find} />
      {find !== '' && commissioners.length === 0 && (
        <p className="ldr-empty">
          No commissioner matches “{find}”.{isThereAny && ' Try fewer words, or its code. '}
          {isThereAny && mayImport && (
            <>
              The directory knows those {kind} that its files brought in:{' '}
              <a href={paths.newImport()}>bring in another</a>.
            </>
          )}
        </p>
      )}
    </>
  );
}
