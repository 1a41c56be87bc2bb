import type { Connection } from '../../platform/database/database.ts';
import { type Evidenced, evidencedAtSigning, evidencedNow } from './evidenced-answers.ts';
import { type AnsweredKey, listNoted, listSigned, listUseFacts } from './use-repository.ts';

/** Which answers of some assessments are evidenced on a day, of those that are not signed. */
export async function readEvidencedNow(
  connection: Connection,
  keys: readonly AnsweredKey[],
  day: string,
): Promise<Evidenced> {
  return evidencedNow(await listUseFacts(connection, keys), day);
}

/** Which answers of some assessments were evidenced when they were signed; what has become of it since changes nothing. */
export async function readEvidencedAtSigning(connection: Connection, keys: readonly AnsweredKey[]): Promise<Evidenced> {
  const signed = await listSigned(connection, keys);
  return evidencedAtSigning(signed, await listNoted(connection, keys));
}
