import { Details } from '../../../../views/details.tsx';
import { SummaryList } from '../../../../views/summary-list.tsx';
import { TaskList } from '../../../../views/task-list.tsx';
import type { SettingsProposal } from '../../settings/settings-proposal.ts';
import { YourSections } from '../assigning/yours.tsx';
import { FilesLine } from '../files-line.tsx';
import type { GroupLine } from '../group/group-line.ts';
import { GroupLineValue } from '../group/group-line-value.tsx';
import { NotesLine, type NotesLink, type PollsLink } from '../notes/notes-beside.tsx';
import { PageHead } from '../page-head.tsx';
import { AnswersUnread } from '../reading/answers-unread.tsx';
import { WhoDoesWhat } from '../who-does-what.tsx';
import type { SettingsOverview } from './settings-overview-view.ts';
import { SettingsProposed } from './settings-proposed.tsx';

interface SettingsOverviewPageProps {
  readonly view: SettingsOverview;
  /** Null where every organisation answers by itself. */
  readonly group: GroupLine | null;
  readonly proposal: SettingsProposal | null;
  /** Null for whoever may not read them. */
  readonly notes: (NotesLink & PollsLink) | null;
}

/** The care settings of an organisation, each assessed by itself, and what is answered once for all of them. */
export function SettingsOverviewPage({ view, group, proposal, notes }: SettingsOverviewPageProps) {
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <PageHead organisation={view.organisation} title={view.title} />
        <SummaryList
          rows={[
            { key: 'Submitted', value: view.submitted },
            { key: 'Deadline', value: view.deadline },
            ...(group === null ? [] : [{ key: 'Answered by', value: <GroupLineValue line={group} /> }]),
          ]}
        />
        <SettingsProposed proposal={proposal} chooseHref={view.chooseHref} />
        {view.heldUp !== null && <p>{view.heldUp}</p>}
        <YourSections tasks={view.yours} />
        {view.assignments !== null && (
          <p>
            <a href={view.assignments.href}>{view.assignments.text}</a>
          </p>
        )}
        <section aria-labelledby="care-settings">
          <h2 className="nhsuk-heading-m" id="care-settings">
            Care settings
          </h2>
          <p>Each is answered and signed by itself, and has scores of its own.</p>
          <TaskList tasks={view.settings} />
          {view.chooseHref !== null && (
            <p>
              <a href={view.chooseHref}>Change the care settings</a>
            </p>
          )}
        </section>
        <NotesLine notes={notes} />
        {view.filesHref !== null && <FilesLine href={view.filesHref} title="Answers of all care settings as files" />}
        {view.unread !== null && <AnswersUnread unread={view.unread} />}
        {view.once.length > 0 && (
          <section aria-labelledby="answered-once">
            <h2 className="nhsuk-heading-m" id="answered-once">
              Answered once for all of them
            </h2>
            <p>{view.onceCounts}</p>
            {view.once.map((theme) => (
              <section key={theme.id} aria-labelledby={`theme-${theme.id}`}>
                <h3 className="nhsuk-heading-s" id={`theme-${theme.id}`}>
                  {theme.title}
                </h3>
                <p>{theme.description}</p>
                <TaskList tasks={theme.tasks} />
              </section>
            ))}
          </section>
        )}
        <WhoDoesWhat signer={view.signer} />
        <Details summary="About these questions">
          <p>{view.provenance}</p>
        </Details>
      </div>
    </div>
  );
}
