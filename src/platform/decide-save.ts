/** What something said once it had been saved that often; revision 0 was never stored. */
export interface Revision<Content> {
  readonly revision: number;
  readonly content: Content;
}

export interface TypedSave<Content, Stored extends Revision<Content>> {
  /** What was typed, under the revision its page was made from. */
  readonly typed: Revision<Content>;
  /** As it is stored, read under the lock that the save holds; null where nothing is, so that nothing can be replaced. */
  readonly stored: Stored | null;
  /** What the revision said that the page was made from, where it is not the stored one and is known. */
  readonly shown?: Content | undefined;
}

export type SaveDecision<Stored> =
  /** To be stored as this revision. */
  | { readonly kind: 'saved'; readonly revision: number }
  /** Nothing to store: it is stored already, or its writer changed nothing. */
  | { readonly kind: 'unchanged'; readonly revision: number }
  /** Somebody else has changed it since the page was made: nothing is stored, and both versions must be shown. */
  | { readonly kind: 'conflict'; readonly saved: Stored };

/**
 * Decides about one thing that somebody saves, so that nobody's words are replaced unseen.
 *
 * Typing what is stored already, or sending back what the page showed, changes nothing: a form sent twice does no harm, and
 * somebody who never touched a field is not asked about it. Any other difference from a newer revision is a conflict. Where
 * `shown` is not given, a difference counts as typed, and so does one from a revision that never was.
 */
export function decideSave<Content, Stored extends Revision<Content> = Revision<Content>>(
  { typed, stored, shown }: TypedSave<Content, Stored>,
  isSame: (a: Content, b: Content) => boolean,
): SaveDecision<Stored> {
  if (stored === null) {
    return { kind: 'saved', revision: 1 };
  }
  const { revision, content } = stored;
  if (isSame(typed.content, content)) {
    return { kind: 'unchanged', revision };
  }
  if (typed.revision === revision) {
    return { kind: 'saved', revision: revision + 1 };
  }
  return shown !== undefined && isSame(typed.content, shown)
    ? { kind: 'unchanged', revision }
    : { kind: 'conflict', saved: stored };
}
