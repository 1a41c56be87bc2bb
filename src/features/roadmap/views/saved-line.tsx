import { paths } from '../../../paths.ts';
import { formatTime } from '../../../views/format.ts';
import type { SaveStamp } from '../drafts/save-repository.ts';

interface SavedLineProps {
  readonly slug: string;
  readonly stamp: SaveStamp | null;
}

/** Who saved this last and when, with the way to every earlier text. */
export function SavedLine({ slug, stamp }: SavedLineProps) {
  if (stamp === null) {
    return <p className="ldr-saved-line">Nothing has been saved here yet.</p>;
  }
  return (
    <p className="ldr-saved-line">
      Saved {stamp.savedBy === null ? '' : `by ${stamp.savedBy} `}on {formatTime(stamp.savedAt)}.{' '}
      <a href={paths.draftHistory(slug, stamp.subject)}>Earlier texts</a>
    </p>
  );
}
