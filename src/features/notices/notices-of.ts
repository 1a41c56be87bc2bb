import type { Addressee, HeldGrant } from '../identity/index.ts';
import { filledIn, type LetterKind, type ProgrammeLetters } from '../programme/index.ts';
import type { Audience, NoticeDraft } from './notice-draft.ts';

/** What one person is told. */
export interface Notice {
  readonly personId: string;
  readonly kind: LetterKind;
  readonly subject: string;
  readonly body: string;
  /** What stands for a thing that this person must not be told twice; null where they may. */
  readonly once: string | null;
}

export interface NoticeFacts {
  /** Grants in force; at least those at every place of the drafts. */
  readonly grants: readonly HeldGrant[];
  readonly people: ReadonlyMap<string, Addressee>;
  readonly letters: ProgrammeLetters;
  /** Where the service is found, without a slash at the end. */
  readonly publicUrl: string;
}

/**
 * The notices of what happened, in the order of the drafts. Everybody is told a thing once, however many of their roles it
 * concerns; whoever did it knows it already, and the invented people of a demonstration read no mail.
 */
export function noticesOf(drafts: readonly NoticeDraft[], doerId: string | null, facts: NoticeFacts): Notice[] {
  const told = new Set<string>();
  return drafts.flatMap((draft) =>
    holdersOf(draft.to, facts.grants).flatMap((personId) => {
      const person = facts.people.get(personId);
      const isTold = told.has(`${personId} ${draft.kind} ${draft.href}`);
      if (person === undefined || person.isPersona || personId === doerId || isTold) {
        return [];
      }
      told.add(`${personId} ${draft.kind} ${draft.href}`);
      const once = draft.once === undefined ? null : `${draft.once} ${personId}`;
      return [{ personId, once, ...wordsOf(draft, facts) }];
    }),
  );
}

function holdersOf(audiences: readonly Audience[], grants: readonly HeldGrant[]): string[] {
  return grants
    .filter(({ role, scopeKind, scopeId, personId }) =>
      audiences.some(
        (each) =>
          each.scopeKind === scopeKind &&
          each.roles.includes(role) &&
          each.scopeIds.includes(scopeId) &&
          (each.personIds?.includes(personId) ?? true),
      ),
    )
    .map(({ personId }) => personId);
}

function wordsOf(
  { kind, href, known }: NoticeDraft,
  { letters, publicUrl }: NoticeFacts,
): Omit<Notice, 'personId' | 'once'> {
  const { subject, text } = letters[kind];
  const places = { ...known, link: `${publicUrl}${href}` };
  return { kind, subject: filledIn(subject, places), body: filledIn(text, places) };
}
