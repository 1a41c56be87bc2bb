import { Details } from '../../../views/details.tsx';
import { ButtonLink } from '../../../views/forms/button.tsx';
import { SummaryList } from '../../../views/summary-list.tsx';
import { Tag } from '../../../views/tag.tsx';
import { TaskList } from '../../../views/task-list.tsx';
import type { AssessmentBeside } from '../assessments-beside.ts';
import type { SettingsProposal } from '../settings/settings-proposal.ts';
import { YourSections } from './assigning/yours.tsx';
import { FilesLine } from './files-line.tsx';
import type { GroupLine } from './group/group-line.ts';
import { GroupLineValue } from './group/group-line-value.tsx';
import type { NextStep } from './next-step.ts';
import { NotesLine, type NotesLink, type PollsLink } from './notes/notes-beside.tsx';
import { QueriesLine } from './notes/queries-line.tsx';
import { PageHead } from './page-head.tsx';
import { AnswersUnread } from './reading/answers-unread.tsx';
import { SettingsProposed } from './settings/settings-proposed.tsx';
import type { TaskListView } from './task-list-view.ts';
import { WhoDoesWhat } from './who-does-what.tsx';

interface TaskListPageProps {
  readonly view: TaskListView;
  /** Null where every organisation answers by itself. */
  readonly group: GroupLine | null;
  /** What official results say of its care settings, while nobody has chosen them; null otherwise. */
  readonly proposal: SettingsProposal | null;
  readonly beside: readonly AssessmentBeside[];
  /** Null for whoever may not read them. */
  readonly notes: (NotesLink & PollsLink) | null;
  /** Null before it is signed, and for whoever may not read what is asked about it. */
  readonly queries: NotesLink | null;
}

/** Where an assessment stands and what to do next, section by section. */
export function TaskListPage({ view, group, proposal, beside, notes, queries }: TaskListPageProps) {
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <PageHead organisation={view.organisation} title={view.title} />
        <WhereItStands view={view} group={group} />
        <SettingsProposed proposal={proposal} chooseHref={view.chooseHref} />
        {view.cameBack.map(({ how, reason }) => (
          <div className="nhsuk-inset-text" key={how}>
            <p>
              <strong>{how}</strong>
            </p>
            <p className="ldr-as-typed">{reason}</p>
          </div>
        ))}
        <Next step={view.next} />
        {beside.map(({ label, href, follows }) => (
          <p key={href}>
            <a href={href}>“{label}”</a> {follows}
          </p>
        ))}
        {view.unread !== null && <AnswersUnread unread={view.unread} />}
        <YourSections tasks={view.yours} />
        <QueriesLine queries={queries} />
        {view.evidenceHref !== null && (
          <p>
            <a href={view.evidenceHref}>Evidence</a> that the answers rest on: what is used where, what has expired.
          </p>
        )}
        <NotesLine notes={notes} />
        {view.filesHref !== null && <FilesLine href={view.filesHref} />}
        {view.themes.length > 0 && (
          <p>
            Each section says who is best placed to answer it, or whom it is assigned to.
            {view.assignments !== null && (
              <>
                {' '}
                <a href={view.assignments.href}>{view.assignments.text}</a>
              </>
            )}
          </p>
        )}
        {view.themes.map((theme) => (
          <section key={theme.id} aria-labelledby={`theme-${theme.id}`}>
            <h2 className="nhsuk-heading-m" id={`theme-${theme.id}`}>
              {theme.title}
            </h2>
            <p>{theme.description}</p>
            <TaskList tasks={theme.tasks} />
          </section>
        ))}
        <WhoDoesWhat signer={view.signer} />
        <Details summary="About these questions">
          <p>{view.provenance}</p>
        </Details>
      </div>
    </div>
  );
}

function WhereItStands({ view, group }: Pick<TaskListPageProps, 'view' | 'group'>) {
  const { done, total } = view.progress;
  return (
    <SummaryList
      rows={[
        {
          key: 'State',
          value: (
            <>
              <Tag text={view.state.label} colour={view.state.colour} />
              <span className="ldr-meaning">{view.state.meaning}</span>
            </>
          ),
        },
        {
          key: 'Answered',
          value: (
            <>
              {view.answered}
              <progress className="ldr-progress" max={total} value={done} aria-label="Questions answered" />
            </>
          ),
        },
        { key: 'Deadline', value: view.deadline },
        { key: 'Who can read the answers', value: view.readBy },
        { key: 'Questions for', value: <QuestionsFor view={view} /> },
        ...(group === null ? [] : [{ key: 'Answered by', value: <GroupLineValue line={group} /> }]),
        ...(view.secondLook === null
          ? []
          : [{ key: 'Worth a second look', value: <a href={view.secondLook.href}>{view.secondLook.text}</a> }]),
        ...(view.authorisation === null ? [] : [{ key: 'Authorisation', value: <Authorisation view={view} /> }]),
      ]}
    />
  );
}

function Authorisation({ view: { authorisation, documentsHref } }: { view: TaskListView }) {
  return (
    <>
      {authorisation}
      {documentsHref !== null && (
        <>
          <br />
          <a href={documentsHref}>What was put to be signed</a>
        </>
      )}
    </>
  );
}

function QuestionsFor({ view: { careSetting, chooseHref } }: { view: TaskListView }) {
  return (
    <>
      {careSetting}
      {chooseHref !== null && (
        <>
          <br />
          <a href={chooseHref}>Change the care settings</a>
        </>
      )}
    </>
  );
}

function Next({ step }: { step: NextStep }) {
  return (
    <section className="ldr-next-step" aria-labelledby="next-step">
      <h2 className="nhsuk-heading-m" id="next-step">
        What to do next
      </h2>
      <p>{step.text}</p>
      {step.link !== null && <ButtonLink href={step.link.href}>{step.link.text}</ButtonLink>}
      {step.other !== null && (
        <p>
          <a href={step.other.href}>{step.other.text}</a>
        </p>
      )}
    </section>
  );
}
