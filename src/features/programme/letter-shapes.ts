import { z } from 'zod';
import { typographic } from '../../platform/typographic.ts';
import { type LetterKind, type LetterWords, letterKinds, placesNamed } from './letter-kinds.ts';

/** Words of one kind: every place that they name is one that is known when such a letter is written. */
function wordsShape(kind: LetterKind): z.ZodType<LetterWords> {
  const { asks, places } = letterKinds[kind];
  const known: readonly string[] = places;
  const list = known.map((place) => `{${place}}`).join(', ');
  const words = z
    .string()
    .trim()
    .min(1, 'must not be empty')
    .overwrite(typographic)
    .superRefine((text, context) => {
      for (const name of placesNamed(text).filter((each) => !known.includes(each))) {
        context.addIssue({
          code: 'custom',
          message: `nothing is known here to put in place of {${name}}; there is ${list}`,
        });
      }
    });
  const text = words.refine((written) => !asks || placesNamed(written).includes('link'), {
    error: 'must say {link}: the e-mail asks its reader to do something, and leads to where it is done',
  });
  return z.strictObject({ subject: words, text });
}

const kinds = Object.keys(letterKinds) as LetterKind[];

/** The words of every letter: none may be missing. */
export const lettersShape = z.strictObject(
  Object.fromEntries(kinds.map((kind) => [kind, wordsShape(kind)])) as Record<LetterKind, z.ZodType<LetterWords>>,
);
