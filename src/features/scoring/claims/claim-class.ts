import type { Standing } from '../../programme/index.ts';

/** How far an answer or a score has been borne out, the least first. */
export type ClaimClass = 'asserted' | 'evidenced' | 'peer-checked' | 'observed' | 'official';

export const claimClassWords: Readonly<Record<ClaimClass, { readonly label: string; readonly meaning: string }>> = {
  asserted: { label: 'Asserted', meaning: 'the organisation says so' },
  evidenced: { label: 'Evidenced', meaning: 'the organisation says so, and gives evidence for it' },
  'peer-checked': {
    label: 'Peer-checked',
    meaning: 'somebody from outside the organisation checked it and found the same',
  },
  observed: {
    label: 'Observed',
    meaning: 'a figure that an official body published about the organisation bears it out',
  },
  official: { label: 'Official', meaning: 'a national body published it as its own result' },
};

/** The classes that what an organisation says of itself can have. */
export type OwnClass = Exclude<ClaimClass, 'official'>;

/** The classes that a score worked out here can have. Figures are about single answers, so no score is observed. */
export type ScoreClass = Exclude<OwnClass, 'observed'>;

/** The class of results that somebody else published; null where they are only said to be so. */
export function classOfPublished(standing: Standing): 'official' | null {
  return standing === 'official' ? 'official' : null;
}
