import { paths } from '../../../paths.ts';
import type { FieldError } from '../../../platform/forms/posted-form.ts';
import { type TypedForm, typedText } from '../../../platform/forms/typed-form.ts';
import { DataTable } from '../../../views/data-table.tsx';
import { formatDate, formatTime } from '../../../views/format.ts';
import { SubmitButton } from '../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../views/forms/error-summary.tsx';
import { RadiosField, TextAreaField } from '../../../views/forms/fields.tsx';
import { Form } from '../../../views/forms/form.tsx';
import { SummaryList } from '../../../views/summary-list.tsx';
import { type ContradictionKind, contradictionKinds, decisionsFor } from '../contradictions/contradiction.ts';
import type { DecisionMade, KeptContradiction } from '../contradictions/contradiction-repository.ts';
import type { Taking } from '../contradictions/read-taking.ts';
import { deciderOf, decisionLabels, decisionWords, nameOfContradiction, onlyKeptWords } from './contradiction-words.ts';
import { withDaysInWords } from './import-words.ts';
import { TakingSection } from './taking-section.tsx';

interface Props {
  readonly contradiction: KeptContradiction;
  /** Decisions that hold no longer, the newest first. */
  readonly earlier: readonly DecisionMade[];
  /** What would follow if it were taken; null where it cannot be. */
  readonly taking: Taking | null;
  readonly typed: TypedForm;
  readonly errors: readonly FieldError[];
}

/** What is known beside what a file says, what was decided, and deciding. */
export function ContradictionPage({ contradiction, earlier, taking, typed, errors }: Props) {
  const { kind, code, known, knownSource, said, source, sourceRow, datedOn, last } = contradiction;
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1>
        <span className="nhsuk-caption-xl">{contradictionKinds[kind]}</span>
        {nameOfContradiction(contradiction)}
      </h1>
      <div className="nhsuk-grid-row">
        <div className="nhsuk-grid-column-one-half">
          <h2>Known</h2>
          <SummaryList
            rows={[
              { key: 'What', value: withDaysInWords(known) },
              { key: 'Source', value: knownSource ?? 'None is on record' },
            ]}
          />
        </div>
        <div className="nhsuk-grid-column-one-half">
          <h2>In the file</h2>
          <SummaryList
            rows={[
              { key: 'What', value: withDaysInWords(said) },
              { key: 'Source', value: sourceRow === null ? source : `${source}, row ${sourceRow}` },
              { key: 'Of the day', value: formatDate(datedOn) },
            ]}
          />
        </div>
      </div>
      {kind !== 'succession' && (
        <p>
          <a href={paths.organisation(code)}>See what the directory says of {code} now</a>
        </p>
      )}
      {last !== null && (
        <>
          <h2>Decision</h2>
          <SummaryList
            rows={[
              { key: 'Decision', value: decisionLabels[last.decision] },
              { key: 'Reason', value: last.reason },
              { key: 'By', value: `${deciderOf(last)}, ${formatTime(last.at)}` },
            ]}
          />
          {earlier.length > 0 && (
            <DataTable
              caption="Earlier decisions, newest first"
              rows={earlier}
              rowKey={(row) => String(row.number)}
              empty=""
              columns={[
                { heading: 'Decision', isRowHeading: true, cell: (row) => decisionLabels[row.decision] },
                { heading: 'Reason', cell: (row) => row.reason },
                { heading: 'By', cell: deciderOf },
                { heading: 'When', cell: (row) => formatTime(row.at) },
              ]}
            />
          )}
        </>
      )}
      <DecisionForm contradiction={contradiction} taking={taking} typed={typed} errors={errors} />
    </>
  );
}

/** What was taken is part of the directory; what was kept can still be taken, where it can be at all. */
function DecisionForm({ contradiction, taking, typed, errors }: Omit<Props, 'earlier'>) {
  const { contradictionId, kind, last } = contradiction;
  const all = decisionsFor(kind, last?.decision);
  const offered = taking?.kind === 'does-not-hold' ? all.filter((decision) => decision !== 'take') : all;
  if (offered.length === 0) {
    return <WhyNothing kind={kind} taking={taking} />;
  }
  return (
    <Form action={paths.contradiction(contradictionId)}>
      <h2>{last === null ? 'Decide' : 'Decide anew'}</h2>
      <p>{taking?.kind === 'does-not-hold' ? onlyKeptWords : decisionWords[kind]}</p>
      {taking !== null && <TakingSection taking={taking} />}
      <input type="hidden" name="seen" value={last?.number ?? 0} />
      {taking?.kind === 'holds' && <input type="hidden" name="shown" value={taking.digest} />}
      <RadiosField
        name="decision"
        label="What holds?"
        choices={offered.map((value) => ({ value, label: decisionLabels[value] }))}
        value={typedText(typed, 'decision')}
        errors={errors}
      />
      <TextAreaField
        name="reason"
        label="Reason"
        hint="It is kept with the decision, for those who meet the same again."
        rows={3}
        value={typedText(typed, 'reason')}
        errors={errors}
      />
      <SubmitButton>Record the decision</SubmitButton>
    </Form>
  );
}

/** Where neither decision can be made any more, why. */
function WhyNothing({ kind, taking }: { readonly kind: ContradictionKind; readonly taking: Taking | null }) {
  if (kind !== 'reopened') {
    return <p>{decisionWords[kind]}</p>;
  }
  return taking === null ? (
    <p>What the file says was taken. It is part of the directory, and cannot be taken back here: a newer file can.</p>
  ) : (
    <p>{onlyKeptWords}</p>
  );
}
