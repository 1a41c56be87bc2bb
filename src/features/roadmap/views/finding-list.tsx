import { paths } from '../../../paths.ts';
import type { Finding } from '../../../platform/check-result.ts';
import { eachKind } from '../content/content-kinds.ts';

type FindingPage = (slug: string, subject: string) => string;

/** Where what is found of several kinds together can be mended. */
const pagesAcross: Readonly<Record<string, FindingPage>> = {
  'baseline-held-back': (slug) => paths.roadmapContent(slug, 'trajectory'),
  'climb-before-deployment': (slug) => paths.roadmapContent(slug, 'deployments'),
  'climb-without-deployment': (slug) => paths.roadmapContent(slug, 'deployments'),
  'member-named-nowhere': (slug) => paths.roadmapContent(slug, 'deployments'),
  'member-without-assessment': (slug) => paths.roadmapContent(slug, 'trajectory'),
  'target-always-full': (slug) => paths.roadmapContent(slug, 'trajectory'),
};

function pageOf({ code, subject }: Finding, slug: string): string {
  const pages = eachKind(({ findingPages }) => findingPages[code]);
  const page = pages.find((one) => one !== undefined) ?? pagesAcross[code];
  return page?.(slug, subject ?? '') ?? paths.agreement(slug);
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
