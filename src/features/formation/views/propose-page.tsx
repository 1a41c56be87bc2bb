import { paths } from '../../../paths.ts';
import type { FieldError } from '../../../platform/forms/posted-form.ts';
import { type TypedForm, typedText } from '../../../platform/forms/typed-form.ts';
import { SubmitButton } from '../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../views/forms/error-summary.tsx';
import { RadiosField, TextField } from '../../../views/forms/fields.tsx';
import { Form } from '../../../views/forms/form.tsx';
import type { OrganisationMention } from '../formation.ts';
import { FindForm } from './find-form.tsx';

interface ProposePageProps {
  /** Commissioners to choose the lead from: the person's own, or those that were looked for. */
  readonly commissioners: readonly OrganisationMention[];
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
            choices={commissioners.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))}
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
