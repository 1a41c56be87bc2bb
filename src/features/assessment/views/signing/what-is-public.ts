import { listInWords } from '../../../../views/format.ts';
import { getSection, type Instrument } from '../../../programme/index.ts';
import { FEWEST_ANSWERS_SHOWN, type StoredScore, withheldSections } from '../../../scoring/index.ts';

/** What becomes of that which is signed: what everybody reads of it, and what they never do. */
export function whatIsPublic(instrument: Instrument, scores: readonly StoredScore[]): string[] {
  const withheld = [...withheldSections(instrument, scores)].map((id) => getSection(instrument, id).title);
  return [
    'Everybody reads the scores, how many answers they rest on and how far they are borne out, beside those of others.',
    ...(withheld.length === 0
      ? []
      : [
          `The ${withheld.length === 1 ? 'score' : 'scores'} of ${listInWords(withheld)} ${withheld.length === 1 ? 'is' : 'are'} left out, as fewer than ${FEWEST_ANSWERS_SHOWN} answers in a section would be told by its score.`,
        ]),
    'The region and the national team read answers and notes too, once it is signed. Private notes stay in your organisation.',
  ];
}
