import { paths } from '../../../paths.ts';
import type { CheckResult } from '../../../platform/check-result.ts';
import { SubmitButton } from '../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../views/forms/error-summary.tsx';
import { Form } from '../../../views/forms/form.tsx';
import { NobodyToSign } from '../../agreement/index.ts';
import type { OrganisationMention } from '../formation.ts';
import { type FormPlace, nameOfForm } from '../formation-place.ts';
import { formDifference } from '../forms/form-difference.ts';
import { ChangesTable } from './changes-table.tsx';
import { OnPageFields } from './form-fields.tsx';
import { FormFindings } from './form-findings.tsx';

interface PutPageProps {
  readonly place: FormPlace;
  readonly check: CheckResult;
  readonly asked: readonly OrganisationMention[];
  /** Names of those who can sign for each, by its id. */
  readonly signers: ReadonlyMap<string, readonly string[]>;
  /** True when it was tried and did not happen. */
  readonly wasRefused: boolean;
}

/** Before a form is put to its commissioners: what stands in the way, what changes, and who will be asked. */
export function PutPage({ place, check, asked, signers, wasRefused }: PutPageProps) {
  const { slug, form, written } = place;
  const isBlocked = check.blockers.length > 0;
  const message = 'Put right what is listed on this page before you put the form to its commissioners';
  return (
    <>
      {wasRefused && isBlocked && <ErrorSummary errors={[{ field: 'blockers', message }]} />}
      <h1>
        <span className="nhsuk-caption-xl">{nameOfForm(place)}</span>
        Put the form to its commissioners
      </h1>
      <p>
        This fixes every word of the form. A digest is made of it, and each commissioner endorses exactly that text. To
        change anything afterwards you take the form back, and every endorsement lapses.
      </p>
      <p>
        <a href={paths.footprintForm(slug, form.number)}>Read the form as it will be put</a>
      </p>
      <FormFindings check={check} slug={slug} mayMend />
      {form.base !== null && (
        <ChangesTable caption="What changes" changes={formDifference(form.base, written.content)} />
      )}
      <WhoIsAsked asked={asked} signers={signers} />
      <NobodyToSign actor={place.actor} parties={asked.filter(({ organisationId }) => !signers.has(organisationId))} />
      {!isBlocked && (
        <Form action={paths.putFootprintForm(slug)}>
          <OnPageFields number={form.number} digest={null} />
          <div className="nhsuk-button-group">
            <SubmitButton>
              {asked.length === 0 ? 'Send the form to the region' : 'Put the form to its commissioners'}
            </SubmitButton>
            <a href={paths.formation(slug)}>Go on writing</a>
          </div>
        </Form>
      )}
    </>
  );
}

function WhoIsAsked({ asked, signers }: Pick<PutPageProps, 'asked' | 'signers'>) {
  if (asked.length === 0) {
    return (
      <p>Nothing changes about who takes part, so no commissioner is asked. The form goes straight to the region.</p>
    );
  }
  return (
    <>
      <h2>Who will be asked</h2>
      <p>An executive of each of these commissioners endorses or declines:</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {asked.map(({ organisationId, name, code }) => (
          <li key={organisationId}>
            {name} ({code}): {(signers.get(organisationId) ?? ['nobody yet']).join(', ')}
          </li>
        ))}
      </ul>
    </>
  );
}
