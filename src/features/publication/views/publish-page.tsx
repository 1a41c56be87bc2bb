import { paths } from '../../../paths.ts';
import type { Finding } from '../../../platform/check-result.ts';
import { countOf } from '../../../views/format.ts';
import { SubmitButton } from '../../../views/forms/button.tsx';
import { Form } from '../../../views/forms/form.tsx';
import type { Footprint } from '../../directory/index.ts';
import { differenceInWords, type MembersDifference } from '../../register/index.ts';
import type { PublishCase } from '../publish-case.ts';

interface PublishPageProps {
  readonly footprint: Footprint;
  readonly found: PublishCase;
  /** How the members are others now than those that endorsed the version; null where they are the same. */
  readonly membersSince: MembersDifference | null;
}

/** Everything a lead should know before a version becomes public, and the step that makes it so. */
export function PublishPage({ footprint, found, membersSince }: PublishPageProps) {
  const { version, check } = found;
  const isBlocked = check.blockers.length > 0;
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <h1>{isBlocked ? `Version ${version.number} cannot be published` : `Publish version ${version.number}?`}</h1>
        {isBlocked ? (
          <Blocked blockers={check.blockers} found={found} slug={footprint.slug} />
        ) : (
          <Confirm footprint={footprint} found={found} membersSince={membersSince} />
        )}
        <p>
          <a href={paths.roadmap(footprint.slug)}>Go back to the roadmap</a>
        </p>
      </div>
    </div>
  );
}

function Blocked({ blockers, found, slug }: { blockers: readonly Finding[]; found: PublishCase; slug: string }) {
  return (
    <>
      <FindingItems findings={blockers} />
      {found.published !== null && (
        <p>
          <a href={paths.publishedRoadmap(slug)}>Read version {found.published.versionNumber}, which is public</a>.
        </p>
      )}
    </>
  );
}

function Confirm({ footprint, found, membersSince }: PublishPageProps) {
  const { version, document, check, digest } = found;
  const publicSections = document.sections.filter(({ content }) => content !== null);
  const of = (code: string) => check.warnings.filter((warning) => warning.code === code);
  return (
    <>
      <p>
        It is published as it was endorsed and cleared, word for word. A publication cannot be edited or taken back: a
        correction is a further version.
      </p>
      <h2 className="nhsuk-heading-m">What becomes public</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>
          {countOf(publicSections.length, 'section')} of {document.sections.length}:{' '}
          {publicSections.map(({ title }) => title).join('; ')}
        </li>
        <li>the names, codes and roles of {countOf(document.members.length, 'member organisation')}</li>
        <li>
          who decided for each organisation, in which office, when, and with which words:{' '}
          {countOf(found.endorsements.length, 'decision')}
        </li>
        <li>a file that anyone can download and check</li>
      </ul>
      <Group title="What is left out" findings={of('section-withheld')} none="Nothing: every section is public." />
      <Group title="Conditions that are printed" findings={of('conditions-published')} none={null} />
      <Group title="What it replaces" findings={of('replaces-published')} none={null} />
      {membersSince !== null && (
        <>
          <h2 className="nhsuk-heading-m">Members since then</h2>
          <p>
            The members are others now than those that endorsed this version: {differenceInWords(membersSince)}. It is
            published as it was endorsed, with the members that its document names. Whoever joined is asked about the
            next version.
          </p>
        </>
      )}
      <p>
        <a href={paths.readVersion(footprint.slug, version.number)}>Read version {version.number} once more</a>
      </p>
      <Form>
        <input type="hidden" name="digest" value={digest} />
        <SubmitButton>Publish version {version.number}</SubmitButton>
      </Form>
    </>
  );
}

function Group({ title, findings, none }: { title: string; findings: readonly Finding[]; none: string | null }) {
  if (findings.length === 0 && none === null) {
    return null;
  }
  return (
    <>
      <h2 className="nhsuk-heading-m">{title}</h2>
      {findings.length === 0 ? <p>{none}</p> : <FindingItems findings={findings} />}
    </>
  );
}

function FindingItems({ findings }: { findings: readonly Finding[] }) {
  return (
    <ul className="nhsuk-list nhsuk-list--bullet">
      {findings.map(({ code, subject, message }) => (
        <li key={`${code} ${subject}`}>{message}</li>
      ))}
    </ul>
  );
}
