import type { PutToSign } from './document-repository.ts';

type Signed = Pick<PutToSign, 'digest' | 'frozenAt'>;

interface SignedDocuments {
  /** The one that is looked at. */
  readonly document: Signed;
  readonly others: readonly Signed[];
}

/** An address about the document that is looked at: the last one that was signed need not be named. */
export function ofDocument({ document, others }: SignedDocuments, address: string): string {
  if (others.every(({ frozenAt }) => frozenAt < document.frozenAt)) {
    return address;
  }
  const [page, place] = address.split('#');
  return `${page}?document=${document.digest}${place === undefined ? '' : `#${place}`}`;
}
