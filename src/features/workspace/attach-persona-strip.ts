import type { FastifyInstance, FastifyRequest } from 'fastify';
import { paths } from '../../paths.ts';
import type { Changes } from '../../platform/database/change-listener.ts';
import type { PersonaInStrip } from '../../views/page/persona-strip.tsx';
import { can } from '../identity/index.ts';
import type { WorkContext } from './gather-work.ts';
import { KeptWhileIdle } from './kept-while-idle.ts';
import { nextInStory } from './next-in-story.ts';
import { type PersonasAtWork, readPersonaTasks } from './read-persona-tasks.ts';
import type { RoundOfWork } from './work-item.ts';

interface StripOptions {
  readonly context: () => WorkContext;
  readonly changes: Changes;
}

/**
 * In the demonstration every page says whom its visitor is, and who takes the next step. To be called once it is known who asks, before
 * what answers addresses where nothing is. Answers how to read who has what to do.
 */
export function attachPersonaStrip(
  app: FastifyInstance,
  { context, changes }: StripOptions,
): () => Promise<PersonasAtWork> {
  const { config, clock } = context();
  const kept = new KeptWhileIdle({
    read: () => readPersonaTasks(context()),
    revision: () => changes.revision(),
    clock,
  });
  const readTasks = () => kept.read();
  app.decorateRequest('personaStrip', null);
  if (!config.isDemonstration) {
    return readTasks;
  }
  const look = async (request: FastifyRequest) => {
    const { actor, isPersona, url } = request;
    if (actor !== null && isPersona && !url.startsWith(paths.api())) {
      request.personaStrip = stripOf(actor.personId, url, await readTasks());
    }
  };
  // An address where nothing is gets no further than here; everywhere else the form has been read by the time, so that nothing typed is
  // lost should the database be away.
  app.addHook('onRequest', async (request) => (request.is404 ? look(request) : undefined));
  app.addHook('preHandler', look);
  // Whoever is answered finds the next page as it is after what they sent. What was refused has changed nothing.
  app.addHook('onSend', async ({ method, url }, { statusCode }) => {
    if (method === 'POST' && statusCode < 400 && !url.startsWith(paths.signIn())) {
      kept.forget();
    }
  });
  return readTasks;
}

function stripOf(
  personId: string,
  url: string,
  { personas, waiting, held, footprintsOf }: PersonasAtWork,
): PersonaInStrip | null {
  const nameOf = new Map(personas.map((persona) => [persona.personId, persona.name]));
  const name = nameOf.get(personId);
  if (name === undefined) {
    return null;
  }
  const people = personas.map(({ personId: id, grants }) => ({
    personId: id,
    tasks: waiting.get(id) ?? [],
    places: grants.map(({ scopeId }) => scopeId),
  }));
  const [path = ''] = url.split('?', 1);
  const turn = nextInStory({ personas: people, held, footprintsOf }, personId, path);
  const round = turn.held?.heldBy ?? null;
  const opening = round && openingOf(round, personas);
  const next = opening === null || opening.personId === personId ? turn.next : opening;
  return {
    personId,
    name,
    task: opening?.personId === personId ? opening.task : turn.own,
    endsHere: turn.endsHere,
    stoppedBy: round && stopInWords(round),
    next: next === null ? null : { personId: next.personId, name: nameOf.get(next.personId) ?? '', task: next.task },
  };
}

/** Who of these people can open a round that is not open; null where none can. */
function openingOf({ id, label, state }: RoundOfWork, personas: PersonasAtWork['personas']) {
  const manager = personas.find((persona) => can(persona, 'round.manage'));
  const text = state === 'planned' ? `Open “${label}” now` : `Open “${label}” again`;
  return manager === undefined ? null : { personId: manager.personId, task: { text, href: paths.openRound(id) } };
}

function stopInWords({ label, state }: RoundOfWork): string {
  return `“${label}” ${state === 'planned' ? 'has not opened' : 'is closed'}`;
}
