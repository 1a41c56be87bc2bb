import { rolesFor } from '../identity/index.ts';
import type { NotePlace } from '../private-notes/index.ts';
import type { LetterKind } from '../programme/index.ts';
import { takingPart } from '../threads/index.ts';
import type { Happening } from './happening.ts';
import type { Audience, NoticeDraft } from './notice-draft.ts';

const kinds: Readonly<Partial<Record<string, LetterKind>>> = {
  'thread.reply': 'private-note-added',
  'thread.resolve': 'private-notes-resolved',
  'thread.reopen': 'private-notes-reopened',
};

/**
 * Whom to tell of a step in a thread of private notes: those whom it mentions, and of every step but the first those who took part before. Nothing of
 * what is written is in the letters, since more people read those than read the notes.
 */
export function noteNotices({ action, by, detail }: Happening, place: NotePlace): NoticeDraft[] {
  const { thread, href, name: organisation, question, round } = place;
  const number = detail.step ?? 0;
  const mentioned =
    thread.steps.find((step) => step.number === number)?.mentioned.map(({ personId }) => personId) ?? [];
  const others = [...takingPart(thread, number)].filter((personId) => !mentioned.includes(personId));
  const known = { organisation, round: round.label, question, by };
  const draft = (kind: LetterKind, personIds: readonly string[]): NoticeDraft => ({
    kind,
    to: [readersOf(place, personIds)],
    href,
    known,
  });
  const kind = kinds[action];
  return [draft('private-note-mention', mentioned), ...(kind === undefined ? [] : [draft(kind, others)])];
}

function readersOf({ organisationId }: NotePlace, personIds: readonly string[]): Audience {
  const roles = rolesFor('private-note.read');
  return { roles, scopeKind: 'organisation', scopeIds: [organisationId], personIds };
}
