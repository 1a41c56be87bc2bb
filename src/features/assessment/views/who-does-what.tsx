import { Details } from '../../../views/details.tsx';
import { sentenceStart } from '../../../views/format.ts';

/** The parts that people have in an assessment; `signer` is who signs it, within a sentence. */
export function WhoDoesWhat({ signer }: { signer: string }) {
  return (
    <Details summary="Who does what">
      <ul>
        <li>
          <strong>Contributors</strong> answer the sections they know best, with a note of the evidence.
        </li>
        <li>
          <strong>The coordinator</strong> sees that every question is answered, checks the answers and asks for
          authorisation.
        </li>
        <li>
          <strong>{sentenceStart(signer)}</strong> reads the answers and scores, signs the declaration and so submits
          them. A coordinator alone cannot.
        </li>
      </ul>
      <p>Anyone in these roles can answer. Every change is kept with who made it and when.</p>
    </Details>
  );
}
