import { type RoadmapDocument, sectionsOfKind } from '../../../documents/frozen-document.ts';
import { Withheld } from '../../../views/document/withheld.tsx';
import { risksReader } from '../risk.ts';
import { RisksTable } from './risks-table.tsx';

/** The risk register as it is read in a document. */
export function DocumentRisks({ document }: { document: RoadmapDocument }) {
  return sectionsOfKind(document, risksReader).map(({ id, title, digest, content }) => (
    <section key={id}>
      <h3>{title}</h3>
      {content === null ? <Withheld digest={digest} /> : <RisksTable risks={content.risks} />}
    </section>
  ));
}
