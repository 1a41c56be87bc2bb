import { listEveryMember, listWorkingFootprints } from '../directory/index.ts';
import { listPersonas, type Persona } from '../identity/index.ts';
import { gatherWork, type WorkContext } from './gather-work.ts';
import { everyoneOf, itemsOf } from './persona-tasks.ts';
import type { WorkItem } from './work-item.ts';

/** The invented people of the demonstration, and all that waits for each, by their id. */
export interface PersonasAtWork {
  readonly personas: readonly Persona[];
  readonly waiting: ReadonlyMap<string, readonly WorkItem[]>;
  /** What nobody can go on with, because its round is not open. */
  readonly held: readonly WorkItem[];
  /** What waits first for each who has something to do. */
  readonly tasks: ReadonlyMap<string, WorkItem>;
  /** Slugs of footprints: of each organisation those that it belongs to, of a footprint its own; by their ids. */
  readonly footprintsOf: ReadonlyMap<string, readonly string[]>;
}

/** Reads who has what to do now. */
export async function readPersonaTasks(context: WorkContext): Promise<PersonasAtWork> {
  const { database, pack } = context;
  const [personas, footprints, members] = await Promise.all([
    listPersonas(database, pack.positionOn),
    listWorkingFootprints(database, pack.positionOn),
    listEveryMember(database, pack.positionOn),
  ]);
  const ids = personas.map(({ personId }) => personId);
  const items = itemsOf(personas, await gatherWork(context, everyoneOf(personas), ids));
  const waiting = new Map([...items].map(([id, own]) => [id, own.filter(({ waits }) => waits)]));
  const held = [...items.values()].flat().filter(({ heldBy }) => heldBy !== null);
  const first = [...waiting].flatMap(([id, [task]]) => (task === undefined ? [] : [[id, task] as const]));
  const slugs = new Map(footprints.map(({ areaId, slug }) => [areaId, slug]));
  const pairs = [
    ...members.map(({ organisationId, footprintId }) => [organisationId, slugs.get(footprintId)] as const),
    ...slugs,
  ];
  const footprintsOf = new Map(
    [...Map.groupBy(pairs, ([id]) => id)].map(([id, own]) => [id, own.flatMap(([, slug]) => slug ?? [])]),
  );
  return { personas, waiting, held, tasks: new Map(first), footprintsOf };
}
