import { CheckNumberText } from '../../../../views/text/check-number-text.tsx';

interface VerifySignedProps {
  /** Null where it was signed before documents were kept. */
  readonly digest: string | null;
  readonly file: string;
  /** What the file is called after. */
  readonly name: string;
}

/** The document that was signed, and how anybody can check a copy of it. */
export function VerifySigned({ digest, file, name }: VerifySignedProps) {
  if (digest === null) {
    return <p>This was signed before documents were kept, so there is none to verify.</p>;
  }
  return (
    <>
      <p>
        It was signed as one document with this check number. Change one character of it, and the number is another.
      </p>
      <p>
        <CheckNumberText digest={digest} />
      </p>
      <ol className="nhsuk-list nhsuk-list--number">
        <li>
          <a href={file}>Download the document (JSON)</a>.
        </li>
        <li>
          With a copy of this service’s program, run <code>npm run ldr -- verify assessment-{name}.json</code>. It needs
          no network, and says whether the file is whole and unchanged.
        </li>
        <li>Compare the document digest that it prints with the one above.</li>
      </ol>
    </>
  );
}
