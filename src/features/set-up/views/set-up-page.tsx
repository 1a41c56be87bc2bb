import { countOf } from '../../../views/format.ts';
import { TaskList } from '../../../views/task-list.tsx';
import type { SetUpStep } from '../set-up-steps.ts';

interface SetUpPageProps {
  readonly programme: string;
  readonly steps: readonly SetUpStep[];
  /** Whether the reader is led there, or told that somebody else is. */
  readonly mayMend: (step: SetUpStep) => boolean;
}

/** What a programme needs, one line each: what is there, what is missing, and where it is mended. */
export function SetUpPage({ programme, steps, mayMend }: SetUpPageProps) {
  const missing = steps.filter(({ isDone }) => !isDone).length;
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <h1>
          <span className="nhsuk-caption-l">{programme}</span>
          Set-up
        </h1>
        <p>
          {missing === 0
            ? 'Nothing is missing: the programme can run.'
            : `${missing} of ${countOf(steps.length, 'thing')} ${missing === 1 ? 'is' : 'are'} missing before the programme can run.`}{' '}
          A role counts from the moment it is given.
        </p>
        <TaskList
          tasks={steps.map((step) => ({
            id: step.id,
            text: step.text,
            ...(mayMend(step)
              ? { ...(step.href === null ? {} : { href: step.href }), hint: step.state }
              : { hint: `${step.state}. An administrator sets this` }),
            ...(step.isDone ? { status: 'Done' } : { status: 'Missing', colour: 'blue' as const }),
          }))}
        />
      </div>
    </div>
  );
}
