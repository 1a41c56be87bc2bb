import { countOf } from '../../../views/format.ts';
import { type ClaimBasis, classOfScore } from './claim.ts';
import { claimClassWords } from './claim-class.ts';

/** The class of a score as it stands in a sentence, with the answers that are borne out better: `asserted, 2 evidenced`; empty where it has none. */
export function classInWords(basis: ClaimBasis): string {
  const found = classOfScore(basis);
  if (found === null) {
    return '';
  }
  const { evidenced, checks } = basis;
  return [
    claimClassWords[found].label.toLowerCase(),
    ...(found === 'asserted' && evidenced !== null && evidenced > 0 ? [`${evidenced} evidenced`] : []),
    ...(found !== 'peer-checked' && checks !== undefined && checks.confirmed > 0
      ? [`${checks.confirmed} peer-checked`]
      : []),
  ].join(', ');
}

/** The same as a sentence of its own, which says what it means; null where there is no score. */
export function classSentence(basis: ClaimBasis): string | null {
  const found = classOfScore(basis);
  if (found === null) {
    return null;
  }
  const { label, meaning } = claimClassWords[found];
  const checked = found === 'peer-checked' ? '' : checkedInWords(basis);
  return `${label}: ${meaning}${found === 'asserted' ? evidencedInWords(basis) : ''}.${checked}`;
}

function checkedInWords({ answered, checks }: ClaimBasis): string {
  return checks === undefined || checks.confirmed === 0
    ? ''
    : ` Of ${countOf(answered, 'answer')} ${checks.confirmed} ${checks.confirmed === 1 ? 'was' : 'were'} checked from outside and found the same.`;
}

function evidencedInWords({ answered, evidenced }: ClaimBasis): string {
  if (evidenced === null) {
    return '';
  }
  return evidenced === 0
    ? ', and gives no evidence'
    : `, and gives evidence for ${evidenced} of ${countOf(answered, 'answer')}`;
}
