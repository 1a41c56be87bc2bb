import { dayBefore } from '../../../platform/days.ts';
import { formatDate } from '../../../views/format.ts';
import { type ShownStanding, type Source, StandingKey, standingOf, standingWord } from '../../directory/index.ts';
import type { TimelineEntry } from '../timeline/timeline.ts';
import { groupEntries } from '../timeline/timeline-groups.ts';
import { dayWords, entryWords, type WordsContext } from './timeline-words.tsx';

interface TimelineSectionProps extends WordsContext {
  readonly entries: readonly TimelineEntry[];
  /** Those the lines cite. */
  readonly sources: readonly Source[];
}

/** Everything that is recorded to have happened, oldest first; a line marks the day that the page shows. */
export function TimelineSection({ entries, sources, ...context }: TimelineSectionProps) {
  const groups = groupEntries(entries);
  const cited = new Map(sources.map((source) => [source.sourceId, source]));
  const firstLater = groups.findIndex(([entry]) => (entry?.day ?? '') > context.day.asAt);
  return (
    <section aria-labelledby="history">
      <h2 id="history">History</h2>
      {groups.length === 0 ? (
        <p className="ldr-empty">Nothing is recorded of its history.</p>
      ) : (
        <ol className="ldr-history">
          {groups.map((group, index) => (
            <TimelineLine
              key={JSON.stringify(group[0])}
              group={group}
              context={context}
              cited={cited}
              isFirstLater={index === firstLater}
            />
          ))}
        </ol>
      )}
      <StandingKey standings={groups.flatMap(([entry]) => (entry === undefined ? [] : shownStanding(entry, cited)))} />
    </section>
  );
}

interface TimelineLineProps {
  readonly group: readonly TimelineEntry[];
  readonly context: WordsContext;
  readonly cited: ReadonlyMap<string, Source>;
  readonly isFirstLater: boolean;
}

function TimelineLine({ group, context, cited, isFirstLater }: TimelineLineProps) {
  const [entry] = group;
  if (entry === undefined) {
    return null;
  }
  const shownDay = entry.day !== null && entry.fact.kind === 'ended' ? dayBefore(entry.day) : entry.day;
  return (
    <li>
      {isFirstLater && (
        <p className="ldr-history__now">This page shows {formatDate(context.day.asAt)}. What follows came later.</p>
      )}
      <p className="ldr-history__day">
        {shownDay === null ? dayWords(entry, null) : <time dateTime={shownDay}>{dayWords(entry, shownDay)}</time>}
      </p>
      <div className="ldr-history__text">
        {entryWords(group, context)}
        <span className="ldr-line-note">
          {certaintyWords(entry)}
          {standingWord(shownStanding(entry, cited))}: {cited.get(entry.sourceId)?.title ?? entry.sourceId}
        </span>
      </div>
    </li>
  );
}

function shownStanding({ standing, sourceId }: TimelineEntry, cited: ReadonlyMap<string, Source>): ShownStanding {
  const source = cited.get(sourceId);
  return source === undefined ? standing : standingOf(standing, source);
}

function certaintyWords({ certainty }: TimelineEntry): string {
  if (certainty.kind === 'stated') {
    return '';
  }
  return certainty.notBefore === null
    ? 'It was so by this day; when it began is not recorded. '
    : `After ${formatDate(certainty.notBefore)}, when a source still said otherwise; the day itself is not recorded. `;
}
