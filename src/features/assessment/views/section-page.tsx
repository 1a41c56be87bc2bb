import type { ReactNode } from 'react';
import { type Column, DataTable } from '../../../views/data-table.tsx';
import { Details } from '../../../views/details.tsx';
import { listInWords, sentenceStart } from '../../../views/format.ts';
import { ButtonLink, SubmitButton } from '../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../views/forms/error-summary.tsx';
import { Form } from '../../../views/forms/form.tsx';
import { ConditionalQuestion } from './conditional/conditional-question.tsx';
import { type EvidenceBeside, EvidenceList, QuestionEvidence } from './evidence/evidence-beside.tsx';
import { AnswerSaid } from './levels/answer-said.tsx';
import { type NotesBeside, notesInWords, QuestionNotes } from './notes/notes-beside.tsx';
import { PageHead } from './page-head.tsx';
import { type PollsBeside, QuestionColleagues } from './polls/polls-beside.tsx';
import { QuestionFields } from './question-fields.tsx';
import { SectionList } from './section-list.tsx';
import type { AnswerRow, SectionView } from './section-view.ts';

interface SectionPageProps {
  readonly view: SectionView;
  /** Names of the organisations that take the answers to it. */
  readonly readers: readonly string[];
  /** What is said where one of several care settings answers the section by itself. */
  readonly apart: ReactNode;
  /** What is said above the questions where they, or some of them, are the reader's. */
  readonly yours: ReactNode;
  /** Whether the reader can say that they are done, and whether something else waits for them. */
  readonly steps: { readonly canFinish: boolean; readonly hasNext: boolean };
  /** Null for whoever may not read it. */
  readonly evidence: EvidenceBeside | null;
  /** The same of private notes. */
  readonly notes: NotesBeside | null;
  /** The same of what colleagues said. */
  readonly polls: PollsBeside | null;
}

/** One section to answer. */
export function SectionPage({ view, readers, apart, yours, steps, evidence, notes, polls }: SectionPageProps) {
  return (
    <SectionLayout view={view} closing="You can save with questions left empty and come back to them." apart={apart}>
      <ErrorSummary errors={view.errors} />
      <SectionHead view={view} />
      {readers.length > 0 && (
        <p>
          {listInWords(readers)} {readers.length === 1 ? 'takes' : 'take'} these answers as{' '}
          {readers.length === 1 ? 'its' : 'their'} own. People there read them with the notes, and sign them.
        </p>
      )}
      {yours}
      {view.earlierRound !== null && (
        <p>
          What you answered for “{view.earlierRound}” stands beside the questions. Nothing of it counts until you choose
          an answer here.
        </p>
      )}
      <LevelsHint view={view} />
      <Form savesItself="by question">
        {/* The key Enter presses the first button of a form: it saves, and leads nowhere else. */}
        <button type="submit" name="after" value="list" className="ldr-first-button" tabIndex={-1} aria-hidden="true">
          Save
        </button>
        <Questions view={view} evidence={evidence} notes={notes} polls={polls} />
        <div className="ldr-buttons">
          {view.next !== null && (
            <SubmitButton name="after" value="next">
              Save and continue
            </SubmitButton>
          )}
          <SubmitButton secondary={view.next !== null} name="after" value="list">
            Save and return to list
          </SubmitButton>
          {steps.canFinish && (
            <SubmitButton secondary name="after" value="done">
              Save, and I am done with it
            </SubmitButton>
          )}
          {steps.hasNext && (
            <SubmitButton secondary name="after" value="yours">
              Save and go to the next of yours
            </SubmitButton>
          )}
        </div>
      </Form>
    </SectionLayout>
  );
}

/** The same before anybody is asked: what is chosen goes nowhere, and what hangs on an answer is shown with the words that say so. */
export function SectionPreviewPage({ view }: { view: SectionView }) {
  return (
    <SectionLayout
      view={view}
      back="Back to the questionnaire"
      closing="This is a preview: nothing that you choose here is saved, and every question is shown, also one that is asked only after certain answers."
    >
      <SectionHead view={view} />
      <LevelsHint view={view} />
      {view.questions.map((question) => (
        <div key={question.id}>
          {question.conditional !== null && <p className="nhsuk-hint">{question.conditional.hangsOn}</p>}
          <QuestionFields question={question} errors={[]} />
        </div>
      ))}
      {view.next !== null && (
        <ButtonLink href={view.next.href} secondary>
          Next: {view.next.title}
        </ButtonLink>
      )}
    </SectionLayout>
  );
}

interface SectionLayoutProps {
  readonly view: SectionView;
  /** The last sentence under the questions. */
  readonly closing: string;
  /** What is said under that where one of several care settings answers the section by itself. */
  readonly apart?: ReactNode;
  /** The words of the way back. */
  readonly back?: string;
  readonly children: ReactNode;
}

