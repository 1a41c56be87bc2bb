import { type PostedForm, textOf, textsOf } from '../../platform/forms/posted-form.ts';
import { type Likeness, likenesses } from './similarity.ts';

/**
 * What the reader chose to be compared by; null where nothing was chosen yet. A form in which nothing is ticked asks for everybody, and says by
 * `adjusted` that it was sent at all.
 */
export function parseLikenesses(query: PostedForm): readonly Likeness[] | null {
  const asked = textsOf(query, 'like').flatMap((each) => each.split(','));
  return asked.length === 0 && textOf(query, 'adjusted') === ''
    ? null
    : likenesses.filter((each) => asked.includes(each));
}

/** The same as an address asks for it. */
export function likenessQuery(chosen: readonly Likeness[] | null): Readonly<Record<string, string>> {
  return chosen === null ? {} : { like: chosen.join(','), adjusted: 'yes' };
}
