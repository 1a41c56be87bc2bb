import { compareText } from '../../platform/compare.ts';
import { findRound, type ProgrammePack } from '../programme/index.ts';

/**
 * What was given in the round that opened last before this one, whenever it was given; nothing where nothing was before. Of several care
 * settings it is the same one: another is no earlier answer to what this one is asked, unless it was the only one then.
 */
export function givenBefore<Given extends { readonly roundId: string; readonly careSetting: string }>(
  pack: Pick<ProgrammePack, 'rounds'>,
  given: readonly Given[],
  { roundId, careSetting }: Pick<Given, 'roundId' | 'careSetting'>,
): Given | undefined {
  const opened = openedOf(pack);
  const before = given.filter((each) => opened(each) !== '' && opened(each) < opened({ roundId }));
  const last = givenLast(pack, before);
  const then = before.filter((each) => each.roundId === last?.roundId);
  return then.find((each) => each.careSetting === careSetting) ?? (then.length === 1 ? last : undefined);
}

/** What was given in the round that opened last, whenever it was given: what is sent late in an older round is not the newest. */
export function givenLast<Given extends { readonly roundId: string }>(
  pack: Pick<ProgrammePack, 'rounds'>,
  given: readonly Given[],
): Given | undefined {
  const opened = openedOf(pack);
  return given.toSorted((a, b) => compareText(opened(b), opened(a)))[0];
}

function openedOf(pack: Pick<ProgrammePack, 'rounds'>) {
  return ({ roundId }: { readonly roundId: string }) => findRound(pack, roundId)?.opensOn ?? '';
}
