import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/** Addresses of the built files every page loads; their names carry a hash of the content, so they may be cached for ever. */
export interface Assets {
  readonly styles: string;
  readonly script: string;
  readonly icon: string;
}

const assetsSchema = z.object({ styles: z.string(), script: z.string(), icon: z.string() });

/** Reads the list the build wrote. */
export function readAssets(buildFolder: string): Assets {
  return assetsSchema.parse(JSON.parse(readFileSync(path.join(buildFolder, 'assets.json'), 'utf8')));
}
