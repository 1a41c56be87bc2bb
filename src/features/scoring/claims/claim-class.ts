import type { Standing } from '../../programme/index.ts';

/**
 * How far an answer or a score has been borne out. Only what can be is here: nothing is observed yet, since no indicator is held that an
 * answer could be set against, so nothing can be called so.
 */
export type ClaimClass = 'asserted' | 'evidenced' | 'peer-checked' | 'official';

export const claimClassWords: Readonly<Record<ClaimClass, { readonly label: string; readonly meaning: string }>> = {
  asserted: { label: 'Asserted', meaning: 'the organisation says so' },
  evidenced: { label: 'Evidenced', meaning: 'the organisation says so, and gives evidence for it' },
  'peer-checked': {
    label: 'Peer-checked',
    meaning: 'somebody from outside the organisation checked it and found the same',
  },
  official: { label: 'Official', meaning: 'a national body published it as its own result' },
};

/** The classes that what an organisation says of itself can have. */
export type OwnClass = Exclude<ClaimClass, 'official'>;

/** The class of results that somebody else published; null where they are only said to be so. */
export function classOfPublished(standing: Standing): 'official' | null {
  return standing === 'official' ? 'official' : null;
}
