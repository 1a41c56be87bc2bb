import { Details } from '../../../../views/details.tsx';
import { countOf } from '../../../../views/format.ts';
import { SubmitButton } from '../../../../views/forms/button.tsx';
import { EvidenceFacts, EvidenceName } from './evidence-parts.tsx';
import type { EvidenceLine } from './evidence-view.ts';

/** What answers rest on, by question, for whoever may read it. */
export type EvidenceBeside = ReadonlyMap<string, readonly (EvidenceLine & { readonly page: string })[]>;

/** What the posted value of the button begins with that saves the answers and goes on to the evidence for one of them. */
export const evidenceAfter = 'evidence:';

/** Beside a question to answer: what its answer rests on, and the way to more, which saves the page first so that nothing typed is lost. */
export function QuestionEvidence({ questionId, beside }: { questionId: string; beside: EvidenceBeside }) {
  const lines = beside.get(questionId) ?? [];
  const summary = `Evidence for ${questionId}: ${lines.length === 0 ? 'none' : countOf(lines.length, 'item')}`;
  return (
    <Details summary={summary}>
      <EvidenceList lines={lines} />
      <SubmitButton secondary name="after" value={`${evidenceAfter}${questionId}`}>
        Save and add evidence<span className="nhsuk-u-visually-hidden"> for {questionId}</span>
      </SubmitButton>
    </Details>
  );
}

/** What one answer rests on, to read. */
export function EvidenceList({ lines }: { lines: readonly (EvidenceLine & { readonly page: string })[] }) {
  return lines.length === 0 ? null : (
    <ul className="nhsuk-list ldr-evidence">
      {lines.map((line) => (
        <li key={line.id}>
          <EvidenceName line={line} />
          <br />
          <EvidenceFacts line={line} />
          {line.page !== '' && `. See ${line.page}`}
        </li>
      ))}
    </ul>
  );
}
