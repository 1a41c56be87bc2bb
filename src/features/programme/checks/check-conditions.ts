import type { AtPath, PackPath, PackProblem } from '../pack-fault.ts';
import type { WrittenQuestion, WrittenScale } from '../sound-pack.ts';
import { unknownReference } from './check-ids.ts';

/**
 * Whether each question that hangs on an answer hangs on an earlier one, and on an answer that can be given. Without forward references
 * there are no circles: whether a question is asked is told by going through the instrument once.
 *
 * @param questions of one instrument, in its order
 * @param settings all care settings in which organisations are assessed
 */
export function checkConditions(
  scales: ReadonlyMap<string, WrittenScale>,
  questions: readonly AtPath<WrittenQuestion>[],
  settings: ReadonlySet<string>,
): PackProblem[] {
  const places = new Map(questions.map(({ value }, place) => [value.id, place]));
  return questions.flatMap(({ value: question, path }, place) => {
    if (question.when === null) {
      return [];
    }
    const at = [...path, 'when'];
    const sourcePlace = places.get(question.when.question);
    const source = questions[sourcePlace ?? -1]?.value;
    if (source === undefined || sourcePlace === undefined) {
      return unknownReference(question.when.question, new Set(), 'question in this instrument', [...at, 'question']);
    }
    return [
      ...(sourcePlace < place ? [] : [{ path: [...at, 'question'], message: notEarlier(question, source, questions) }]),
      ...checkOptions(question.when, scales.get(source.scale), at),
      ...checkSettings(question, source, settings, [...at, 'question']),
    ];
  });
}

function notEarlier(
  question: WrittenQuestion,
  source: WrittenQuestion,
  questions: readonly AtPath<WrittenQuestion>[],
): string {
  if (source === question) {
    return `"${question.id}" hangs on its own answer`;
  }
  const circle = circleFrom(question, questions);
  return circle === null
    ? `"${question.id}" hangs on "${source.id}", which is asked after it`
    : `"${question.id}" hangs on itself: ${circle.join(', ')}`;
}

/** The ids from a question over what it hangs on back to it; null where they do not come back. */
function circleFrom(question: WrittenQuestion, questions: readonly AtPath<WrittenQuestion>[]): string[] | null {
  const sources = new Map(questions.map(({ value }) => [value.id, value.when?.question]));
  const seen = [question.id];
  for (let at = sources.get(question.id); at !== undefined; at = sources.get(at)) {
    if (at === question.id) {
      return [...seen, at];
    }
    if (seen.includes(at)) {
      return null;
    }
    seen.push(at);
  }
  return null;
}

/** A scale that is not there is a fault of its own. */
export function checkOptions(
  { is }: NonNullable<WrittenQuestion['when']>,
  scale: WrittenScale | undefined,
  path: PackPath,
): PackProblem[] {
  if (scale === undefined) {
    return [];
  }
  const options = new Set(scale.options.map(({ id }) => id));
  return is.flatMap((id, index) => {
    const place = [...path, 'is', index];
    return is.indexOf(id) === index
      ? unknownReference(id, options, `option of the scale "${scale.id}"`, place)
      : [{ path: place, message: `"${id}" is named twice` }];
  });
}

/** In a care setting in which it can hang on no answer it would never be asked, without a word of it in the pack. */
function checkSettings(
  question: WrittenQuestion,
  source: WrittenQuestion,
  settings: ReadonlySet<string>,
  path: PackPath,
): PackProblem[] {
  const isPut = ({ careSettings }: WrittenQuestion, setting: string) =>
    careSettings.length === 0 || careSettings.includes(setting);
  const lost = [...settings].filter((setting) => isPut(question, setting) && !isPut(source, setting));
  return lost.map((setting) => ({
    path,
    message: `"${source.id}" is not put to "${setting}", where "${question.id}" hangs on it`,
  }));
}
