import type { FieldError } from '../../../../platform/forms/posted-form.ts';
import { Details } from '../../../../views/details.tsx';
import { SubmitButton } from '../../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../../views/forms/error-summary.tsx';
import { useExampleDays } from '../../../../views/forms/example-days.ts';
import { CheckboxesField, TextField } from '../../../../views/forms/fields.tsx';
import { Form } from '../../../../views/forms/form.tsx';
import { SummaryList } from '../../../../views/summary-list.tsx';
import { CheckNumberText } from '../../../../views/text/check-number-text.tsx';
import type { Signing } from '../../../programme/index.ts';
import { AssessmentResult } from '../assessment-result.tsx';
import { type AnswerToRead, SignedAnswers } from '../documents/signed-answers.tsx';
import { NotesLine, type NotesLink, type PollsLink } from '../notes/notes-beside.tsx';
import { PageHead } from '../page-head.tsx';
import type { ResultView } from '../result-view.ts';
import { SecondLookSection } from '../sense-checks/sense-checks-said.tsx';
import type { SenseChecksView } from '../sense-checks/sense-checks-view.ts';

export interface SectionToRead {
  readonly title: string;
  readonly href: string;
  readonly answers: readonly AnswerToRead[];
}

export interface AuthoriseView {
  readonly organisation: string;
  readonly round: string;
  readonly requested: string;
  readonly completeness: string;
  /** How far the scores are borne out. */
  readonly claim: string;
  /** In which sections another organisation gave the answers; null where in none. */
  readonly together: string | null;
  /** What is asked about the answers; null where they were not looked at so. */
  readonly secondLook: SenseChecksView | null;
  readonly result: ResultView;
  readonly sections: readonly SectionToRead[];
  readonly declaration: string;
  /** Whether it is asked on which day a board approved it. */
  readonly boardApproval: Signing['boardApproval'];
  /** Who signs, in which role. */
  readonly signer: string;
  /** When everybody will read the scores, as a sentence. */
  readonly publicWhen: string;
  /** Of the document that is signed. */
  readonly digest: string;
  /** Whose account it is, and of what. */
  readonly what: readonly { readonly key: string; readonly value: string }[];
  readonly returnHref: string;
}

interface AuthorisePageProps {
  readonly view: AuthoriseView;
  /** Null for whoever may not read them. */
  readonly notes: (NotesLink & PollsLink) | null;
  /** The day of a board's approval as it was typed. */
  readonly typedDay: string;
  readonly errors: readonly FieldError[];
}

/** All that whoever signs must know before, and the place to sign. */
export function AuthorisePage({ view, notes, typedDay, errors }: AuthorisePageProps) {
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <ErrorSummary errors={errors} />
        <PageHead organisation={view.organisation} title={`Authorise: ${view.round}`} />
        <p>Read what the organisation says of itself. Then sign it, or return it with a reason.</p>
        <SummaryList
          rows={[
            ...view.what,
            { key: 'Asked for', value: view.requested },
            { key: 'Completeness', value: view.completeness },
            { key: 'Class of the scores', value: view.claim },
            ...(view.together === null ? [] : [{ key: 'Answered together', value: view.together }]),
          ]}
        />
        <SecondLookSection title="Worth a second look" view={view.secondLook} />
        <NotesLine notes={notes} />
        <h2>The scores you would submit</h2>
        <AssessmentResult view={view.result} />
        <h2>The answers</h2>
        <Details summary="Read the answers, section by section">
          <ul>
            {view.sections.map(({ title, href, answers }) => (
              <li key={href}>
                <a href={href}>{title}</a>
                <SignedAnswers answers={answers} />
              </li>
            ))}
          </ul>
        </Details>
        <Sign view={view} typedDay={typedDay} errors={errors} />
      </div>
    </div>
  );
}

function Sign({ view, typedDay, errors }: Omit<AuthorisePageProps, 'notes'>) {
  const { past } = useExampleDays();
  return (
    <>
      <h2>Declaration</h2>
      <div className="nhsuk-inset-text">
        <p>{view.declaration}</p>
      </div>
      <p>
        You sign as <strong>{view.signer}</strong>. Answers and scores cannot be changed afterwards. {view.publicWhen}
      </p>
      <p>
        What you sign is everything on this page that the organisation says, as one document with this check number:
      </p>
      <p>
        <CheckNumberText digest={view.digest} />
      </p>
      <Form>
        <input type="hidden" name="digest" value={view.digest} />
        <CheckboxesField
          name="declaration"
          label="Your signature"
          choices={[{ value: 'accepted', label: 'I have read this declaration and it is true' }]}
          errors={errors}
        />
        {view.boardApproval !== 'not-asked' && (
          <TextField
            name="board-approved-on"
            label="On which day did a board approve it?"
            hint={
              view.boardApproval === 'optional'
                ? `Such as ${past}. Leave it empty if none was asked to.`
                : `Such as ${past}`
            }
            value={typedDay}
            width={20}
            errors={errors}
          />
        )}
        <SubmitButton>Authorise and submit</SubmitButton>
      </Form>
      <p>
        <a href={view.returnHref}>Return it to the coordinator instead</a>
      </p>
    </>
  );
}
