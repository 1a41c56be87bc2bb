import type { FieldError } from '../../../../platform/forms/posted-form.ts';
import { type Column, DataTable } from '../../../../views/data-table.tsx';
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
import { QueriesLine } from '../notes/queries-line.tsx';
import { PageHead } from '../page-head.tsx';
import { type StaffLine, StaffSaid } from '../polls/staff-said.tsx';
import type { ResultView } from '../result-view.ts';
import { SecondLookSection } from '../sense-checks/sense-checks-said.tsx';
import type { SenseChecksView } from '../sense-checks/sense-checks-view.ts';
import type { ComparisonView } from '../two-rounds/comparison-view.ts';
import { RoundComparison } from '../two-rounds/round-comparison.tsx';
import type { ScoresToSign, ScoreToSign } from './score-to-sign.ts';

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
  readonly scores: ScoresToSign;
  /** Since the round before; null where there is none. */
  readonly change: ComparisonView | null;
  /** Who was asked to answer something and has not said that they are done. */
  readonly unfinished: readonly string[];
  /** What everybody will read, and what not. */
  readonly whatIsPublic: readonly string[];
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
  /** What is asked about what was signed before; null where nothing was. */
  readonly queries: NotesLink | null;
  /** What staff said in the survey; empty where they were not asked. */
  readonly staff: readonly StaffLine[];
  /** The day of a board's approval as it was typed. */
  readonly typedDay: string;
  readonly errors: readonly FieldError[];
}

/** All that whoever signs must know before, and the place to sign. */
export function AuthorisePage({ view, notes, queries, staff, typedDay, errors }: AuthorisePageProps) {
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <ErrorSummary errors={errors} />
        <PageHead organisation={view.organisation} title={`Authorise: ${view.round}`} />
        <p>Read what the organisation says of itself. Then sign it, or return it with a reason.</p>
        <h2>The scores you would submit</h2>
        <Scores view={view} />
        <h2>What is still open</h2>
        <Open view={view} notes={notes} queries={queries} />
        <SecondLookSection title="Worth a second look" view={view.secondLook} />
        <StaffSaid lines={staff} />
        <h2>What you sign</h2>
        <SummaryList
          rows={[
            ...view.what,
            { key: 'Asked for', value: view.requested },
            { key: 'Completeness', value: view.completeness },
            { key: 'Class of the scores', value: view.claim },
            ...(view.together === null ? [] : [{ key: 'Answered together', value: view.together }]),
          ]}
        />
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
        <h2>What will be public, and when</h2>
        <p>{view.publicWhen}</p>
        <ul>
          {view.whatIsPublic.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        <Sign view={view} typedDay={typedDay} errors={errors} />
      </div>
    </div>
  );
}

/** In one table what whoever signs asks first; pictures, sums and what left the comparison are folded away. */
function Scores({ view: { scores, change, result } }: { view: AuthoriseView }) {
  const columns: readonly Column<ScoreToSign>[] = [
    { heading: 'Part', cell: ({ label }) => label, isRowHeading: true },
    { heading: 'Score', cell: ({ score }) => score, numeric: true },
    ...(scores.since === null ? [] : [{ heading: 'Change', cell: (row: ScoreToSign) => row.change, numeric: true }]),
    ...(result.careSettingOf === null
      ? []
      : [{ heading: 'Median (middle half)', cell: ({ similar }: ScoreToSign) => similar, numeric: true }]),
  ];
  const [caption, inSections] = ['Scores, overall and by theme', 'Scores by section'];
  const rowKey = ({ id }: ScoreToSign) => id;
  return (
    <>
      <DataTable caption={caption} captionIsHidden columns={columns} rows={scores.overall} rowKey={rowKey} />
      {result.highlights.length > 0 && (
        <ul>
          {result.highlights.map((highlight) => (
            <li key={highlight}>{highlight}</li>
          ))}
        </ul>
      )}
      <p>
        {change === null
          ? 'There is no earlier result to compare with.'
          : `The change is since “${change.earlier}”. ${change.headline ?? change.basis[0]}`}
      </p>
      <p>
        {result.careSettingOf === null
          ? 'Too few results of the round are public to compare with.'
          : `Median and middle half are of ${result.careSettingOf} of the same care setting: ${result.careSettingLabel}.`}
      </p>
      {scores.sections.length > 0 && (
        <Details summary="Scores by section">
          <DataTable caption={inSections} captionIsHidden columns={columns} rows={scores.sections} rowKey={rowKey} />
        </Details>
      )}
      {change !== null && (
        <Details summary="How the change is worked out">
          <RoundComparison view={change} isInFull />
        </Details>
      )}
      <Details summary="The scores as pictures, and how they add up">
        <AssessmentResult view={result} />
      </Details>
    </>
  );
}

/** What nobody has finished, or asks and has no reply to. None of it keeps anybody from signing. */
function Open({ view: { unfinished }, notes, queries }: Pick<AuthorisePageProps, 'view' | 'notes' | 'queries'>) {
  return (
    <>
      {unfinished.length === 0 ? (
        <p>Nobody who was asked to answer something is still waited for.</p>
      ) : (
        <>
          <p>Every question is answered. These people were asked to answer, and have not said that they are done:</p>
          <ul>
            {unfinished.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </>
      )}
      <QueriesLine queries={queries} />
      <NotesLine notes={notes} />
    </>
  );
}

function Sign({ view, typedDay, errors }: Pick<AuthorisePageProps, 'view' | 'typedDay' | 'errors'>) {
  const { past } = useExampleDays();
  return (
    <>
      <h2>Declaration</h2>
      <div className="nhsuk-inset-text">
        <p>{view.declaration}</p>
      </div>
      <p>
        You sign as <strong>{view.signer}</strong>. Answers and scores cannot be changed afterwards.
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
