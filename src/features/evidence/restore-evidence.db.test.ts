import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addPerson } from '../../../test/builders/sign-in-as.ts';
import { emptyDatabase } from '../../../test/database/earlier-database.ts';
import { cloneDatabase, type TestDatabase } from '../../../test/database/test-service.ts';
import { restoreBackup } from '../../platform/backup/restore-backup.ts';
import { writeBackup } from '../../platform/backup/write-backup.ts';
import type { Database } from '../../platform/database/database.ts';
import { pieceBytes } from '../../platform/uploads/spooled-file.ts';
import { projectFolder } from '../../project-folder.ts';
import { keepEvidence } from './keep-evidence.ts';
import { piecesOf } from './read-pieces.ts';
import { removeEvidence } from './remove-evidence.ts';

let folder: string;
let kept: TestDatabase;
let empty: TestDatabase;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'ldr-evidence-'));
  [kept, empty] = await Promise.all([cloneDatabase('facts'), emptyDatabase()]);
  await addPerson({ database: kept.database }, [], { personId: 'cora' });
});
afterAll(async () => {
  await Promise.all([kept.close(), empty.close()]);
  await rm(folder, { recursive: true, force: true });
});

const organisationId = 'RP5';
const by = { personId: 'cora', onBehalfOf: 'Assessment coordinator', at: new Date() };

async function keepFile(bytes: Buffer): Promise<string> {
  const evidenceId = randomUUID();
  const outcome = await kept.database.transaction().execute((transaction) =>
    keepEvidence(
      transaction,
      {
        organisationId,
        evidenceId,
        roundId: 'dmsa-2015',
        roundBytes: 100_000_000,
        illustrative: false,
        details: { title: 'Paper', effectiveOn: null, expiresOn: null },
        content: {
          kind: 'file',
          digest: createHash('sha256').update(bytes).digest('hex'),
          fileName: 'paper.pdf',
          mediaType: 'application/pdf',
          byteCount: bytes.length,
          scanned: { outcome: 'clean', detail: '' },
          async *pieces() {
            for (let at = 0; at < bytes.length; at += pieceBytes) {
              yield bytes.subarray(at, at + pieceBytes);
            }
          },
        },
      },
      by,
    ),
  );
  expect(outcome).toEqual({ kind: 'kept', evidenceId });
  return evidenceId;
}

/** The SHA-256 of the bytes that are there, beside the one that the file is known by. */
async function digestsIn(database: Database) {
  const files = await database
    .selectFrom('evidence_file')
    .select(['organisation_id', 'digest'])
    .orderBy('digest')
    .execute();
  const found: { known: string; formed: string }[] = [];
  for (const { organisation_id, digest } of files) {
    const hash = createHash('sha256');
    for await (const piece of piecesOf(database, { organisationId: organisation_id, digest })) {
      hash.update(piece);
    }
    found.push({ known: digest, formed: hash.digest('hex') });
  }
  return found;
}

test('evidence is in a backup and comes back byte for byte; what was removed does not', async () => {
  for (const size of [1, pieceBytes, pieceBytes + 1, 3_000_000]) {
    await keepFile(randomBytes(size));
  }
  const removed = randomBytes(1000);
  const evidenceId = await keepFile(removed);
  const isHeld = () => Promise.resolve(false);
  await removeEvidence(
    kept.database,
    { organisationId, evidenceId, reason: 'Names', isSignedAccepted: false, isHeld },
    by,
  );
  const nothing = createHash('sha256').digest('hex');

  const file = path.join(folder, 'a.backup');
  await writeBackup({ url: kept.url, file, at: new Date(), software: 'test', about: {} });
  await restoreBackup({
    file,
    ownerUrl: empty.ownerUrl,
    migrationsFolder: projectFolder('migrations'),
    filledByMigrations: ['public.source', 'public.directory_change'],
  });

  const restored = await digestsIn(empty.owner);
  expect(restored).toHaveLength(5);
  expect(restored.filter(({ known, formed }) => known !== formed)).toEqual([
    { known: createHash('sha256').update(removed).digest('hex'), formed: nothing },
  ]);
  expect(restored).toEqual(await digestsIn(kept.database));
  const { rows } = await sql<{ reason: string }>`select reason from evidence_removal`.execute(empty.owner);
  expect(rows).toEqual([{ reason: 'Names' }]);
});
