import { eachKind } from '../../content/content-kinds.ts';
import type { RoadmapDocument } from '../../documents/frozen-document.ts';

interface CommitmentsProps {
  readonly document: RoadmapDocument;
  readonly member: { readonly code: string; readonly name: string };
}

/** What a document says about one member in particular: what it commits itself to by endorsing it. */
export function Commitments({ document, member: { code, name } }: CommitmentsProps) {
  const kinds = eachKind(({ OfMember, section }) =>
    OfMember === null ? [] : [{ kind: section.kind, OfMember }],
  ).flat();
  return (
    <section aria-labelledby="commitments">
      <h2 id="commitments">What {name} commits itself to</h2>
      <p>
        These are the deployments and information flows that name it, or that are for the whole footprint. Targets and
        plans for universal capabilities are of the footprint as a whole; read them in the full text.
      </p>
      {kinds.map(({ kind, OfMember }) => (
        <OfMember key={kind} document={document} code={code} />
      ))}
    </section>
  );
}
