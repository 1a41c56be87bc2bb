import { paths } from '../../../paths.ts';
import { countOf, formatDate } from '../../../views/format.ts';
import type { Task } from '../../../views/task-list.tsx';
import type { RoadmapPart } from '../../programme/index.ts';
import type { RoadmapContent, RoadmapPack } from '../roadmap.ts';
import type { SaveStamp } from '../save-repository.ts';
import { partSubject, planSubject, trajectorySubject } from '../save-subject.ts';

export interface TaskInput {
  readonly slug: string;
  readonly pack: RoadmapPack;
  readonly content: RoadmapContent;
  readonly stamps: ReadonlyMap<string, SaveStamp>;
  /** False once the version takes no more text, when nothing waits to be written. */
  readonly isOpen: boolean;
}

/** What there is to write, in the order of the roadmap, each with how far it has come and who saved it last. */
export function partTasks(input: TaskInput): Task[] {
  return input.pack.roadmapTemplate.parts.flatMap((part) => {
    switch (part.kind) {
      case 'capabilities':
        return [partTask(part, input), trajectoryTask(input), deploymentsTask(input)];
      case 'universal':
        return [partTask(part, input), plansTask(input)];
      default:
        return [partTask(part, input)];
    }
  });
}

type State = Pick<Task, 'status' | 'colour'>;

const toDo: State = { status: 'To write', colour: 'blue' };
const optional: State = { status: 'Optional text', colour: 'grey' };
const noneYet: State = { status: 'None yet', colour: 'grey' };
const leftEmpty: State = { status: 'Not written' };
const begun: State = { status: 'Begun', colour: 'aqua-green' };
const written: State = { status: 'Written' };

function partTask(part: RoadmapPart, { slug, content, stamps, isOpen }: TaskInput): Task {
  const body = content.parts.find(({ partId }) => partId === part.id)?.body ?? '';
  const needed = part.required && part.kind === 'narrative';
  const waiting = needed ? toDo : optional;
  return {
    id: `part-${part.id}`,
    text: `${part.number}. ${part.title}`,
    href: paths.roadmapPart(slug, part.id),
    ...hintOf(stamps.get(partSubject(part.id))),
    ...(body.trim() === '' ? (isOpen ? waiting : leftEmpty) : written),
  };
}

function trajectoryTask({ slug, pack, content, stamps }: TaskInput): Task {
  const total = pack.capabilityGroups.length * pack.roadmapTemplate.targetYears.length;
  const set = content.trajectory.flatMap(({ targets }) => targets).filter(({ target }) => target !== null).length;
  return {
    id: 'trajectory',
    text: 'Capability trajectory',
    href: paths.trajectory(slug),
    ...hintOf(stamps.get(trajectorySubject), `${set} of ${countOf(total, 'target')} set`),
    ...progress(set, total),
  };
}

function plansTask({ slug, pack, content, stamps }: TaskInput): Task {
  const total = pack.universalCapabilities.length;
  const filled = content.universalPlans.filter(({ baseline, ambitions, activities }) =>
    [baseline, ...ambitions.map(({ text }) => text), ...activities.map(({ text }) => text)].some((text) => text !== ''),
  ).length;
  const saves = pack.universalCapabilities.flatMap(({ id }) => stamps.get(planSubject(id)) ?? []);
  return {
    id: 'universal-plans',
    text: 'Universal capability plans',
    href: paths.universalPlans(slug),
    ...hintOf(latestOf(saves), `${filled} of ${countOf(total, 'plan')} begun`),
    ...progress(filled, total),
  };
}

function deploymentsTask({ slug, content, stamps }: TaskInput): Task {
  const count = content.deployments.length;
  const saves = [...stamps.values()].filter(({ subject }) => subject.startsWith('deployment:'));
  return {
    id: 'deployments',
    text: 'Capability deployment schedule',
    href: paths.deployments(slug),
    ...hintOf(latestOf(saves), countOf(count, 'deployment')),
    ...(count === 0 ? noneYet : written),
  };
}

function progress(done: number, total: number): State {
  if (done === 0) {
    return toDo;
  }
  return done < total ? begun : written;
}

function latestOf(saves: readonly SaveStamp[]): SaveStamp | undefined {
  return saves.toSorted((a, b) => b.savedAt.getTime() - a.savedAt.getTime())[0];
}

function hintOf(stamp: SaveStamp | undefined, amount = ''): { hint?: string } {
  const saved = stamp === undefined ? '' : `saved ${byWhom(stamp)}on ${formatDate(stamp.savedAt)}`;
  const words = [amount, saved].filter((text) => text !== '').join('; ');
  return words === '' ? {} : { hint: words.charAt(0).toUpperCase() + words.slice(1) };
}

function byWhom({ savedBy }: SaveStamp): string {
  return savedBy === null ? '' : `by ${savedBy} `;
}
