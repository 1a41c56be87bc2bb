import { z } from 'zod';
import { keyOf, storedJson } from '../../../platform/stored-json.ts';
import type { ImportFault } from '../read/import-faults.ts';
import { differenceWords, type FileDifference } from '../take-in/difference-words.ts';
import { differenceCounts } from '../take-in/import-outcome.ts';
import type { UploadFaults, UploadReport } from './upload.ts';

const text = z.string();
const count = z.int().min(0);

const difference: z.ZodType<FileDifference> = z.strictObject({
  kind: keyOf(differenceWords),
  code: text,
  name: text,
  before: text,
  after: text,
  isPast: z.boolean(),
  row: count.nullable(),
});

const report: z.ZodType<UploadReport> = z.strictObject({
  rowCount: count,
  counts: differenceCounts,
  notes: z.array(text),
  absent: z.strictObject({ total: count, codes: z.array(text) }),
  sourceId: text,
  shown: z.array(difference),
  // The first files that were sent had none.
  digest: text.default(''),
});

const fault: z.ZodType<ImportFault> = z.strictObject({
  line: count.nullable(),
  column: count.nullable(),
  columnName: text.nullable(),
  reason: text,
});

const faults: z.ZodType<UploadFaults> = z.strictObject({ faults: z.array(fault), total: count });

/** What the check of a file found; null until it has come to its end. */
export const storedReport = storedJson('import_upload.finding', report.nullable());

/** What is wrong with a file that was refused for it. */
export const storedFaults = storedJson('import_upload.faults', faults.nullable());
