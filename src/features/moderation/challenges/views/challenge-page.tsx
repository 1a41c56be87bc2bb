import type { FieldError } from '../../../../platform/forms/posted-form.ts';
import { SubmitButton } from '../../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../../views/forms/error-summary.tsx';
import { RadiosField, TextAreaField } from '../../../../views/forms/fields.tsx';
import { Form } from '../../../../views/forms/form.tsx';
import { LevelFields, PageHead } from '../../../assessment/index.ts';
import { Met, Signed } from '../../views/section-page.tsx';
import type { FindingRead } from '../../views/section-view.ts';
import type { ChallengeView } from './challenge-view.ts';

interface ChallengePageProps {
  readonly organisation: string;
  readonly title: string;
  readonly view: ChallengeView;
  /** Of the document on the page. */
  readonly digest: string;
  /** Why it is challenged, as it was typed. */
  readonly reason: string;
  /** What was typed and cannot be sent any more. */
  readonly unsent: string;
  readonly errors: readonly FieldError[];
  readonly back: string;
}

/** What was found of one answer, whether its organisation challenges that, and what was answered. */
export function ChallengePage(props: ChallengePageProps) {
  const { organisation, title, view, unsent, errors, back } = props;
  const { answer, found, challenge, decision, whyNot } = view;
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <ErrorSummary errors={errors} />
        <PageHead organisation={organisation} title={title} />
        {unsent !== '' && (
          <div className="nhsuk-inset-text" id="unsent">
            <p>
              <strong>What you typed, which was not saved:</strong>
            </p>
            <p className="ldr-as-typed">{unsent}</p>
          </div>
        )}
        <Signed answer={answer} />
        <Found head={`Found: ${found.said}`} found={found} />
        {challenge !== null && (
          <div className="nhsuk-inset-text">
            <p>
              <strong>{challenge.head}</strong>
            </p>
            <p className="ldr-as-typed">{challenge.text}</p>
          </div>
        )}
        {decision !== null && (
          <div className="nhsuk-inset-text">
            <p>
              <strong>{decision.head}</strong>
            </p>
            <p className="ldr-as-typed">{decision.text}</p>
            {decision.instead !== null && (
              <>
                <p>
                  Found now: {decision.instead.said === 'The same' ? 'the same as was signed' : decision.instead.said}
                </p>
                <Met met={decision.instead.met} />
              </>
            )}
          </div>
        )}
        {whyNot !== '' && <p>{whyNot}</p>}
        <Forms {...props} />
        <p>
          <a href={back}>Back to the moderation</a>
        </p>
      </div>
    </div>
  );
}

function Found({ head, found }: { readonly head: string; readonly found: FindingRead }) {
  return (
    <div className="nhsuk-inset-text">
      <p>
        <strong>{head}</strong>
      </p>
      <Met met={found.met} />
      <p className="ldr-as-typed">{found.reason}</p>
      <p>{found.by}</p>
    </div>
  );
}

function Forms({ view, digest, reason, errors }: ChallengePageProps) {
  const { form, answer, questionId, action, challengedBefore, challenge, decision } = view;
  if (form === null) {
    return challenge !== null && decision === null ? <p>Nobody has answered the challenge yet.</p> : null;
  }
  if (form === 'challenge') {
    return (
      <Form action={action}>
        <input type="hidden" name="digest" value={digest} />
        <p>
          You can challenge this before {challengedBefore}, once. Somebody else than who found it reads your reason, and
          answers for good. Nothing of the moderation is public before that.
        </p>
        <TextAreaField
          name="reason"
          label="Why do you challenge it?"
          hint="Up to 2,000 characters. Your region and the national team read it; it is never published."
          value={reason}
          errors={errors}
        />
        <SubmitButton>Challenge what was found</SubmitButton>
      </Form>
    );
  }
  return (
    <Form action={action}>
      <input type="hidden" name="digest" value={digest} />
      {answer.levels === null ? (
        <RadiosField
          name={`answer-${questionId}`}
          label={answer.label}
          hint={answer.help}
          choices={answer.choices}
          value={answer.chosen[0] ?? ''}
          errors={errors}
          small
        />
      ) : (
        <LevelFields
          question={{ id: questionId, label: answer.label, help: answer.help, chosen: answer.chosen }}
          levels={answer.levels}
          errors={errors}
        />
      )}
      <TextAreaField
        name={`comment-${questionId}`}
        label="Why?"
        hint="Up to 2,000 characters. The organisation reads it; it is never published."
        value={answer.reason}
        errors={errors}
      />
      <input type="hidden" name={`revision-${questionId}`} value={answer.revision} />
      <p>
        What was found stands where you find the same again. Otherwise the scores that were found are worked out anew.
        It cannot be taken back.
      </p>
      <SubmitButton>Answer the challenge</SubmitButton>
    </Form>
  );
}
