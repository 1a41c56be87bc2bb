import { DigestText } from '../../../../views/text/digest-text.tsx';

/** Stands where something is left out of the public edition. */
export function Withheld({ digest }: { digest: string }) {
  return (
    <div className="ldr-empty">
      <p>This part was read by the regional reviewer and is left out of the public edition.</p>
      <p>
        Its digest stands for it: <DigestText digest={digest} />
      </p>
    </div>
  );
}
