import type { AtPath, PackPath, PackProblem } from '../pack-fault.ts';
import type { WrittenQuestion, WrittenScale } from '../sound-pack.ts';
import { duplicateIds } from './check-ids.ts';

/** Whether the levels of an instrument's questions are those of their scales, and each can be told by its elements. */
export function checkLevels(
  scales: ReadonlyMap<string, WrittenScale>,
  questions: readonly AtPath<WrittenQuestion>[],
): PackProblem[] {
  const levelled = questions.filter(({ value }) => value.levels.length > 0);
  const elements = levelled.flatMap(({ value, path }) =>
    value.levels.flatMap((level, position) =>
      level.elements.map(({ id }, index) => ({ id, path: [...path, 'levels', position, 'elements', index] })),
    ),
  );
  return [
    ...levelled.flatMap(({ value, path }) => [
      ...checkOptions(value, scales.get(value.scale), path),
      ...checkElements(value, path),
    ]),
    ...duplicateIds(elements),
  ];
}

/** A scale that is not there is a fault of its own. */
function checkOptions(question: WrittenQuestion, scale: WrittenScale | undefined, path: PackPath): PackProblem[] {
  if (scale === undefined) {
    return [];
  }
  if (!scale.scored) {
    return [{ path: [...path, 'levels'], message: `the scale "${scale.id}" is not scored, so it has no levels` }];
  }
  const misplaced = question.levels.flatMap(({ option }, index) => {
    const due = scale.options[index]?.id;
    return option === due
      ? []
      : [
          {
            path: [...path, 'levels', index, 'option'],
            message:
              due === undefined
                ? `the scale "${scale.id}" has no more options, so there is no level "${option}"`
                : `the level "${option}" stands where the scale "${scale.id}" has "${due}"`,
          },
        ];
  });
  const left = scale.options.slice(question.levels.length);
  return [
    ...misplaced,
    ...left.map(({ id }) => ({
      path: [...path, 'levels'],
      message: `there is no level for "${id}" of the scale "${scale.id}"`,
    })),
  ];
}

/** The id of an element begins with that of its question, so that it can be told from any other word of an answer. */
function checkElements({ id: questionId, levels }: WrittenQuestion, path: PackPath): PackProblem[] {
  return levels.flatMap(({ option, elements }, position) => {
    const place = [...path, 'levels', position, 'elements'];
    const misnamed = elements.flatMap(({ id }, index) =>
      id.startsWith(`${questionId}-`)
        ? []
        : [{ path: [...place, index, 'id'], message: `the id "${id}" does not begin with "${questionId}-"` }],
    );
    if (position === 0 && elements.length > 0) {
      const message = `the first level "${option}" needs nothing, so it has no elements`;
      return [{ path: place, message }, ...misnamed];
    }
    if (position > 0 && elements.length === 0) {
      return [
        { path: place, message: `the level "${option}" has no elements, so nobody could tell whether it is reached` },
      ];
    }
    return misnamed;
  });
}
