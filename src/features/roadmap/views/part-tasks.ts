import { paths } from '../../../paths.ts';
import type { Task } from '../../../views/task-list.tsx';
import type { RoadmapPart } from '../../programme/index.ts';
import type { TaskFacts } from '../content/content-kind.ts';
import { eachKind, type RoadmapContent } from '../content/content-kinds.ts';
import { partSaves } from '../content/parts/part.ts';
import { subjectOf } from '../content/saved-kind.ts';
import { hintOf, taskStates } from '../content/task-words.ts';

export interface TaskInput extends TaskFacts {
  readonly content: RoadmapContent;
  /** False once the version takes no more text, when nothing waits to be written. */
  readonly isOpen: boolean;
}

/** What there is to write, in the order of the roadmap, each with how far it has come and who saved it last. */
export function partTasks(input: TaskInput): Task[] {
  return input.pack.roadmapTemplate.parts.flatMap((part) => [partTask(part, input), ...tableTasks(part, input)]);
}

function tableTasks(part: RoadmapPart, input: TaskInput): Task[] {
  return eachKind(({ table }, of) =>
    table?.standsIn(part) === true ? [table.task(of(input.content), input)] : [],
  ).flat();
}

function partTask(part: RoadmapPart, { slug, content, stamps, isOpen }: TaskInput): Task {
  const body = content.parts.find(({ partId }) => partId === part.id)?.body ?? '';
  const needed = part.required && part.kind === 'narrative';
  const waiting = needed ? taskStates.toDo : taskStates.optional;
  return {
    id: `part-${part.id}`,
    text: `${part.number}. ${part.title}`,
    href: paths.roadmapContent(slug, 'parts', part.id),
    ...hintOf(stamps.get(subjectOf(partSaves, part.id))),
    ...(body.trim() === '' ? (isOpen ? waiting : taskStates.leftEmpty) : taskStates.written),
  };
}
