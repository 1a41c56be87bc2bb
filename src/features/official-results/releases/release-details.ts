import { z } from 'zod';
import { storedJson } from '../../../platform/stored-json.ts';
import type { ReleaseDetails } from '../../directory-import/index.ts';

const details: z.ZodType<ReleaseDetails> = z.strictObject({
  series: z.string(),
  version: z.int().min(1),
  title: z.string(),
  publisher: z.string(),
  publishedOn: z.iso.date(),
  url: z.string().nullable(),
  licence: z.string(),
  standing: z.enum(['official', 'stated', 'inferred']),
  note: z.string(),
});

/** What was said of a release when its file was sent. */
export const storedDetails = storedJson('import_upload.details', details);
