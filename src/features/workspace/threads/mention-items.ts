import { formatDate } from '../../../views/format.ts';
import type { Actor } from '../../identity/index.ts';
import type { NotePlace } from '../../private-notes/index.ts';
import { openMentions } from '../../threads/index.ts';
import type { WorkItem } from '../work-item.ts';

/** Open threads of private notes in which somebody is mentioned: they wait for them until they have written in it, and are there to look at then. */
export function mentionItems({ personId }: Actor, places: readonly NotePlace[]): WorkItem[] {
  return places.flatMap(({ thread, question, name, round, href }) =>
    openMentions(thread)
      .filter((mention) => mention.personId === personId)
      .map(({ by, at, hasAnswered }) => ({
        id: `mention-${thread.threadId}`,
        text: hasAnswered
          ? `Private notes for ${question}: ${name}, “${round.label}”`
          : `Answer ${by} in the private notes for ${question}, ${name}, “${round.label}”`,
        href,
        hint: `${by} mentioned you on ${formatDate(at)}`,
        dueOn: null,
        waits: !hasAnswered,
        part: null,
        heldBy: null,
      })),
  );
}
