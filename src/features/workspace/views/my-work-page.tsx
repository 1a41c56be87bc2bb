import { paths } from '../../../paths.ts';
import { formatDate } from '../../../views/format.ts';
import { ButtonLink } from '../../../views/forms/button.tsx';
import { type Task, TaskList } from '../../../views/task-list.tsx';
import { deadlineInWords } from '../../programme/index.ts';
import type { RoundsAhead } from '../rounds-ahead.ts';
import type { WorkItem } from '../work-item.ts';
import type { WorkLink } from '../work-links.ts';

interface MyWorkPageProps {
  readonly name: string;
  readonly roles: readonly string[];
  readonly items: readonly WorkItem[];
  readonly links: readonly WorkLink[];
  /** Roles that need a second factor, which the person does not have or did not sign in with. */
  readonly withheld: readonly string[];
  /** Whether they have a second factor, but signed in without it. */
  readonly hasPasskey: boolean;
  /** The day it is, as an ISO date. */
  readonly today: string;
  readonly ahead: RoundsAhead;
  readonly mayManageRounds: boolean;
}

/** What waits for the person, due when, for whom they act; then what they may look at. */
export function MyWorkPage(props: MyWorkPageProps) {
  const { name, roles, items, links, withheld, hasPasskey, today, ahead, mayManageRounds } = props;
  const waiting = items.filter((item) => item.waits);
  const others = items.filter((item) => !item.waits);
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <h1>
          <span className="nhsuk-caption-l">{name}</span>
          My work
        </h1>
        {withheld.length > 0 && <Withheld roles={withheld} hasPasskey={hasPasskey} />}
        <p>
          {roles.length === 0
            ? withheld.length > 0
              ? 'Until then you can look at what is public.'
              : 'You have no role at the moment. Ask the person who invited you.'
            : `Your roles: ${roles.join('; ')}.`}
        </p>
        <h2>Waiting for you</h2>
        {ahead.kind !== 'open' && <NoRound ahead={ahead} mayManageRounds={mayManageRounds} />}
        {waiting.length > 0 && <TaskList tasks={waiting.map((item) => taskOf(item, true, today))} />}
        {waiting.length === 0 && ahead.kind === 'open' && (
          <p className="ldr-empty">Nothing waits for you. New work appears here when someone asks you for it.</p>
        )}
        {others.length > 0 && (
          <>
            <h2>To look at</h2>
            <TaskList tasks={others.map((item) => taskOf(item, false, today))} />
          </>
        )}
      </div>
      <div className="nhsuk-grid-column-one-third">
        <h2>Go to</h2>
        <ul className="nhsuk-list nhsuk-list--bullet">
          {links.map((link) => (
            <li key={link.href}>
              <a href={link.href}>{link.text}</a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

/** Where no round is open nobody is asked for anything, which is said rather than left to be guessed. */
function NoRound({ ahead, mayManageRounds }: Pick<MyWorkPageProps, 'ahead' | 'mayManageRounds'>) {
  const isPlanned = ahead.kind === 'planned';
  return (
    <p className="ldr-empty">
      No round is open, so nobody is asked to assess or to plan.{' '}
      {isPlanned && `“${ahead.label}” opens on ${formatDate(ahead.opensOn)}. `}
      {mayManageRounds ? (
        <a href={paths.rounds()}>{isPlanned ? 'See the rounds' : 'Plan or open a round'}</a>
      ) : (
        !isPlanned && 'A programme manager opens one.'
      )}
    </p>
  );
}

function taskOf(item: WorkItem, waits: boolean, today: string): Task {
  const due =
    item.dueOn === null
      ? ''
      : ` ${item.asker ?? 'The programme'} asks for this by ${deadlineInWords(item.dueOn, today)}.`;
  const task = { id: item.id, text: item.text, href: item.href, hint: `${item.hint}.${due}` };
  return waits ? { ...task, status: 'To do', colour: 'blue' } : { ...task, status: '' };
}

function Withheld({ roles, hasPasskey }: { roles: readonly string[]; hasPasskey: boolean }) {
  return (
    <div className="nhsuk-inset-text">
      {hasPasskey ? (
        <>
          <p>
            You signed in with your password alone. Sign in with your passkey to use these roles: {roles.join('; ')}.
          </p>
          <ButtonLink href={paths.signIn(paths.workspace())}>Sign in with your passkey</ButtonLink>
        </>
      ) : (
        <>
          <p>You need a second factor for these roles: {roles.join('; ')}.</p>
          <ButtonLink href={paths.factorNeeded(paths.workspace())}>Set up a second factor</ButtonLink>
        </>
      )}
    </div>
  );
}
