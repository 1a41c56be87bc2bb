import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { Database } from '../../platform/database/database.ts';
import type { FileContent } from './evidence.ts';
import { hasPieces } from './piece-repository.ts';
import { piecesOf } from './read-pieces.ts';

/** Nothing in it is run or drawn as a page of ours, however it is opened. */
const AS_A_FILE_ALONE = "default-src 'none'; sandbox";

/**
 * Sends a file to be saved, a piece at a time; null where its bytes are gone. Whoever takes it slowly holds a piece in memory, and no
 * connection of the database in between.
 */
export async function sendEvidenceFile(
  reply: FastifyReply,
  database: Database,
  organisationId: string,
  { digest, fileName, mediaType, byteCount }: FileContent,
): Promise<FastifyReply | null> {
  const file = { organisationId, digest };
  if (!(await hasPieces(database, file))) {
    return null;
  }
  return reply
    .type(mediaType)
    .header('content-length', byteCount)
    .header('content-disposition', dispositionOf(fileName))
    .header('content-security-policy', AS_A_FILE_ALONE)
    .header('x-content-type-options', 'nosniff')
    .send(Readable.from(whole(piecesOf(database, file), byteCount, digest), { objectMode: false }));
}

/** With the whole name for whoever reads RFC 8187, and one of plain letters for others. */
function dispositionOf(fileName: string): string {
  const plain = fileName.replaceAll(/[^\w .-]/g, '_');
  const whole = encodeURIComponent(fileName).replaceAll(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}

/** Breaks the answer off, rather than end it as if it were whole, where the rest was removed in the middle. */
async function* whole(pieces: AsyncIterable<Buffer>, byteCount: number, digest: string): AsyncGenerator<Buffer> {
  let sent = 0;
  for await (const piece of pieces) {
    sent += piece.length;
    yield piece;
  }
  if (sent !== byteCount) {
    throw new Error(`the file ${digest} was removed while it was sent`);
  }
}
