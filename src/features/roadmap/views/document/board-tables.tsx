import type { BoardReading } from '../../content/content-kind.ts';
import { eachKind } from '../../content/content-kinds.ts';

/** The tables of every kind of content that a board reads, in the order of the document. */
export function BoardTables(reading: BoardReading) {
  return eachKind(({ board: Board, section }) => (Board === null ? null : <Board key={section.kind} {...reading} />));
}
