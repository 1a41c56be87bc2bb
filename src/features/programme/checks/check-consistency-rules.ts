import type { PackProblem } from '../pack-fault.ts';
import type { SoundPack } from '../sound-pack.ts';
import { checkOptions } from './check-conditions.ts';
import { unknownReference } from './check-ids.ts';

/** Whether each consistency rule is about questions of its instrument, and answers that can be given to them. */
export function checkConsistencyRules(pack: SoundPack): PackProblem[] {
  return pack.consistencyRules.items.flatMap(({ value: { instrument: id, between }, path }) => {
    const instrument = pack.instruments.items.find(({ value }) => value.id === id)?.value;
    const unknown = unknownReference(id, pack.instruments.ids, 'instrument', [...path, 'instrument']);
    // Of a faulty instrument or theme it is not known what is there.
    if (unknown.length > 0 || instrument === undefined || !pack.themes.allSound) {
      return unknown;
    }
    const scales = new Map(instrument.scales.map((scale) => [scale.id, scale]));
    const themes = pack.themes.items.filter(({ value }) => value.instrument === id);
    const questions = new Map(
      themes
        .flatMap(({ value }) => value.sections.flatMap((section) => section.questions))
        .map((each) => [each.id, each]),
    );
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
