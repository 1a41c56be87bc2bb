import { compareSteps, type StoryPart } from './story.ts';

/** Something that waits for a persona. */
interface Task {
  readonly text: string;
  readonly href: string;
  readonly part: StoryPart | null;
}

interface PersonaInStory<T extends Task> {
  readonly personId: string;
  /** All that waits for them, the first thing first. */
  readonly tasks: readonly T[];
  /** Places for which they hold a role: slugs of footprints, ids of organisations. */
  readonly places: readonly string[];
}

interface Story<T extends Task> {
  /** In the order in which a footprint needs them. */
  readonly personas: readonly PersonaInStory<T>[];
  /** What nobody can go on with for now. */
  readonly held: readonly T[];
  /** Slugs of the footprints that each organisation belongs to, by its id. */
  readonly footprintsOf: ReadonlyMap<string, readonly string[]>;
}

export interface Turn<T extends Task> {
  /** What waits for the persona themselves; null where nothing does. */
  readonly own: T | null;
  /** Whether nobody has anything to do any more in the footprint that the persona is at. */
  readonly endsHere: boolean;
  /** What would come next there, if it were not held up; null where nothing would, or something else does. */
  readonly held: T | null;
  /** Who goes on with the same story, and with what, or with another where this one ends; null where nobody does. */
  readonly next: { readonly personId: string; readonly task: T } | null;
}

/**
 * What a persona does, and who comes after them in the story of the footprint that they are at: by what they do on the page that they
 * are on, or else by where they belong. While something waits for them only a later step comes after it, so that nobody is led back and forth,
 * or on to the very step that they are at; once nothing does, it is whoever has something to do next in the order of the people. Where the story stops, another goes on.
 */
export function nextInStory<T extends Task>(story: Story<T>, personId: string, path: string): Turn<T> {
  const { personas } = story;
  const place = personas.findIndex((persona) => persona.personId === personId);
  const self = personas[place];
  if (self === undefined) {
    return { own: null, endsHere: false, held: null, next: null };
  }
  const footprints = footprintsAt(story, self, path);
  const isHere = (task: T) => footprintsOfTask(story, task).some((slug) => footprints.has(slug));
  const own = self.tasks.find(isHere) ?? null;
  const others = [...personas.slice(place + 1), ...personas.slice(0, place)].flatMap(({ personId: id, tasks }) => {
    const task = tasks.find(isHere);
    return task === undefined ? [] : [{ personId: id, task }];
  });
  const isIdle = self.tasks.length === 0;
  const next = own === null ? (others[0] ?? (isIdle ? elsewhere(story, place) : null)) : after(own, others);
  const endsHere = footprints.size > 0 && own === null && others.length === 0;
  const held = endsHere ? (story.held.toSorted(compareParts).find(isHere) ?? null) : null;
  return { own: own ?? self.tasks[0] ?? null, endsHere, held, next };
}

type Candidate<T extends Task> = NonNullable<Turn<T>['next']>;

/** The earliest of the later steps. */
function after<T extends Task>(own: T, others: readonly Candidate<T>[]): Candidate<T> | null {
  return (
    others.filter(({ task }) => compareParts(task, own) > 0).toSorted((a, b) => compareParts(a.task, b.task))[0] ?? null
  );
}

function compareParts(a: Task, b: Task): number {
  return a.part === null || b.part === null ? 0 : compareSteps(a.part.step, b.part.step);
}

function elsewhere<T extends Task>({ personas }: Story<T>, place: number): Candidate<T> | null {
  const found = [...personas.slice(place + 1), ...personas.slice(0, place)].find(({ tasks }) => tasks.length > 0);
  const task = found?.tasks[0];
  return found === undefined || task === undefined ? null : { personId: found.personId, task };
}

/** The footprints whose story the persona is at. */
function footprintsAt<T extends Task>(
  story: Story<T>,
  { tasks, places }: PersonaInStory<T>,
  path: string,
): ReadonlySet<string> {
  const onPage = tasks.find(({ href }) => path === href || path.startsWith(`${href}/`));
  if (onPage !== undefined) {
    return new Set(footprintsOfTask(story, onPage));
  }
  const named = new Set(path.split('/'));
  const all = story.personas.flatMap((persona) => persona.tasks.flatMap((task) => footprintsOfTask(story, task)));
  const inPath = all.filter((slug) => named.has(slug));
  const own = places.flatMap((one) => footprintsOfPlace(story, one));
  const first = tasks[0] === undefined ? [] : footprintsOfTask(story, tasks[0]);
  return new Set([own, inPath, first].find((slugs) => slugs.length > 0) ?? []);
}

function footprintsOfTask<T extends Task>(story: Story<T>, { part }: T): readonly string[] {
  return part === null ? [] : (story.footprintsOf.get(part.place) ?? [part.place]);
}

/** Of an organisation, those that it belongs to; a footprint is known by its slug, and a region by none. */
function footprintsOfPlace<T extends Task>({ footprintsOf }: Story<T>, place: string): readonly string[] {
  return footprintsOf.get(place) ?? [];
}
