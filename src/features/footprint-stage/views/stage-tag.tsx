import { Tag, type TagColour } from '../../../views/tag.tsx';
import type { PublicStage, PublicStageId } from '../footprint-stage.ts';

const colours: Readonly<Record<PublicStageId, TagColour>> = {
  'not-recorded': 'grey',
  'in-preparation': 'blue',
  'being-agreed': 'purple',
  submitted: 'yellow',
  published: 'green',
};

/** How far the roadmap of a footprint has come, as a tag. */
export function StageTag({ stage }: { stage: PublicStage }) {
  return <Tag text={stage.label} colour={colours[stage.id]} />;
}