function SectionLayout({ view, closing, apart, back = 'Back to the assessment', children }: SectionLayoutProps) {
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        {children}
        <p>{closing}</p>
        {apart}
        <Provenance text={view.provenance} />
      </div>
      <div className="nhsuk-grid-column-one-third">
        <SectionList view={view} back={back} />
      </div>
    </div>
  );
}

function LevelsHint({ view }: { view: SectionView }) {
  return view.questions.some(({ levels }) => levels !== null) ? (
    <p>
      Tick everything that is so. The level is worked out: the highest one that has all of its boxes ticked, and all of
      those of the levels below it.
    </p>
  ) : null;
}

function Questions({ view, evidence, notes, polls }: Pick<SectionPageProps, 'view' | 'evidence' | 'notes' | 'polls'>) {
  return view.questions.map((question) => (
    <ConditionalQuestion key={question.id} conditional={question.conditional}>
      <QuestionFields question={question} errors={view.errors}>
        <QuestionColleagues questionId={question.id} beside={polls} />
        {evidence !== null && <QuestionEvidence questionId={question.id} beside={evidence} />}
        {notes !== null && <QuestionNotes questionId={question.id} beside={notes} />}
      </QuestionFields>
    </ConditionalQuestion>
  ));
}

/** How much is said about each answer, and where. */
interface TalkBeside {
  readonly beside: NotesBeside;
  readonly hrefOf: (questionId: string) => string;
}

function talkColumn(heading: string, { beside, hrefOf }: TalkBeside): Column<AnswerRow> {
  return {
    heading,
    cell: ({ id }) =>
      heading === 'Queries' && !beside.has(id) ? (
        'None'
      ) : (
        <a href={hrefOf(id)}>
          <span className="nhsuk-u-visually-hidden">
            {heading} for {id}:{' '}
          </span>
          {sentenceStart(notesInWords(beside, id))}
        </a>
      ),
  };
}

/** One section to read: its answers are locked, or not this person's to change. */
export function SectionReadingPage({
  view,
  reason,
  evidence,
  notes,
  polls,
  queries,
}: {
  view: SectionView;
  reason: ReactNode;
  /** As above. */
  polls: PollsBeside | null;
  /** Null for whoever may not read it. */
  evidence: EvidenceBeside | null;
  /** Null for whoever may not read them. */
  notes: TalkBeside | null;
  /** What is asked about the answers as they were signed; null as above. */
  queries: TalkBeside | null;
}) {
  const isAsked = view.rows.some(({ id }) => queries?.beside.has(id));
  return (
    <>
      <div className="nhsuk-grid-row">
        <div className="nhsuk-grid-column-two-thirds">
          <SectionHead view={view} />
          {reason}
        </div>
      </div>
      <DataTable
        caption="Answers"
        columns={[
          { heading: 'Question', cell: (row) => row.question, isRowHeading: true },
          { heading: 'Answer', cell: (row) => <AnswerSaid said={row} /> },
          { heading: 'Note', cell: (row) => <span className="ldr-as-typed">{row.comment || 'None'}</span> },
          ...(evidence === null
            ? []
            : [
                {
                  heading: 'Evidence',
                  cell: ({ id }: AnswerRow) =>
                    evidence.has(id) ? <EvidenceList lines={evidence.get(id) ?? []} /> : 'None',
                },
              ]),
          ...(polls === null || polls.size === 0
            ? []
            : [
                {
                  heading: 'Colleagues',
                  cell: ({ id }: AnswerRow) =>
                    polls.has(id) ? <QuestionColleagues questionId={id} beside={polls} /> : 'Not asked',
                },
              ]),
          { heading: 'Class', cell: (row) => row.claim },
          { heading: 'Last saved', cell: (row) => row.saved },
          ...(isAsked && queries !== null ? [talkColumn('Queries', queries)] : []),
          ...(notes === null ? [] : [talkColumn('Private notes', notes)]),
        ]}
        rows={view.rows}
        rowKey={(row) => row.id}
      />
      <div className="ldr-buttons">
        {view.next !== null && (
          <ButtonLink href={view.next.href} secondary>
            Next: {view.next.title}
          </ButtonLink>
        )}
        <p>
          <a href={view.list}>Back to the list of sections</a>
        </p>
      </div>
      <Provenance text={view.provenance} />
    </>
  );
}

function SectionHead({ view }: { view: SectionView }) {
  return (
    <>
      <PageHead organisation={view.organisation} title={view.title} />
      <p className="nhsuk-body-l">{view.description}</p>
      <p>
        <strong>Best answered by:</strong> {view.answeredBy}
      </p>
      <p data-shown="progress">{view.progress}</p>
    </>
  );
}

function Provenance({ text }: { text: string }) {
  return (
    <Details summary="About these questions">
      <p>{text}</p>
    </Details>
  );
}
