import type { FieldError } from '../../../../platform/forms/posted-form.ts';
import { countOf } from '../../../../views/format.ts';
import { SubmitButton } from '../../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../../views/forms/error-summary.tsx';
import { TextAreaField } from '../../../../views/forms/fields.tsx';
import { Form } from '../../../../views/forms/form.tsx';
import { senseNoteField, senseRevisionField } from '../../../sense-checks/index.ts';
import { PageHead } from '../page-head.tsx';
import { SenseChecksSaid } from './sense-checks-said.tsx';
import type { SenseChecksView, SenseCheckView } from './sense-checks-view.ts';

interface SenseChecksPageProps {
  readonly organisation: string;
  readonly view: SenseChecksView;
  readonly isAnythingAnswered: boolean;
  /** Why nothing can be said here; null where it can. */
  readonly closed: string | null;
  readonly errors: readonly FieldError[];
  /** The list of sections. */
  readonly list: string;
}

/** What is worth a second look in the answers, to change them or to say why they are so. */
export function SenseChecksPage({
  organisation,
  view,
  isAnythingAnswered,
  closed,
  errors,
  list,
}: SenseChecksPageProps) {
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <ErrorSummary errors={errors} />
        <PageHead organisation={organisation} title="Worth a second look" />
        <p>
          These are questions about the answers, not faults: most of what looks odd has a good reason. None of them
          stops the assessment.
        </p>
        {isAnythingAnswered || view.checks.length > 0 ? (
          <Asked view={view} closed={closed} errors={errors} />
        ) : (
          <p>Nothing has been answered yet, so there is nothing to look at.</p>
        )}
        {view.gone.length > 0 && <Gone view={view} />}
        <p>
          <a href={list}>Back to the list of sections</a>
        </p>
      </div>
    </div>
  );
}

function Asked({ view, closed, errors }: Pick<SenseChecksPageProps, 'view' | 'closed' | 'errors'>) {
  return closed === null ? <Open view={view} errors={errors} /> : <Closed view={view} reason={closed} />;
}

function Open({ view, errors }: { view: SenseChecksView; errors: readonly FieldError[] }) {
  return (
    <>
      {view.checks.length === 0 ? (
        <p>Nothing in the answers so far needs a second look.</p>
      ) : (
        <>
          <p>
            Change the answer, or say here why it is so. Whoever signs reads what you say, and so do the people who
            review the assessment once it is submitted. It is never published.
          </p>
          <Form savesItself>
            {view.checks.map((check) => (
              <Check key={check.key} check={check} errors={errors} />
            ))}
            <SubmitButton>Save</SubmitButton>
          </Form>
        </>
      )}
    </>
  );
}

function Check({ check, errors }: { check: SenseCheckView; errors: readonly FieldError[] }) {
  return (
    // No landmark: several may be of one kind, and none is a place of its own.
    <section>
      <h2 className="nhsuk-heading-s">{check.label}</h2>
      <input type="hidden" name={senseRevisionField(check.key)} value={check.revision} />
      <TextAreaField
        name={senseNoteField(check.key)}
        label={check.asks}
        hint={check.said === null ? 'Say why it is so, or change the answer.' : `Said ${check.said}.`}
        value={check.note}
        rows={3}
        errors={errors}
      />
      {check.otherwise !== null && (
        <div className="nhsuk-inset-text">
          <p>It says now:</p>
          <p className="ldr-as-typed">{check.otherwise === '' ? 'Nothing' : check.otherwise}</p>
        </div>
      )}
      <p>
        <a href={check.link.href}>{check.link.text}</a>
      </p>
    </section>
  );
}

function Gone({ view }: { view: SenseChecksView }) {
  return (
    <section aria-labelledby="gone">
      <h2 className="nhsuk-heading-m" id="gone" tabIndex={-1}>
        What could not be saved
      </h2>
      <p>{countOf(view.gone.length, 'note')} of yours. Copy what you still need.</p>
      {view.gone.map(({ key, note }) => (
        <p key={key} className="ldr-as-typed">
          {note}
        </p>
      ))}
    </section>
  );
}

function Closed({ view, reason }: { view: SenseChecksView; reason: string }) {
  return (
    <>
      <p>{reason}</p>
      <SenseChecksSaid view={view} />
    </>
  );
}
