import type { AppContext } from '../../../context.ts';
import type { Connection } from '../../../platform/database/database.ts';
import type { Attempt } from '../../../platform/jobs/job-queue.ts';
import { organisationTypes } from '../../register/index.ts';
import { ImportFaultsError } from '../read/import-faults.ts';
import type { OtherLayoutId } from '../read/layouts.ts';
import type { FileDifference } from '../take-in/difference-words.ts';
import { type FileTaken, keepIfWanted, takeInFile } from '../take-in/import-file.ts';
import type { ImportRequest } from '../take-in/take-in-items.ts';
import { DifferenceGatherer, type Gathered } from './gather-differences.ts';
import { isSameReport, type Progress, type UploadFaults } from './upload.ts';
import { updateProgress } from './upload-repository.ts';
import { beginTurn, endTurn, type Turn, type TurnEnding, TurnLostError } from './work-turn.ts';

export interface UploadJob {
  readonly uploadId: string;
}

/** A file of another feature. */
export interface FileToTake {
  readonly fileName: string;
  readonly content: Buffer;
  readonly details: unknown;
  readonly personId: string | null;
  readonly onBehalfOf: string;
  readonly now: Date;
  readonly onDifference: (difference: FileDifference) => void;
}

/** How such files are taken in: all of one in the transaction, or an `ImportFaultsError`. */
export interface FileTaker {
  readonly layout: OtherLayoutId;
  readonly takeIn: (transaction: Connection, file: FileToTake) => Promise<FileTaken>;
}

/**
 * Does what there is to do with one file: checks it, or brings it in. What was begun by a process that ended is begun again from the
 * beginning, since nothing of it was kept. A stop is noticed within a batch of rows.
 */
export async function workOnUpload(
  context: AppContext,
  takers: readonly FileTaker[],
  { data, isLast, signal }: Attempt<UploadJob>,
): Promise<void> {
  const { database, log } = context;
  const turn = await beginTurn(database, data.uploadId, context.newId());
  if (turn === null) {
    return;
  }
  const onProgress = async (progress: Progress) => {
    signal.throwIfAborted();
    if (!(await updateProgress(database, { uploadId: data.uploadId, turnId: turn.turnId }, progress))) {
      throw new TurnLostError();
    }
  };
  const gatherer = new DifferenceGatherer();
  const takeIn = takeInOf(context, takers, { turn, gatherer, onProgress });
  try {
    await (turn.task === 'check' ? check : bringIn)(context, turn, gatherer, takeIn);
  } catch (error) {
    if (error instanceof TurnLostError) {
      return;
    }
    if (signal.aborted && !isLast) {
      await endIfOurs(context, turn, { action: 'put-back' });
      throw error;
    }
    log.error({ err: error, uploadId: data.uploadId, task: turn.task }, 'a file could not be worked on');
    await endIfOurs(context, turn, { action: 'break-off', reason: signal.aborted ? 'broken-off' : 'error' });
  }
}

async function endIfOurs(context: AppContext, turn: Turn, ending: TurnEnding): Promise<void> {
  try {
    await end(context, turn, ending);
  } catch (error) {
    if (!(error instanceof TurnLostError)) {
      throw error;
    }
  }
}

type TakeIn = (transaction: Connection) => Promise<FileTaken>;

async function check(context: AppContext, turn: Turn, gatherer: DifferenceGatherer, takeIn: TakeIn): Promise<void> {
  const outcome = await keepIfWanted(context.database, takeIn, () => false);
  switch (outcome.kind) {
    case 'checked':
    case 'imported':
      return end(context, turn, { action: 'find', found: gatherer.end(outcome) });
    case 'known':
      return end(context, turn, { action: 'refuse', reason: 'known' });
    case 'refused':
      return end(context, turn, faulty(outcome));
  }
}

/** Brings a confirmed file in, if it changes what its check found and the person saw; else shows what it would change now. */
async function bringIn(context: AppContext, turn: Turn, gatherer: DifferenceGatherer, takeIn: TakeIn): Promise<void> {
  try {
    await context.database.transaction().execute(async (transaction) => {
      const outcome = await takeIn(transaction);
      if (outcome.kind === 'known') {
        throw new OtherEnd({ action: 'refuse', reason: 'known' });
      }
      refuseOther(turn, gatherer.end(outcome));
      await endTurn(transaction, turn, { action: 'finish' });
    });
  } catch (error) {
    if (error instanceof OtherEnd) {
      return end(context, turn, error.ending);
    }
    if (error instanceof ImportFaultsError) {
      return end(context, turn, faulty(error));
    }
    throw error;
  }
}

function faulty({ faults, total }: UploadFaults): TurnEnding {
  return { action: 'refuse', reason: 'faulty', faults: { faults, total } };
}

function refuseOther({ upload }: Turn, found: Gathered): void {
  if (upload.report === null || !isSameReport(found.report, upload.report)) {
    throw new OtherEnd({ action: 'find-other', reason: 'found-other', found });
  }
}

/** Takes back what the transaction has done, and carries out of it what is to be said instead. */
class OtherEnd extends Error {
  override readonly name = 'OtherEnd';
  readonly ending: TurnEnding;

  constructor(ending: TurnEnding) {
    super('the file is not brought in after all');
    this.ending = ending;
  }
}

function end({ database }: AppContext, turn: Turn, ending: TurnEnding): Promise<void> {
  return database.transaction().execute((transaction) => endTurn(transaction, turn, ending));
}

interface Taking {
  readonly turn: Turn;
  readonly gatherer: DifferenceGatherer;
  readonly onProgress: (progress: Progress) => Promise<void>;
}

/** How the file of the turn is taken in. */
function takeInOf(
  context: AppContext,
  takers: readonly FileTaker[],
  { turn: { upload }, gatherer, onProgress }: Taking,
): TakeIn {
  const { layout, fileName, datedOn, content, details } = upload;
  const by = {
    personId: upload.decidedBy ?? upload.uploadedBy,
    onBehalfOf: upload.decidedOnBehalfOf ?? '',
    now: context.clock(),
    onDifference: gatherer.add,
  };
  if (layout === 'official-results') {
    return async (transaction) => {
      const taker = takers.find((each) => each.layout === layout);
      if (taker === undefined) {
        throw new Error(`nobody takes in files of the layout ${layout}`);
      }
      return taker.takeIn(transaction, { fileName, content, details, ...by });
    };
  }
  const request: ImportRequest = {
    ...by,
    fileName,
    layout,
    datedOn,
    open: () => chunksOf(content),
    importId: upload.uploadId,
    register: context.register,
    onProgress: (bytes: number, rows: number) => onProgress({ bytes, rows }),
  };
  const types = organisationTypes(context.pack.organisationTypes);
  return (transaction) => takeInFile(transaction, types, request);
}

const CHUNK = 65_536;

async function* chunksOf(content: Buffer): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < content.length; start += CHUNK) {
    yield content.subarray(start, start + CHUNK);
  }
}
