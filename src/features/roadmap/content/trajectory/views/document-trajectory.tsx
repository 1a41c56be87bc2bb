import { type RoadmapDocument, sectionsOfKind } from '../../../documents/frozen-document.ts';
import { Withheld } from '../../../views/document/withheld.tsx';
import { trajectoryReader } from '../trajectory.ts';
import { documentTrajectory } from '../trajectory-view.ts';
import { TrajectoryReading } from './trajectory-figure.tsx';

/** The trajectory as it is read in a document. */
export function DocumentTrajectory({ document }: { document: RoadmapDocument }) {
  const [section] = sectionsOfKind(document, trajectoryReader);
  const view = documentTrajectory(document);
  if (section === undefined || view === null) {
    return <Withheld digest={section?.digest ?? ''} />;
  }
  return (
    <>
      <h3>{section.title}</h3>
      <TrajectoryReading view={view} />
    </>
  );
}
