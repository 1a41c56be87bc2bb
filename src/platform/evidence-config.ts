import { z } from 'zod';
import type { Scanner } from './uploads/scan-file.ts';
import { parseScannerAddress, type ScannerAddress } from './uploads/scanner-address.ts';

function toScanner(text: string, context: z.RefinementCtx): ScannerAddress {
  const address = parseScannerAddress(text);
  if (address === null) {
    const message =
      'must be such as clamd://localhost:3310, clamd:///run/clamav/clamd.ctl or command:/usr/bin/clamdscan --no-summary -';
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  }
  return address;
}

const numberFrom = (least: number, most: number, of: string) => {
  const error = `must be a number of ${of} from ${least} to ${most}`;
  return z.coerce.number({ error }).min(least, error).max(most, error);
};

/** Of files that organisations send to show what their answers rest on. */
export const evidenceVariables = {
  EVIDENCE_FILE_MEGABYTES: numberFrom(1, 200, 'megabytes').default(25),
  EVIDENCE_ROUND_MEGABYTES: numberFrom(1, 2000, 'megabytes').default(500),
  EVIDENCE_SCANNER: z.string().transform(toScanner).optional(),
  EVIDENCE_SCAN_SECONDS: numberFrom(1, 600, 'seconds').default(30),
};

export interface EvidenceLimits {
  /** Of one file. */
  readonly fileBytes: number;
  /** Of all files that an organisation adds in one round. */
  readonly roundBytes: number;
  /** Who looks at them for harmful programs; null for nobody. */
  readonly scanner: Scanner | null;
}

type Given = z.output<z.ZodObject<typeof evidenceVariables>>;

export function evidenceOf(given: Given): EvidenceLimits {
  const { EVIDENCE_SCANNER: address, EVIDENCE_SCAN_SECONDS: seconds } = given;
  return {
    fileBytes: Math.round(given.EVIDENCE_FILE_MEGABYTES * 1_000_000),
    roundBytes: Math.round(given.EVIDENCE_ROUND_MEGABYTES * 1_000_000),
    scanner: address === undefined ? null : { address, seconds },
  };
}
