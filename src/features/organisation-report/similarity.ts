/** What organisations can be alike in: facts of the register and what they were assessed as, each of which the reader may choose. */
export const likenesses = ['setting', 'type', 'region'] as const;

export type Likeness = (typeof likenesses)[number];

/** What is on record of an organisation as it was assessed; null where nothing is. */
export type KnownFacts = Readonly<Record<Likeness, string | null>>;

/** What somebody is compared by before they have chosen anything. */
const usual: readonly Likeness[] = ['setting', 'type'];

/**
 * Those that are like one in all that is chosen. What is not on record of somebody is like nothing, not even like another thing that is not on
 * record; so where it is not on record of the one, nobody is like it.
 */
export function similarTo<Other extends { readonly facts: KnownFacts }>(
  own: KnownFacts,
  others: readonly Other[],
  chosen: readonly Likeness[],
): Other[] {
  return others.filter(({ facts }) => chosen.every((each) => own[each] !== null && facts[each] === own[each]));
}

/** What can be chosen for one of whom so much is on record, in the order in which it is offered. */
export function likenessesOf(own: KnownFacts): Likeness[] {
  return likenesses.filter((each) => own[each] !== null);
}

/**
 * What one is compared by until the reader says otherwise: its care setting and its type, or where fewer than `enough` are like it in
 * both, its care setting alone.
 */
export function usualLikenesses(
  own: KnownFacts,
  others: readonly { readonly facts: KnownFacts }[],
  enough: number,
): readonly Likeness[] {
  const known = usual.filter((each) => own[each] !== null);
  return similarTo(own, others, known).length < enough ? known.filter((each) => each === 'setting') : known;
}
