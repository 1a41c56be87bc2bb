import { paths } from '../../../paths.ts';
import type { CheckResult, Finding } from '../../../platform/check-result.ts';

interface FormFindingsProps {
  readonly check: CheckResult;
  readonly slug: string;
  /** True for those who can mend what was found; others read it without links. */
  readonly mayMend: boolean;
}

/** What stands in the way, and what is worth a look. */
export function FormFindings({ check, slug, mayMend }: FormFindingsProps) {
  const link = mayMend ? slug : null;
  return (
    <>
      {check.blockers.length > 0 && (
        <section id="blockers">
          <h2>To put right first</h2>
          <FindingItems findings={check.blockers} slug={link} />
        </section>
      )}
      {check.warnings.length > 0 && (
        <>
          <h2>Worth a look</h2>
          <p>These do not stand in the way.</p>
          <FindingItems findings={check.warnings} slug={link} />
        </>
      )}
    </>
  );
}

function FindingItems({ findings, slug }: { findings: readonly Finding[]; slug: string | null }) {
  return (
    <ul className="nhsuk-list nhsuk-list--bullet">
      {findings.map((finding) => (
        <li key={`${finding.code} ${finding.message}`}>
          {slug === null ? finding.message : <a href={pageOf(finding, slug)}>{finding.message}</a>}
        </li>
      ))}
    </ul>
  );
}

/** The subject of a finding is the page of the form where it is mended. */
function pageOf({ subject }: Finding, slug: string): string {
  switch (subject) {
    case 'organisations':
      return paths.footprintFormOrganisations(slug);
    case 'people':
      return paths.footprintFormPeople(slug);
    default:
      return paths.footprintFormArea(slug);
  }
}
