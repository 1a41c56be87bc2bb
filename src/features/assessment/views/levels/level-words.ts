import { listInWords } from '../../../../views/format.ts';
import type { LevelReached, LevelTally } from '../../../scoring/index.ts';

/**
 * What a level rests on, to be checked beside the elements: `all 2 of Level 2 and all 3 of Level 3 met; 1 of 2 of Level 4`.
 *
 * @param labelOf says what the option of a level is called
 */
export function levelInWords({ option, tally }: LevelReached, labelOf: (option: string) => string): string {
  const wholly = ({ option: id, of }: LevelTally) => `${of === 1 ? 'the' : 'all'} ${of} of ${labelOf(id)}`;
  const partly = ({ option: id, met, of }: LevelTally) =>
    `${met === 0 ? 'none of the' : `${met} of`} ${of} of ${labelOf(id)}`;
  const last = tally.findIndex((level) => level.option === option);
  const reached = tally.slice(0, last + 1);
  const [next, ...above] = tally.slice(last + 1);
  return [
    ...(reached.length === 0 ? [] : [`${listInWords(reached.map(wholly))} met`]),
    ...(next === undefined ? [] : [`${partly(next)}${reached.length === 0 ? ' met' : ''}`]),
    ...(next !== undefined && above.some(({ met }) => met > 0)
      ? [`what is met above counts once ${labelOf(next.option)} is reached`]
      : []),
  ].join('; ');
}
