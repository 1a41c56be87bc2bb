import { paths } from '../../../paths.ts';
import type { CheckResult } from '../../../platform/check-result.ts';
import { SubmitButton } from '../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../views/forms/error-summary.tsx';
import { Form } from '../../../views/forms/form.tsx';
import { NobodyToSign } from '../../agreement/index.ts';
import { membershipRoleLabels } from '../../directory/index.ts';
import type { SubmissionRule } from '../../programme/index.ts';
import type { VersionPlace } from '../roadmap-place.ts';
import { FindingList } from './finding-list.tsx';

interface FreezePageProps {
  readonly place: VersionPlace;
  readonly check: CheckResult;
  readonly rule: SubmissionRule;
  /** Names of the executives of each member, by its id; one that has none is not in it. */
  readonly signers: ReadonlyMap<string, readonly string[]>;
  /** True when freezing was tried and did not happen. */
  readonly wasRefused: boolean;
}

/** Before a version is frozen: what stands in the way, and what will be asked of whom. */
export function FreezePage({ place, check, rule, signers, wasRefused }: FreezePageProps) {
  const { slug } = place.footprint;
  const isBlocked = check.blockers.length > 0;
  const message = 'Put right what is listed on this page before you freeze the version';
  return (
    <>
      {wasRefused && isBlocked && <ErrorSummary errors={[{ field: 'blockers', message }]} />}
      <h1>
        <span className="nhsuk-caption-xl">Version {place.version.number}</span>
        Freeze this version and ask the members to endorse it
      </h1>
      <p>
        Freezing fixes every word and number. A digest is made of the text, and each organisation endorses exactly that
        text. To change anything afterwards, you return the version to draft, and every endorsement lapses.
      </p>
      <p>
        <a href={paths.readVersion(slug, place.version.number)}>Read the version as it will be frozen</a>
      </p>
      {isBlocked && (
        <section id="blockers">
          <h2>Put this right first</h2>
          <FindingList findings={check.blockers} slug={slug} />
        </section>
      )}
      {check.warnings.length > 0 && (
        <>
          <h2>Worth a look</h2>
          <p>These do not stop you. A reviewer may ask about them.</p>
          <FindingList findings={check.warnings} slug={slug} />
        </>
      )}
      <WhoIsAsked place={place} rule={rule} signers={signers} />
      {!isBlocked && (
        <Form>
          <input type="hidden" name="version" value={place.version.number} />
          <div className="nhsuk-button-group">
            <SubmitButton>Freeze version {place.version.number}</SubmitButton>
            <a href={paths.roadmap(slug)}>Go on writing</a>
          </div>
        </Form>
      )}
    </>
  );
}

function WhoIsAsked({ place, rule, signers }: Pick<FreezePageProps, 'place' | 'rule' | 'signers'>) {
  const asked = place.members.filter(({ role }) => rule.mustEndorse.includes(role));
  const others = place.members.length - asked.length;
  return (
    <>
      <h2>Who will be asked</h2>
      <p>An executive of each of these organisations endorses, endorses with conditions, or declines:</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {asked.map(({ organisationId, name, role }) => (
          <li key={organisationId}>
            {name} ({membershipRoleLabels[role].toLowerCase()})
          </li>
        ))}
      </ul>
      <NobodyToSign actor={place.actor} parties={asked.filter(({ organisationId }) => !signers.has(organisationId))} />
      {others > 0 && <p>Associates and support organisations may decide too, but need not.</p>}
    </>
  );
}
