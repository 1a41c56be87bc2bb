import { compareText } from '../../platform/compare.ts';
import { findRound, type ProgrammePack } from '../programme/index.ts';

/** What was given in the round that opened last before this one, whenever it was given; nothing where nothing was before. */
export function givenBefore<Given extends { readonly roundId: string }>(
  pack: Pick<ProgrammePack, 'rounds'>,
  given: readonly Given[],
  roundId: string,
): Given | undefined {
  const opened = openedOf(pack);
  return givenLast(
    pack,
    given.filter((each) => opened(each) !== '' && opened(each) < opened({ roundId })),
  );
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
