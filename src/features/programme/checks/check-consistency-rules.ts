import type { PackProblem } from '../pack-fault.ts';
import type { SoundPack } from '../sound-pack.ts';
import { checkOptions } from './check-conditions.ts';
import { unknownReference } from './check-ids.ts';
import { questionsWritten } from './questions-written.ts';

/** Whether each consistency rule is about questions of its instrument, and answers that can be given to them. */
export function checkConsistencyRules(pack: SoundPack): PackProblem[] {
  return pack.consistencyRules.items.flatMap(({ value: { instrument: id, between }, path }) => {
    const unknown = unknownReference(id, pack.instruments.ids, 'instrument', [...path, 'instrument']);
    const written = questionsWritten(pack, id);
    if (unknown.length > 0 || written === null) {
      return unknown;
    }
    const { questions, scales } = written;
    return between.flatMap((condition, index) => {
      const place = [...path, 'between', index];
      const question = questions.get(condition.question);
      const isRepeated = between.findIndex((each) => each.question === condition.question) !== index;
      return [
        ...unknownReference(condition.question, new Set(questions.keys()), `question of "${id}"`, [
          ...place,
          'question',
        ]),
        ...(isRepeated ? [{ path: [...place, 'question'], message: `"${condition.question}" is named twice` }] : []),
        ...checkOptions(condition, scales.get(question?.scale ?? ''), place),
      ];
    });
  });
}
