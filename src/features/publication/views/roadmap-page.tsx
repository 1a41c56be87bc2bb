import { paths } from '../../../paths.ts';
import { formatDate } from '../../../views/format.ts';
import type { RoadmapTemplate } from '../../programme/index.ts';
import { InShortSection, RoadmapDocumentView, TakeAway } from '../../roadmap/index.ts';
import type { AreaSuccessor } from '../area-successor-repository.ts';
import type { Edition } from '../find-edition.ts';
import { signaturesOf, signUpRows, tallySignUp } from '../sign-up.ts';
import { EditionFacts } from './edition-facts.tsx';
import { signUpSentence } from './sign-up-sentence.ts';
import { VerifySection } from './verify-section.tsx';
import { VersionTrail } from './version-trail.tsx';

interface RoadmapPageProps {
  readonly edition: Edition;
  readonly template: Pick<RoadmapTemplate, 'parts'>;
  /** The footprints that came after this one; empty while it goes on. */
  readonly cameAfter: readonly AreaSuccessor[];
  /** Whether PDFs can be made where the service runs. */
  readonly hasPdf: boolean;
}

/** A published roadmap as anyone reads it, on a screen or as a board paper. */
export function RoadmapPage({ edition, template, cameAfter, hasPdf }: RoadmapPageProps) {
  const { footprint, publication, download } = edition;
  const { document } = download;
  const { versionNumber, downloadText } = publication;
  return (
    <div className="ldr-edition">
      <h1>
        <span className="nhsuk-caption-xl">{document.round.label}</span>
        Digital roadmap of {footprint.name}
      </h1>
      <p className="nhsuk-lede-text">{signUpSentence(tallySignUp(signUpRows(download)))}</p>
      <SupersededNotice edition={edition} />
      <CameAfter cameAfter={cameAfter} />
      <InShortSection document={document} />
      <EditionFacts edition={edition} />
      <TakeAway
        document={document}
        hrefOf={(file) => paths.publishedFile(footprint.slug, versionNumber, file)}
        hasPdf={hasPdf}
      >
        <li>
          <a href={paths.roadmapDownload(footprint.slug, versionNumber)}>
            Data, to verify and to work with (JSON, {Math.ceil(downloadText.length / 1000)} kB)
          </a>
        </li>
      </TakeAway>
      <RoadmapDocumentView
        document={document}
        template={template}
        signatures={signaturesOf(download)}
        further={[
          { id: 'versions', heading: 'Published versions', content: <VersionTrail edition={edition} /> },
          { id: 'verify', heading: 'Verify this version', content: <VerifySection edition={edition} /> },
        ]}
      />
    </div>
  );
}

/** What a footprint published stays under its name; whoever reads it is led on to what stands in its place. */
function CameAfter({ cameAfter }: { cameAfter: readonly AreaSuccessor[] }) {
  return cameAfter.map(({ areaId, name, slug, effectiveOn }) => (
    <p key={areaId} className="nhsuk-inset-text">
      Since {formatDate(effectiveOn)} there is <a href={paths.footprint(slug, { 'as-at': effectiveOn })}>{name}</a> in
      its place. This roadmap stays as it was published.
    </p>
  ));
}

function SupersededNotice({ edition: { footprint, publication, trail } }: { edition: Edition }) {
  const latest = trail[0];
  if (publication.isLatest || latest === undefined) {
    return null;
  }
  return (
    <div className="nhsuk-warning-callout">
      <h2 className="nhsuk-warning-callout__label">
        <span className="nhsuk-u-visually-hidden">Important: </span>
        This version is superseded
      </h2>
      <p>
        Version {latest.versionNumber} took its place on {formatDate(latest.publishedAt)}.{' '}
        <a href={paths.publishedRoadmap(footprint.slug)}>Read the latest version</a>. This one stays readable as it was.
      </p>
    </div>
  );
}
