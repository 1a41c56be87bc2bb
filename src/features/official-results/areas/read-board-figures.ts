import type { Connection } from '../../../platform/database/database.ts';
import { type BoardFigures, boardFigures } from './board-figures.ts';
import { listBoardResults } from './board-figures-repository.ts';

/** What was published by the day of the boards that there are on it; null where nothing was. One query. */
export async function readBoardFigures(connection: Connection, asAt: string): Promise<BoardFigures | null> {
  return boardFigures(await listBoardResults(connection, asAt));
}
