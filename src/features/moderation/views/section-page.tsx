import type { FieldError } from '../../../platform/forms/posted-form.ts';
import { SubmitButton } from '../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../views/forms/error-summary.tsx';
import { RadiosField, TextAreaField } from '../../../views/forms/fields.tsx';
import { Form } from '../../../views/forms/form.tsx';
import { AnswerSaid, LevelFields, PageHead } from '../../assessment/index.ts';
import type { CheckedAnswer, FindingRead, UnsentFinding } from './section-view.ts';

interface ModerationSectionPageProps {
  readonly organisation: string;
  readonly title: string;
  readonly answers: readonly CheckedAnswer[];
  /** Whether the reader can say something to them now. */
  readonly canCheck: boolean;
  /** What was typed and cannot be sent any more, by question. */
  readonly unsent: readonly UnsentFinding[];
  readonly errors: readonly FieldError[];
  /** The digest of what is on the page. */
  readonly digest: string;
  readonly next: { readonly title: string } | null;
  readonly back: string;
}

/** One section of a signed return, checked answer by answer. */
export function ModerationSectionPage(props: ModerationSectionPageProps) {
  const { organisation, title, answers, canCheck, unsent, errors, digest, next, back } = props;
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <ErrorSummary errors={errors} />
        <PageHead organisation={organisation} title={title} />
        {unsent.map(({ id, chosen, reason }) => (
          <div className="nhsuk-inset-text" id={`comment-${id}`} key={id}>
            <p>
              <strong>What you typed about {id}, which was not saved:</strong>
            </p>
            <Met met={chosen} />
            <p className="ldr-as-typed">{reason}</p>
          </div>
        ))}
        {canCheck ? (
          <>
            <p>
              Say of as many answers as you have looked at what you would answer yourself. What you leave open counts as
              it was signed. The organisation, its region and the national team read what you say here; your reasons are
              never published.
            </p>
            <Form>
              <input type="hidden" name="digest" value={digest} />
              {answers.map((answer) => (
                <CheckFields key={answer.id} answer={answer} errors={errors} />
              ))}
              <div className="ldr-buttons">
                {next !== null && (
                  <SubmitButton name="after" value="next">
                    Save and continue
                  </SubmitButton>
                )}
                <SubmitButton secondary={next !== null} name="after" value="list">
                  Save and return to the moderation
                </SubmitButton>
              </div>
            </Form>
          </>
        ) : (
          answers.map((answer) => (
            <section key={answer.id} className="ldr-question">
              <Signed answer={answer} />
              <Standing standing={answer.standing} />
            </section>
          ))
        )}
        <p>
          <a href={back}>Back to the moderation</a>
        </p>
      </div>
    </div>
  );
}

/** A signed answer, with its note. */
export function Signed({ answer: { signed } }: { readonly answer: Pick<CheckedAnswer, 'signed'> }) {
  return (
    <>
      <h2 className="nhsuk-heading-s">{signed.question}</h2>
      <p className="nhsuk-u-margin-bottom-1">As it was signed:</p>
      <div className="ldr-signed-answer">
        <AnswerSaid said={signed} />
        {signed.from !== null && <p className="ldr-level-reason">Given by {signed.from}</p>}
        {signed.note !== '' && <p className="ldr-as-typed">{signed.note}</p>}
      </div>
    </>
  );
}

/** What was found of it, for those who read. */
function Standing({ standing }: { readonly standing: FindingRead | null }) {
  return standing === null ? (
    <p>Not checked.</p>
  ) : (
    <div className="nhsuk-inset-text">
      <p>
        <strong>Found: {standing.said}</strong>
      </p>
      <Met met={standing.met} />
      {standing.reason !== '' && <p className="ldr-as-typed">{standing.reason}</p>}
      <p>{standing.by}</p>
    </div>
  );
}

/** What of the elements of an answer is met. */
export function Met({ met }: { readonly met: readonly string[] }) {
  return met.length === 0 ? null : (
    <ul>
      {met.map((each) => (
        <li key={each}>{each}</li>
      ))}
    </ul>
  );
}

function CheckFields({ answer, errors }: { readonly answer: CheckedAnswer; readonly errors: readonly FieldError[] }) {
  const { id, label, help, choices, levels, chosen, reason, revision, isConflict, standing } = answer;
  return (
    <div className="ldr-question" id={`question-${id}`}>
      <Signed answer={answer} />
      {isConflict && standing !== null && (
        <div className="nhsuk-inset-text">
          <p>
            <strong>
              Saved by {standing.by}: {standing.said}
            </strong>
          </p>
          <Met met={standing.met} />
          {standing.reason !== '' && <p className="ldr-as-typed">{standing.reason}</p>}
          <p>Yours, not saved, is below. Save to put it in place of theirs, or change it to theirs first.</p>
        </div>
      )}
      {isConflict && standing === null && (
        <div className="nhsuk-inset-text">
          <p>Somebody else has taken back what was found here. Yours, not saved, is below.</p>
        </div>
      )}
      {levels === null ? (
        <RadiosField
          name={`answer-${id}`}
          label={label}
          hint={help}
          choices={choices}
          value={chosen[0] ?? ''}
          errors={errors}
          small
        />
      ) : (
        <LevelFields question={{ id, label, help, chosen }} levels={levels} errors={errors} />
      )}
      <TextAreaField
        name={`comment-${id}`}
        label={`Reason for ${id}`}
        hint="Needed where you would answer something else. Up to 2,000 characters."
        value={reason}
        rows={3}
        errors={errors}
      />
      <input type="hidden" name={`revision-${id}`} value={revision} />
      {!isConflict && standing !== null && <p className="nhsuk-hint">Saved by {standing.by}</p>}
    </div>
  );
}
