import type { IndicatorRule } from '../indicator.ts';
import type { AtPath, PackPath, PackProblem } from '../pack-fault.ts';
import type { SoundPack } from '../sound-pack.ts';
import { checkOptions } from './check-conditions.ts';
import { duplicateIds, unknownReference } from './check-ids.ts';
import { questionsWritten } from './questions-written.ts';

type WrittenIndicator = SoundPack['indicators']['items'][number]['value'];

/** Whether each indicator has either words or a unit, and is held against answers that can be given. */
export function checkIndicators(pack: SoundPack): PackProblem[] {
  return pack.indicators.items.flatMap(({ value: indicator, path }) => [
    ...checkFigures(indicator, path),
    ...indicator.bearsOn.flatMap((rule, index) =>
      checkRule(pack, indicator, { value: rule, path: [...path, 'bearsOn', index] }),
    ),
  ]);
}

function checkFigures({ values, unit, bearsOn }: WrittenIndicator, path: PackPath): PackProblem[] {
  const isNumber = values.length === 0;
  return [
    ...duplicateIds(values.map(({ id }, index) => ({ id, path: [...path, 'values', index] }))),
    ...when(isNumber === (unit === null), path, 'figures are either words ("values") or numbers ("unit")'),
    ...when(
      isNumber && bearsOn.length > 0,
      [...path, 'bearsOn'],
      'only figures that are words can be held against answers',
    ),
  ];
}

function checkRule(
  pack: SoundPack,
  { values, kind }: WrittenIndicator,
  { value: rule, path }: AtPath<IndicatorRule>,
): PackProblem[] {
  const words = new Set(values.map(({ id }) => id));
  const unknownWords = rule.where.flatMap((id, index) =>
    unknownReference(id, words, 'value of this indicator', [...path, 'where', index]),
  );
  const both = rule.agrees.filter((option) => rule.conflicts.includes(option));
  const written = questionsWritten(pack, rule.instrument);
  const about =
    written === null
      ? unknownReference(rule.instrument, pack.instruments.ids, 'instrument', [...path, 'instrument'])
      : checkAnswers(rule, written, path);
  return [
    ...unknownWords,
    ...when(
      rule.agrees.length + rule.conflicts.length === 0,
      path,
      'a figure bears out some answers, or conflicts with some',
    ),
    ...when(
      kind === 'declaration' && rule.agrees.length > 0,
      [...path, 'agrees'],
      'what an organisation declares itself bears no answer out',
    ),
    ...both.map((option) => ({ path: [...path, 'conflicts'], message: `"${option}" both agrees and conflicts` })),
    ...about,
  ];
}

function checkAnswers(
  { instrument, question: id, agrees, conflicts }: IndicatorRule,
  { questions, scales }: NonNullable<ReturnType<typeof questionsWritten>>,
  path: PackPath,
): PackProblem[] {
  const question = questions.get(id);
  const scale = scales.get(question?.scale ?? '');
  return [
    ...unknownReference(id, new Set(questions.keys()), `question of "${instrument}"`, [...path, 'question']),
    ...checkOptions({ question: id, is: [...agrees, ...conflicts] }, scale, path).map((problem) => ({
      ...problem,
      path,
    })),
  ];
}

function when(isWrong: boolean, path: PackPath, message: string): PackProblem[] {
  return isWrong ? [{ path, message }] : [];
}
