import { today } from '../../platform/days.ts';
import { countChains } from '../audit/index.ts';
import { listPersonas, type Persona } from '../identity/index.ts';
import { gatherWork, type WorkContext } from './gather-work.ts';
import { everyoneOf, firstTasks } from './persona-tasks.ts';
import type { WorkItem } from './work-item.ts';

/** The invented people of the demonstration, and what waits first for each who has something to do, by their id. */
export interface PersonasAtWork {
  readonly personas: readonly Persona[];
  readonly tasks: ReadonlyMap<string, WorkItem>;
}

/**
 * Reads who has what to do now. It is on every page of whoever tries the demonstration, so it is looked up anew only once something was
 * done since, or the day is another: all that changes what waits is on the audit trail.
 */
export function readPersonaTasks(): (context: WorkContext) => Promise<PersonasAtWork> {
  let known: { readonly when: string; readonly found: PersonasAtWork } | null = null;
  return async (context) => {
    // Asked before the rest is looked up: what is done meanwhile is looked up again the next time.
    const { events } = await countChains(context.database);
    const when = `${events} ${today(context.clock)}`;
    if (known?.when !== when) {
      const personas = await listPersonas(context.database);
      const tasks = firstTasks(personas, await gatherWork(context, everyoneOf(personas)));
      known = { when, found: { personas, tasks } };
    }
    return known.found;
  };
}
