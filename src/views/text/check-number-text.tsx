import { checkNumber } from '../../platform/canonical-json.ts';
import { DigestText } from './digest-text.tsx';

/** The check number of a text, as the letters about it name it, and the whole digest beneath. */
export function CheckNumberText({ digest }: { digest: string }) {
  return (
    <>
      <strong>{checkNumber(digest)}</strong>
      <span className="ldr-line-note">
        The whole digest: <DigestText digest={digest} />
      </span>
    </>
  );
}
