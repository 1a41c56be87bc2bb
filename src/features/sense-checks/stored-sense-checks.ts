import { z } from 'zod';
import { keyOf, storedJson } from '../../platform/stored-json.ts';
import { type SenseCheck, type SenseCheckKind, senseCheckLabels } from './sense-check.ts';

/** What was asked about the answers of one assessment, in order. */
export const storedSenseChecks = storedJson<readonly SenseCheck[]>(
  'sense_check.checks',
  z.array(
    z.strictObject({
      key: z.string(),
      kind: keyOf<SenseCheckKind>(senseCheckLabels),
      sectionId: z.string(),
      questionIds: z.array(z.string()),
      asks: z.string(),
    }),
  ),
);
