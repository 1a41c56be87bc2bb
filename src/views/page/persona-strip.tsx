import { paths } from '../../paths.ts';
import { Form } from '../forms/form.tsx';

/** Something that waits for a persona: a sentence that asks for it, and where it is done. */
interface PersonaTask {
  readonly text: string;
  readonly href: string;
}

/** An invented person, and what waits for them first; null where nothing does. */
interface PersonaWithTask {
  readonly personId: string;
  readonly name: string;
  readonly task: PersonaTask | null;
}

export interface PersonaInStrip extends PersonaWithTask {
  /** Whether nobody has anything to do any more in the footprint that they are at: `next` is of another then. */
  readonly endsHere: boolean;
  /** What keeps it from going on there, in words without a stop at their end; null where nothing does. */
  readonly stoppedBy: string | null;
  /** Who takes the next step; null where nothing waits for anybody else. */
  readonly next: PersonaWithTask | null;
}

/** Stands on every page of the demonstration for whoever visits it as one of its invented people. */
export function PersonaStrip({ name, task, endsHere, stoppedBy, next }: PersonaInStrip) {
  const { what, where } = partsOf(next?.task?.text ?? '');
  return (
    <aside className="ldr-persona" aria-label="Demonstration">
      <div className="nhsuk-width-container">
        <p>
          <strong>You are {firstName(name)}.</strong>{' '}
          {task === null ? (
            'Nothing waits for you.'
          ) : (
            <>
              You can <a href={task.href}>{afterCan(task.text)}</a>.
            </>
          )}
          {endsHere &&
            (stoppedBy === null
              ? ' The story of this footprint ends here.'
              : ` The story of this footprint stops here: ${stoppedBy}.`)}
          {next?.task && (
            <>
              {` Next: ${firstName(next.name)} can ${afterCan(what)}`}
              {where !== '' && <span className="ldr-persona__where">{where}</span>}.
            </>
          )}
        </p>
        {next?.task && (
          <Form action={paths.personas(next.task.href)}>
            <button
              className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
              type="submit"
              name="person"
              value={next.personId}
            >
              Go on as {firstName(next.name)}
            </button>
          </Form>
        )}
        <a href={paths.personas()}>Choose another person</a>
      </div>
    </aside>
  );
}

function firstName(name: string): string {
  return name.split(' ', 1)[0] ?? name;
}

/** What waits is said by its verb, `Check and sign …`; here it stands within a sentence. */
function afterCan(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** What is to be done, and of which place: `Write the roadmap`, ` of Doncaster`. */
function partsOf(text: string): { readonly what: string; readonly where: string } {
  const at = text.indexOf(' of ');
  return at < 0 ? { what: text, where: '' } : { what: text.slice(0, at), where: text.slice(at) };
}
