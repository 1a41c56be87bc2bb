import { Details } from '../../../views/details.tsx';
import { formatTimeOfDay, formatTimeSpan } from '../../../views/format.ts';
import { PlainText } from '../../../views/text/plain-text.tsx';
import type { EarlierSave } from '../drafts/save-repository.ts';
import { SITTING_PAUSE_MINUTES, type Sitting, sittingsOf } from '../drafts/sittings.ts';
import type { Wording } from '../drafts/wording.ts';

type WordedSave = EarlierSave & { readonly wording: readonly Wording[] };

interface HistoryPageProps {
  readonly title: string;
  /** Newest first, each in words. */
  readonly saves: readonly WordedSave[];
}

/** Every text that was saved for one thing, with who saved it and when, by sittings. Nothing is ever overwritten. */
export function HistoryPage({ title, saves }: HistoryPageProps) {
  return (
    <>
      <h1>
        <span className="nhsuk-caption-xl">Earlier texts</span>
        {title}
      </h1>
      <p>
        Every save is kept. Saves that one person made within {SITTING_PAUSE_MINUTES} minutes of each other stand
        together. To bring back an earlier text, copy it from here and save it again.
      </p>
      {sittingsOf(saves).map((sitting, index) => (
        <SittingSection key={sitting.last.revision} sitting={sitting} isLatest={index === 0} />
      ))}
    </>
  );
}

function SittingSection({ sitting, isLatest }: { sitting: Sitting<WordedSave>; isLatest: boolean }) {
  const { last, earlier } = sitting;
  const first = earlier.at(-1) ?? last;
  const name = first === last ? `Save ${last.revision}` : `Saves ${first.revision} to ${last.revision}`;
  return (
    <section className="ldr-earlier-text">
      <h2 className="nhsuk-heading-s">
        {name}
        {isLatest ? ', the latest' : ''}
      </h2>
      <p>
        {last.savedBy ?? 'No person is recorded'}, {formatTimeSpan(first.savedAt, last.savedAt)}
      </p>
      {last.content === null ? (
        <p>It was removed.</p>
      ) : (
        <Details summary="Show what it said">
          <SavedText wording={last.wording} heading="h3" />
        </Details>
      )}
      {earlier.length > 0 && <EarlierSaves saves={earlier} />}
    </section>
  );
}

function EarlierSaves({ saves }: { saves: readonly WordedSave[] }) {
  return (
    <Details summary={saves.length === 1 ? 'Show the save before it' : `Show the ${saves.length} saves before it`}>
      {saves.map(({ revision, savedAt, wording }) => (
        <section key={revision}>
          <h3 className="nhsuk-heading-s">
            Save {revision}, at {formatTimeOfDay(savedAt)}
          </h3>
          <SavedText wording={wording} heading="h4" />
        </section>
      ))}
    </Details>
  );
}

function SavedText({ wording, heading: Heading }: { wording: readonly Wording[]; heading: 'h3' | 'h4' }) {
  return wording
    .filter(({ text }) => text !== '')
    .map(({ label, text }) => (
      <div key={label}>
        <Heading className="nhsuk-heading-xs">{label}</Heading>
        <PlainText text={text} />
      </div>
    ));
}
