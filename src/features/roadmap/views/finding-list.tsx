import { paths } from '../../../paths.ts';
import type { Finding } from '../../../platform/check-result.ts';

/** Where each kind of finding can be mended. */
const pages: Readonly<Record<string, (slug: string, subject: string) => string>> = {
  'part-empty': paths.roadmapPart,
  'target-missing': (slug, group) => `${paths.trajectory(slug)}#${groupAnchor(group)}`,
  'target-rule': (slug, group) => `${paths.trajectory(slug)}#${groupAnchor(group)}`,
  'plan-empty': paths.universalPlan,
  'plan-without-evidence': paths.universalPlan,
  'deployment-stranger': paths.deployment,
  'climb-without-deployment': (slug) => paths.deployments(slug),
  'member-without-assessment': (slug) => paths.trajectory(slug),
};

export const groupAnchor = (groupId: string) => `group-${groupId}`;

function pageOf({ code, subject }: Finding, slug: string): string {
  return pages[code]?.(slug, subject ?? '') ?? paths.agreement(slug);
}

/** What a check found, each with the way to where it can be mended. */
export function FindingList({ findings, slug }: { findings: readonly Finding[]; slug: string }) {
  return (
    <ul className="nhsuk-list nhsuk-list--bullet">
      {findings.map((finding) => (
        <li key={`${finding.code} ${finding.subject}`}>
          <a href={pageOf(finding, slug)}>{finding.message}</a>
        </li>
      ))}
    </ul>
  );
}
