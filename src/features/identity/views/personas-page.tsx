import { Form } from '../../../views/forms/form.tsx';
import { describeGrant } from '../acting.ts';
import type { Persona } from '../identity-repository.ts';
import type { PersonaTasks } from '../persona-tasks.ts';

interface PersonaListProps {
  readonly personas: readonly Persona[];
  readonly tasks: PersonaTasks;
}

/** The invented people of the demonstration, each with what they can do, and what they have to do now. */
export function PersonasPage(props: PersonaListProps) {
  return (
    <>
      <h1>Sign in as a persona</h1>
      {props.personas.length === 0 ? (
        <p className="ldr-empty">Nobody is made up in this demonstration, so there is nobody to be.</p>
      ) : (
        <>
          <p>
            These people are invented. Choose one to see the service as they would. A line at the top of each page then
            says who can take the next step.
          </p>
          <Form>
            <PersonaList {...props} />
          </Form>
        </>
      )}
    </>
  );
}

/** One button for each; part of a form. */
export function PersonaList({ personas, tasks }: PersonaListProps) {
  return (
    <ul className="ldr-personas">
      {personas.map((persona) => (
        <li key={persona.personId}>
          <div>
            <h2 className="nhsuk-heading-s">{persona.name}</h2>
            <p>{persona.grants.map(describeGrant).join('; ')}</p>
            <p className="ldr-persona-task">{taskInWords(tasks.get(persona.personId))}</p>
          </div>
          <button
            className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
            type="submit"
            name="person"
            value={persona.personId}
          >
            Sign in<span className="nhsuk-u-visually-hidden"> as {persona.name}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function taskInWords(task: { readonly text: string } | undefined): string {
  return task === undefined ? 'Nothing to do now' : `To do now: ${task.text}`;
}
