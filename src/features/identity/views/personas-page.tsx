import { Form } from '../../../views/forms/form.tsx';
import { describeGrant } from '../acting.ts';
import type { Persona } from '../identity-repository.ts';

/** The invented people of the demonstration, each with what they can do. */
export function PersonasPage({ personas }: { personas: readonly Persona[] }) {
  return (
    <>
      <h1>Sign in as a persona</h1>
      <p>
        These people are invented. Choose one to see the service as they would; sign out and choose another to take the
        next step.
      </p>
      <Form>
        <PersonaList personas={personas} />
      </Form>
    </>
  );
}

/** One button for each; part of a form. */
export function PersonaList({ personas }: { personas: readonly Persona[] }) {
  return (
    <ul className="ldr-personas">
      {personas.map((persona) => (
        <li key={persona.personId}>
          <div>
            <h2 className="nhsuk-heading-s">{persona.name}</h2>
            <p>{persona.grants.map(describeGrant).join('; ')}</p>
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
