import type { DraftForm } from '../drafts/draft-form.ts';

/** What must go back with a form of the draft: the version and the revision it was made from. */
export function DraftFields({ form, versionNumber }: { form: DraftForm; versionNumber: number }) {
  return (
    <>
      <input type="hidden" name="version" value={versionNumber} />
      <input type="hidden" name="revision" id="revision" value={form.revision} />
    </>
  );
}
