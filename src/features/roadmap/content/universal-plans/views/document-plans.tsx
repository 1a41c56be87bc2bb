import { type RoadmapDocument, sectionsOfKind } from '../../../documents/frozen-document.ts';
import { Withheld } from '../../../views/document/withheld.tsx';
import { universalPlansReader } from '../universal-plan.ts';
import { UniversalPlans } from './universal-plans-reading.tsx';

/** The universal capability plans as they are read in a document. */
export function DocumentPlans({ document }: { document: RoadmapDocument }) {
  const [section] = sectionsOfKind(document, universalPlansReader);
  if (section === undefined || section.content === null) {
    return <Withheld digest={section?.digest ?? ''} />;
  }
  return (
    <>
      <h3>{section.title}</h3>
      <UniversalPlans plans={section.content.plans} terms={document.terms} />
    </>
  );
}
