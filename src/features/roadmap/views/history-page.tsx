import { Details } from '../../../views/details.tsx';
import { formatTime } from '../../../views/format.ts';
import { PlainText } from '../../../views/text/plain-text.tsx';
import type { StoredSave } from '../content/saved-kind.ts';
import type { SaveStamp } from '../drafts/save-repository.ts';
import type { Wording } from '../drafts/wording.ts';

interface HistoryPageProps {
  readonly title: string;
  /** Newest first, each in words. */
  readonly saves: readonly (SaveStamp & StoredSave & { readonly wording: readonly Wording[] })[];
}

/** Every text that was saved for one thing, with who saved it and when. Nothing is ever overwritten. */
export function HistoryPage({ title, saves }: HistoryPageProps) {
  return (
    <>
      <h1>
        <span className="nhsuk-caption-xl">Earlier texts</span>
        {title}
      </h1>
      <p>Every save is kept. To bring back an earlier text, copy it from here and save it again.</p>
      {saves.map((save, index) => (
        <section key={save.revision} className="ldr-earlier-text">
          <h2 className="nhsuk-heading-s">
            Save {save.revision}
            {index === 0 ? ', the latest' : ''}
          </h2>
          <p>
            {save.savedBy ?? 'No person is recorded'}, {formatTime(save.savedAt)}
          </p>
          {save.content === null ? <p>It was removed.</p> : <SavedText wording={save.wording} />}
        </section>
      ))}
    </>
  );
}

function SavedText({ wording }: { wording: readonly Wording[] }) {
  return (
    <Details summary="Show what it said">
      {wording
        .filter(({ text }) => text !== '')
        .map(({ label, text }) => (
          <div key={label}>
            <h3 className="nhsuk-heading-xs">{label}</h3>
            <PlainText text={text} />
          </div>
        ))}
    </Details>
  );
}
