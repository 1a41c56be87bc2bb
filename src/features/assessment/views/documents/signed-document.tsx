import { formatTime } from '../../../../views/format.ts';
import type { PutToSign } from '../../../return-documents/index.ts';
import { VerifySigned } from './verify-signed.tsx';

interface SignedDocumentProps {
  /** Null where it was signed before documents were kept. */
  readonly signed: PutToSign | null;
  readonly href: (digest: string) => string;
  /** Where every document stands that was put to be signed. */
  readonly history: string;
}

/** What an organisation signed, for itself: with its answers and notes. */
export function SignedDocument({ signed, href, history }: SignedDocumentProps) {
  const digest = signed?.digest ?? null;
  return (
    <section aria-labelledby="signed-document">
      <h2 id="signed-document">What was signed</h2>
      {signed?.signature?.person != null && signed.signature.person.name !== '' && (
        <p>
          Signed by {signed.signature.person.name}, {signed.signature.person.role}, on{' '}
          {formatTime(new Date(signed.signature.at))}.
        </p>
      )}
      <VerifySigned digest={digest} file={digest === null ? '' : href(digest)} name={digest ?? ''} />
      {digest !== null && (
        <p>
          This file has the answers and notes too. That for everybody has the same digest and leaves them out; it stands
          on the public page once the result is public. <a href={history}>See every time it was put to be signed</a>
        </p>
      )}
    </section>
  );
}
