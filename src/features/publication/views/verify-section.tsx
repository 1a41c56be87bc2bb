import { paths } from '../../../paths.ts';
import { SummaryList } from '../../../views/summary-list.tsx';
import { DigestText } from '../../../views/text/digest-text.tsx';
import type { Edition } from '../find-edition.ts';
import { downloadFileName } from '../roadmap-download.ts';

/** The two digests of a publication, and how anyone can check a copy against them. */
export function VerifySection({ edition: { footprint, publication } }: { edition: Edition }) {
  const { slug } = footprint;
  const { versionNumber, digest, recordDigest } = publication;
  return (
    <>
      <p>
        A digest is a fingerprint of a text: change one character, and it is another. Each organisation endorsed the
        text with this document digest and no other. The record digest covers who decided what, and when it was
        published.
      </p>
      <SummaryList
        rows={[
          { key: 'Document digest', value: <DigestText digest={digest} /> },
          { key: 'Record digest', value: <DigestText digest={recordDigest} /> },
        ]}
      />
      <ol className="nhsuk-list nhsuk-list--number">
        <li>
          <a href={paths.roadmapDownload(slug, versionNumber)}>Download the data of version {versionNumber}</a>.
        </li>
        <li>
          With a copy of this service’s program, run{' '}
          <code>npm run ldr -- verify {downloadFileName(slug, versionNumber)}</code>. It needs no network, and says
          whether the file is whole and unchanged.
        </li>
        <li>Compare both digests it prints with those above.</li>
      </ol>
      <p>
        Without the program: each digest is the SHA-256 of a canonical JSON text (RFC 8785), so any language can form
        it. Parts that are left out for assurance stand in the file by their own digest.
      </p>
    </>
  );
}
