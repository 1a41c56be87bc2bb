import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { appendAuditEvent } from '../../../platform/audit/audit-trail.ts';
import type { Database } from '../../../platform/database/database.ts';
import type { RegisterKeeping } from '../../../register-keeping.ts';
import { changeRegister, handOnRecords, type RegisterAction, type RegisterTransaction } from '../../register/index.ts';
import { readReference, readReferenceFiles } from '../reading/read-reference.ts';
import { foldShippedOrganisations, type ReferencePack } from './fold-shipped.ts';
import { planShippedSuccessions } from './plan-shipped-successions.ts';
import {
  analyzeReference,
  findLoadedDigest,
  listVanished,
  updateLoadedDigest,
  updateReference,
} from './reference-repository.ts';
import { type ReferenceRows, referenceRows } from './reference-rows.ts';
import { insertShippedSuccessions, listRecordedSuccessions } from './shipped-succession-repository.ts';

export type ReferenceLoad =
  | { readonly kind: 'current' }
  | { readonly kind: 'loaded'; readonly areaCount: number; readonly organisationCount: number };

/** The shipped facts no longer name what this database holds, on which records may depend. */
export class ReferenceVanishedError extends Error {
  override readonly name = 'ReferenceVanishedError';
  readonly code = 'reference_vanished';
  /** Codes of organisations and ids of areas. */
  readonly vanished: readonly string[];

  constructor(vanished: readonly string[]) {
    super(
      `The reference facts no longer name ${vanished.join(', ')}, which this database holds and on which records may depend. ` +
        'Nothing was loaded. Put the rows back; what has ended keeps its row and gets an end date in valid_to.',
    );
    this.vanished = vanished;
  }
}

/**
 * Brings the reference facts of the folders into the database, all or nothing. What is loaded is known by the digest of the
 * files, so that a start with unchanged files costs reading them and one query.
 *
 * Throws `ReferenceDataError` for faulty files and `ReferenceVanishedError` when organisations or areas loaded before are
 * missing now.
 */
export async function loadReference(
  database: Database,
  folders: readonly string[],
  pack: ReferencePack,
  now: Date,
  keeping: RegisterKeeping,
): Promise<ReferenceLoad> {
  const digest = await digestOf(folders);
  if ((await findLoadedDigest(database)) === digest) {
    return { kind: 'current' };
  }
  const rows = referenceRows(await readReference(folders));
  const by = { personId: null, name: itself, onBehalfOf: itself, at: now };
  const action: RegisterAction = { because: 'the facts that come with the service were loaded', by, lasts: 'long' };
  // Several processes may start on one database at once: the second finds the facts there.
  return database
    .transaction()
    .execute((transaction) =>
      changeRegister(transaction, keeping, action, (register) =>
        replaceUnlessCurrent(register, { rows, digest, pack, now }),
      ),
    );
}

const itself = 'the service itself';

interface Load {
  readonly rows: ReferenceRows;
  readonly digest: string;
  readonly pack: ReferencePack;
  readonly now: Date;
}

async function replaceUnlessCurrent(
  transaction: RegisterTransaction,
  { rows, digest, pack, now }: Load,
): Promise<ReferenceLoad> {
  if ((await findLoadedDigest(transaction)) === digest) {
    return { kind: 'current' };
  }
  const vanished = await listVanished(transaction, rows);
  if (vanished.length > 0) {
    throw new ReferenceVanishedError(vanished);
  }
  await updateReference(transaction, rows);
  await foldShippedOrganisations(transaction, rows.organisations, pack);
  const recorded = await listRecordedSuccessions(transaction, rows.successions);
  await insertShippedSuccessions(transaction, planShippedSuccessions(rows.successions, recorded), now);
  await handOnRecords(transaction, {
    organisationIds: [...new Set(rows.organisations.map((row) => row.organisation_id))],
  });
  await analyzeReference(transaction);
  await updateLoadedDigest(transaction, digest, now);
  const counts = {
    areaCount: rows.areaIds.length,
    organisationCount: new Set(rows.organisations.map((row) => row.organisation_id)).size,
  };
  await appendAuditEvent(transaction, {
    chain: 'reference',
    action: 'reference-loaded',
    personId: null,
    onBehalfOf: itself,
    at: now,
    detail: { digest, ...counts },
  });
  return { kind: 'loaded', ...counts };
}

/** SHA-256 over names and contents of the files, folder by folder in the order of their names. */
async function digestOf(folders: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const { path, text } of await readReferenceFiles(folders)) {
    hash
      .update(`${basename(path)}\0`)
      .update(text)
      .update('\0');
  }
  return hash.digest('hex');
}
