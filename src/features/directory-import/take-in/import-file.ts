import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { appendAuditEvent } from '../../../platform/audit/audit-trail.ts';
import type { Connection, Database } from '../../../platform/database/database.ts';
import { allowLongWork } from '../../../platform/database/statements/allow-long-work.ts';
import { planForGrowth } from '../../../platform/database/statements/plan-for-growth.ts';
import {
  changeRegister,
  type OrganisationTypes,
  type RegisterAction,
  type RegisterTransaction,
} from '../../register/index.ts';
import { ImportFaultsError } from '../read/import-faults.ts';
import { layouts } from '../read/layouts.ts';
import type { FileReport, ImportOutcome } from './import-outcome.ts';
import { findAbsent, findImport, insertImport, insertSource } from './import-repository.ts';
import type { ReadSource } from './sighting-of.ts';
import { type ImportRequest, takeInItems } from './take-in-items.ts';

/**
 * Brings a file of organisations into the directory: all of it in one transaction, or nothing. The same file again changes
 * nothing, and neither does an older one change what a newer one says.
 */
export function importFile(
  database: Database,
  types: OrganisationTypes,
  request: ImportRequest & {
    /** Asked at the end, with all that would change, whether to keep it; a dry run says no, and nothing is changed. */
    readonly isWanted: (found: FileReport) => boolean;
  },
): Promise<ImportOutcome> {
  return keepIfWanted(database, (transaction) => takeInFile(transaction, types, request), request.isWanted);
}

/** A file as it was taken in, in a transaction that is still open. */
export type FileTaken = Extract<ImportOutcome, { readonly kind: 'imported' | 'known' }>;

/** Has a file of any kind taken in, and keeps what that changed if it is wanted. */
export async function keepIfWanted(
  database: Database,
  takeIn: (transaction: Connection) => Promise<FileTaken>,
  isWanted: (found: FileReport) => boolean,
): Promise<ImportOutcome> {
  try {
    return await database.transaction().execute(async (transaction) => {
      const outcome = await takeIn(transaction);
      if (outcome.kind === 'imported' && !isWanted(outcome)) {
        throw new UnwantedEnd(outcome);
      }
      return outcome;
    });
  } catch (error) {
    if (error instanceof UnwantedEnd) {
      return { ...error.report, kind: 'checked' };
    }
    if (error instanceof ImportFaultsError) {
      return { kind: 'refused', faults: error.faults, total: error.total };
    }
    throw error;
  }
}

/** Ends a transaction whose result is not wanted; a dry run and the real one do the same work by the same code. */
class UnwantedEnd extends Error {
  override readonly name = 'UnwantedEnd';
  readonly report: FileReport;

  constructor(report: FileReport) {
    super('what the file would change is not wanted');
    this.report = report;
  }
}

/**
 * The same inside a transaction of the caller's, who decides what becomes of it. Throws `ImportFaultsError` for a file that is
 * not as it should be.
 */
export async function takeInFile(
  transaction: Connection,
  types: OrganisationTypes,
  request: ImportRequest,
): Promise<FileTaken> {
  const digest = await digestOf(request.open());
  return changeRegister(transaction, request.register, actionOf(request), async (register) => {
    await planForGrowth(register);
    await allowLongWork(register);
    const known = await findImport(register, { ...request, digest });
    return known === null
      ? { kind: 'imported', ...(await takeIn(register, types, request, digest)) }
      : { kind: 'known', importedAt: known.importedAt };
  });
}

function actionOf({ fileName, personId, onBehalfOf, now }: ImportRequest): RegisterAction {
  const by = { personId, name: onBehalfOf, onBehalfOf, at: now };
  return { because: `the file ${fileName} was brought in`, by, lasts: 'long' };
}

async function takeIn(
  transaction: RegisterTransaction,
  types: OrganisationTypes,
  request: ImportRequest,
  digest: string,
): Promise<FileReport> {
  const source = {
    sourceId: `import-${request.layout}-${request.datedOn}-${digest.slice(0, 12)}`,
    datedOn: request.datedOn,
  };
  await insertSource(transaction, describeSource(request, source));
  const { rowCount, counts, notes } = await takeInItems(transaction, types, request, source);
  const absent = await findAbsent(transaction, request);
  await insertImport(transaction, {
    importId: request.importId,
    sourceId: source.sourceId,
    fileName: request.fileName,
    digest,
    layout: request.layout,
    datedOn: request.datedOn,
    rowCount,
    counts,
    importedAt: request.now,
    importedBy: request.personId,
  });
  await appendAuditEvent(transaction, {
    chain: 'directory',
    action: 'file-imported',
    personId: request.personId,
    onBehalfOf: request.onBehalfOf,
    at: request.now,
    detail: { fileName: request.fileName, layout: request.layout, datedOn: request.datedOn, digest, rowCount, counts },
  });
  return { rowCount, counts, notes, absent, sourceId: source.sourceId };
}

function describeSource({ layout, fileName, datedOn }: ImportRequest, { sourceId }: ReadSource) {
  const label = layouts.find(({ id }) => id === layout)?.label ?? layout;
  return {
    sourceId,
    title: `${label}, file ${fileName}`,
    ...(layout === 'organisations'
      ? { publisher: 'A directory such as this one', licence: 'As given there' }
      : { publisher: 'NHS Organisation Data Service', licence: 'Open Government Licence v3.0' }),
    datedOn,
    note: '',
  };
}

async function digestOf(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of chunks) {
    hash.update(chunk);
    // Chunks that lie in memory follow each other without a pause; between them others have their turn.
    await setImmediate();
  }
  return hash.digest('hex');
}
