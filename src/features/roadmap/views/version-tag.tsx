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

interface VersionTagProps {
  readonly state: VersionState;
  /** True for a draft that nobody can write in any more. */
  readonly isLeftBehind?: boolean;
}

/** The state of a version in words. */
export function VersionTag({ state, isLeftBehind = false }: VersionTagProps) {
  return isLeftBehind ? (
    <Tag text="Left behind" colour="grey" />
  ) : (
    <Tag text={versionStateLabels[state]} colour={colours[state]} />
  );
}
