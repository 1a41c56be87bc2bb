import { z } from 'zod';
import { digestOf } from '../../../platform/canonical-json.ts';
import { digest, text } from '../../../platform/document-shapes.ts';

/** What every section of a frozen document has beside its kind and content. */
export const sealedShape = {
  id: text,
  title: text,
  /** `assured` sections are left out of the public edition. */
  visibility: z.enum(['public', 'assured']),
  /** Stands for the content where that is left out. */
  digest,
  /** Hexadecimal, for `assured` sections only: without it a short text could be guessed from its digest. */
  salt: text.nullable(),
};

export interface SealedSection<Content = unknown> extends Readonly<z.infer<z.ZodObject<typeof sealedShape>>> {
  /** Null where it is left out. */
  readonly content: Content | null;
}

/** A document that is agreed on, in sections of which some are not for everybody. */
interface SealedDocument {
  readonly sections: readonly SealedSection[];
}

/** A salt that is missing, short or used twice: the sections it should hide could be guessed. */
export class WeakSaltError extends Error {
  override readonly name = 'WeakSaltError';
}

/** Digest of one section's content, salted where a salt is given. */
export function sectionDigest(content: unknown, salt: string | null): string {
  return digestOf(salt === null ? { content } : { content, salt });
}

/**
 * The digest that stands for the whole document, and that every decision names. It is formed over the head and the
 * sections' digests rather than their content, so that the public edition, which leaves some content out, has the very
 * digest that was decided on. Digests of sections that are there are formed anew, never taken on trust.
 */
export function sealedDigest(document: SealedDocument): string {
  const { sections, ...head } = document;
  const manifest = sections.map(({ content, salt, ...rest }) => ({
    ...rest,
    digest: content === null ? rest.digest : sectionDigest(content, salt),
  }));
  return digestOf({ ...head, sections: manifest });
}

/** The document as anyone may read it: assured sections keep their title and digest, and lose content and salt. */
export function publicEdition<Section extends SealedSection, D extends { readonly sections: readonly Section[] }>(
  document: D,
): D {
  const sections = document.sections.map((section) =>
    section.visibility === 'assured' ? { ...section, salt: null, content: null } : section,
  );
  return { ...document, sections };
}

export function refuseWeakSalts(sections: readonly SealedSection[]): void {
  const assured = sections.filter(({ visibility }) => visibility === 'assured');
  const weak = assured.find(({ salt }) => !/^[0-9a-f]{32,128}$/.test(salt ?? ''));
  if (weak !== undefined) {
    throw new WeakSaltError(`The section "${weak.id}" needs a salt of 32 hexadecimal digits`);
  }
  if (new Set(assured.map(({ salt }) => salt)).size !== assured.length) {
    throw new WeakSaltError('A salt is used twice');
  }
}

/** What is wrong with a section of a file; `decided` says what was done about it, such as `endorsed`. */
export function sealProblems(section: SealedSection, decided: string): string[] {
  const { title, visibility, content, salt, digest: kept } = section;
  if (content === null) {
    if (visibility === 'public') {
      return [`The section "${title}" is public, but its content is missing`];
    }
    return salt === null ? [] : [`The section "${title}" gives a salt without its content`];
  }
  if (visibility === 'assured' && salt === null) {
    return [`The section "${title}" has no salt`];
  }
  const formed = sectionDigest(content, salt);
  return formed === kept
    ? []
    : [`The section "${title}" is not as it was ${decided}: its content has the digest ${formed}`];
}
