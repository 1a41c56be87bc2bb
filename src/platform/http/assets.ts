import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/** Addresses of the built files every page loads; their names carry a hash of the content, so they may be cached for ever. */
export interface Assets {
  readonly styles: string;
  /** What the styles say, for a page that leaves the service with all it needs. */
  readonly stylesText: string;
  readonly script: string;
  readonly icon: string;
}

const assetsSchema = z.object({ styles: z.string(), script: z.string(), icon: z.string() });

/** Reads the list the build wrote. */
export function readAssets(buildFolder: string): Assets {
  const read = (file: string) => readFileSync(path.join(buildFolder, file), 'utf8');
  const addresses = assetsSchema.parse(JSON.parse(read('assets.json')));
  return { ...addresses, stylesText: read(addresses.styles) };
}
