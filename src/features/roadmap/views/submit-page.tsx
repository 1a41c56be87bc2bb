import { paths } from '../../../paths.ts';
import type { CheckResult } from '../../../platform/check-result.ts';
import { listInWords } from '../../../views/format.ts';
import { SubmitButton } from '../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../views/forms/error-summary.tsx';
import { Form } from '../../../views/forms/form.tsx';
import { DigestText } from '../../../views/text/digest-text.tsx';
import type { VersionPlace } from '../roadmap-place.ts';
import { FindingList } from './finding-list.tsx';

interface SubmitPageProps {
  readonly place: VersionPlace;
  readonly check: CheckResult;
  readonly wasRefused: boolean;
}

/** Before a version goes to the regional team: what stands in the way, and what is sent. */
export function SubmitPage({ place, check, wasRefused }: SubmitPageProps) {
  const { slug, regions } = place.footprint;
  const { number, digest } = place.version;
  const isBlocked = check.blockers.length > 0;
  const region = regions.length === 0 ? 'its region' : listInWords(regions.map(({ name }) => name));
  const message = 'Settle what is listed on this page before you submit the version';
  return (
    <>
      {wasRefused && isBlocked && <ErrorSummary errors={[{ field: 'blockers', message }]} />}
      <h1>
        <span className="nhsuk-caption-xl">Version {number}</span>
        Submit the roadmap of {place.footprint.name}
      </h1>
      <p>
        The version goes to the regional team of {region}. It reads the text as its members endorsed it, and answers
        with a letter.
      </p>
      <p>
        <a href={paths.readVersion(slug, number)}>Read version {number}</a>
      </p>
      {digest !== null && (
        <p>
          Its digest is <DigestText digest={digest} />
        </p>
      )}
      {isBlocked && (
        <section id="blockers">
          <h2>Before you can submit</h2>
          <FindingList findings={check.blockers} slug={slug} />
        </section>
      )}
      {check.warnings.length > 0 && (
        <>
          <h2>Worth a look</h2>
          <p>These do not stop you. The reviewer sees them too.</p>
          <FindingList findings={check.warnings} slug={slug} />
        </>
      )}
      {!isBlocked && (
        <Form>
          <input type="hidden" name="version" value={number} />
          <div className="nhsuk-button-group">
            <SubmitButton>Submit version {number}</SubmitButton>
            <a href={paths.agreement(slug)}>Not yet</a>
          </div>
        </Form>
      )}
    </>
  );
}
