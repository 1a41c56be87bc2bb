import { countOf, formatDate, listInWords } from '../../../views/format.ts';
import { SummaryList, type SummaryRow } from '../../../views/summary-list.tsx';
import { DigestText } from '../../../views/text/digest-text.tsx';
import { RoadmapDocumentView } from '../../roadmap/index.ts';
import { heldForAssurance, leftOut, type RoadmapCopy } from '../roadmap-copy.ts';

/** A version as it leaves the service: what it is, the whole of it, and how to check it. */
export function PaperPage({ copy }: { copy: RoadmapCopy }) {
  const { document, template, signatures } = copy;
  return (
    <div className="ldr-edition">
      <h1>
        <span className="nhsuk-caption-xl">
          {document.round.label}, version {document.version}
        </span>{' '}
        Digital roadmap of {document.footprint.name}
      </h1>
      <NotForPublication copy={copy} />
      <SummaryList rows={factsOf(copy)} />
      <RoadmapDocumentView
        document={document}
        template={template}
        signatures={signatures}
        further={[
          { id: 'verify', heading: 'Where this comes from, and how to verify it', content: <Origin copy={copy} /> },
        ]}
      />
    </div>
  );
}

/** Says on top of a copy that it holds what is withheld from the public; nothing where it holds none of that. */
export function NotForPublication({ copy }: { copy: RoadmapCopy }) {
  const held = heldForAssurance(copy);
  return held.length === 0 ? null : (
    <div className="nhsuk-inset-text">
      <p>
        <strong>Not for publication.</strong> This copy holds what only the members, the regional reviewer and the
        national team may read: {listInWords(held)}.
      </p>
    </div>
  );
}

/** A file for a word processor has no band at its top. */
const MADE_UP = 'What is planned here is invented, and says nothing about the organisations named.';

function factsOf(copy: RoadmapCopy): SummaryRow[] {
  const { document, standing, digest, signatures } = copy;
  const without = leftOut(copy);
  const endorsed = signatures?.filter(({ decision }) => decision !== 'decline') ?? [];
  const members = new Set(document.members.map(({ code }) => code)).size;
  return [
    { key: 'Standing', value: standing },
    ...(document.illustrative ? [{ key: 'Illustrative data', value: MADE_UP }] : []),
    ...(digest === null ? [] : [{ key: 'Text settled', value: formatDate(new Date(document.frozenAt)) }]),
    ...(signatures === null
      ? []
      : [{ key: 'Endorsed by', value: `${endorsed.length} of ${countOf(members, 'organisation')}` }]),
    ...(without.length === 0 ? [] : [{ key: 'Left out', value: `For assurance only: ${listInWords(without)}` }]),
    ...(digest === null ? [] : [{ key: 'Digest', value: <DigestText digest={digest} /> }]),
  ];
}

/** Where the original is, and what a reader compares to know that nothing of it was changed. */
export function Origin({ copy: { page, digest, published } }: { copy: RoadmapCopy }) {
  return (
    <div className="ldr-origin">
      <p>
        This is a copy. The original is at <a href={page}>{page}</a>.
      </p>
      {digest === null ? (
        <p>It is a draft: nobody has been asked to sign it, it has no digest yet, and it can still change.</p>
      ) : (
        <p>
          A digest is a fingerprint of a text: change one character, and it is another. Each organisation that endorsed
          this roadmap endorsed the text with this digest and no other.
        </p>
      )}
      <SummaryList
        rows={[
          ...(digest === null ? [] : [{ key: 'Document digest', value: <DigestText digest={digest} /> }]),
          ...(published === null
            ? []
            : [{ key: 'Record digest', value: <DigestText digest={published.recordDigest} /> }]),
        ]}
      />
      {published !== null && (
        <ol className="nhsuk-list nhsuk-list--number">
          <li>
            Download the signed file: <a href={published.file.href}>{published.file.href}</a>
          </li>
          <li>
            With a copy of the program of the service, run <code>npm run ldr -- verify {published.file.name}</code>. It
            needs no network, and says whether the file is whole and unchanged.
          </li>
          <li>Compare both digests that it prints with those above.</li>
        </ol>
      )}
      {digest !== null && published === null && (
        <p>Compare this digest with the one on that page, and with the one that your organisation was asked to sign.</p>
      )}
    </div>
  );
}
