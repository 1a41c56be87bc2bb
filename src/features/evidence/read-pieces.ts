import type { Database } from '../../platform/database/database.ts';
import { type FileKey, findPiece } from './piece-repository.ts';

/** The bytes of a file, a piece at a time, each by a query of its own: whoever is slow holds no connection. */
export async function* piecesOf(database: Database, file: FileKey): AsyncGenerator<Buffer> {
  for (let number = 0; ; number += 1) {
    const piece = await findPiece(database, file, number);
    if (piece === null) {
      return;
    }
    yield piece;
  }
}
