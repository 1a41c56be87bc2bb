import { compareText } from '../../platform/compare.ts';
import { findRound, type ProgrammePack } from '../programme/index.ts';

/** What was given in the round that opened last before this one, whenever it was given; nothing where nothing was before. */
export function givenBefore<Given extends { readonly roundId: string }>(
  pack: ProgrammePack,
  given: readonly Given[],
  roundId: string,
): Given | undefined {
  const opened = (id: string) => findRound(pack, id)?.opensOn ?? '';
  const before = given.filter((each) => opened(each.roundId) !== '' && opened(each.roundId) < opened(roundId));
  return before.toSorted((a, b) => compareText(opened(b.roundId), opened(a.roundId)))[0];
}
