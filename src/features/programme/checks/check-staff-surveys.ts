import type { PackProblem } from '../pack-fault.ts';
import type { SoundPack } from '../sound-pack.ts';
import { unknownReference } from './check-ids.ts';
import { questionsWritten } from './questions-written.ts';

/** Whether each survey of staff asks questions of its instrument, each once, and is the only one of that. */
export function checkStaffSurveys(pack: SoundPack): PackProblem[] {
  const { items } = pack.staffSurveys;
  return items.flatMap(({ value: { instrument, questions }, path }, place) => {
    const isSecond = items.findIndex(({ value }) => value.instrument === instrument) !== place;
    const written = questionsWritten(pack, instrument);
    return [
      ...unknownReference(instrument, pack.instruments.ids, 'instrument', [...path, 'instrument']),
      ...(isSecond
        ? [{ path: [...path, 'instrument'], message: `"${instrument}" has a survey of staff already` }]
        : []),
      ...questions.flatMap((id, index) => {
        const at = [...path, 'questions', index];
        return [
          ...(written === null
            ? []
            : unknownReference(id, new Set(written.questions.keys()), `question of "${instrument}"`, at)),
          ...(questions.indexOf(id) === index ? [] : [{ path: at, message: `"${id}" is named twice` }]),
        ];
      }),
    ];
  });
}
