import type { FastifyInstance, FastifyRequest } from 'fastify';
import { paths } from '../../paths.ts';
import type { PersonaInStrip } from '../../views/page/persona-strip.tsx';
import type { PersonasAtWork } from './read-persona-tasks.ts';

/**
 * In the demonstration every page says whom its visitor is, and who takes the next step. To be called once it is known who asks, before
 * what answers addresses where nothing is.
 */
export function attachPersonaStrip(
  app: FastifyInstance,
  isDemonstration: boolean,
  readTasks: () => Promise<PersonasAtWork>,
): void {
  app.decorateRequest('personaStrip', null);
  if (!isDemonstration) {
    return;
  }
  const look = async (request: FastifyRequest) => {
    const { actor, isPersona, url } = request;
    if (actor !== null && isPersona && !url.startsWith(paths.api())) {
      request.personaStrip = stripOf(actor.personId, await readTasks());
    }
  };
  // An address where nothing is gets no further than here; everywhere else the form has been read by the time, so that nothing typed is
  // lost should the database be away.
  app.addHook('onRequest', async (request) => (request.is404 ? look(request) : undefined));
  app.addHook('preHandler', look);
}

/** The personas are in the order in which a footprint needs them: the first of the others with something to do comes next. */
function stripOf(personId: string, { personas, tasks }: PersonasAtWork): PersonaInStrip | null {
  const own = personas.find((persona) => persona.personId === personId);
  if (own === undefined) {
    return null;
  }
  const next = personas.find((persona) => persona !== own && tasks.has(persona.personId));
  return {
    key: personId,
    name: own.name,
    task: tasks.get(personId) ?? null,
    next: next === undefined ? null : { key: next.personId, name: next.name, task: tasks.get(next.personId) ?? null },
  };
}
