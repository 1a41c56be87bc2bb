import { Tag, type TagColour } from '../../../views/tag.tsx';
import { type VersionState, versionStateLabels } from '../versions/version-state.ts';

const colours: Readonly<Record<VersionState, TagColour>> = {
  draft: 'blue',
  endorsement: 'yellow',
  submitted: 'purple',
  'under-review': 'purple',
  'changes-requested': 'orange',
  cleared: 'aqua-green',
  published: 'green',
  superseded: 'grey',
};

/** The state of a version in words. */
export function VersionTag({ state }: { state: VersionState }) {
  return <Tag text={versionStateLabels[state]} colour={colours[state]} />;
}
