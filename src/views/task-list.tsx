import { Tag, type TagColour } from './tag.tsx';

export interface Task {
  readonly id: string;
  readonly text: string;
  /** Left out where the task cannot be started yet. */
  readonly href?: string;
  readonly hint?: string;
  readonly status: string;
  readonly colour?: TagColour;
}

/** A list of tasks, each with its state; the state of a finished task is plain text, so that what is left stands out. */
export function TaskList({ tasks }: { tasks: readonly Task[] }) {
  return (
    <ul className="nhsuk-task-list">
      {tasks.map((task) => (
        <TaskItem key={task.id} task={task} />
      ))}
    </ul>
  );
}

function TaskItem({ task }: { task: Task }) {
  const statusId = `${task.id}-status`;
  const hintId = `${task.id}-hint`;
  const described = task.hint === undefined ? statusId : `${hintId} ${statusId}`;
  return (
    <li className={`nhsuk-task-list__item${task.href === undefined ? '' : ' nhsuk-task-list__item--with-link'}`}>
      <div className="nhsuk-task-list__name-and-hint">
        {task.href === undefined ? (
          <div>{task.text}</div>
        ) : (
          <a className="nhsuk-link nhsuk-task-list__link" href={task.href} aria-describedby={described}>
            {task.text}
          </a>
        )}
        {task.hint !== undefined && (
          <div className="nhsuk-task-list__hint" id={hintId}>
            {task.hint}
          </div>
        )}
      </div>
      <div className="nhsuk-task-list__status" id={statusId}>
        {task.colour === undefined ? task.status : <Tag text={task.status} colour={task.colour} />}
      </div>
    </li>
  );
}
