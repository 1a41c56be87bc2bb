import { headBytes, tailBytes, typeOfFile } from '../../../platform/files/file-type.ts';
import type { SpooledFile } from '../../../platform/uploads/spooled-file.ts';
import type { FileSent } from '../../evidence/index.ts';

/** What a file is that came with a form, by its bytes; null where none was chosen. */
export async function sentFileFacts(file: SpooledFile | undefined): Promise<FileSent | null> {
  if (file === undefined) {
    return null;
  }
  const { name, digest, byteCount, isCutShort } = file;
  const head = await file.read(0, headBytes);
  const tail = await file.read(Math.max(0, byteCount - tailBytes), tailBytes);
  return { name, digest, byteCount, isCutShort, found: typeOfFile({ head, tail, byteCount }, name) };
}
