// Runs a TypeScript file of this folder, `node scripts/run.mjs dev.ts`, on the Node that the project pins; installs first if need be.
import path from 'node:path';
import { installIfNeeded } from './prepare.mjs';
import { become, node } from './processes.mjs';
import { root } from './sources.mjs';

const [file = '', ...args] = process.argv.slice(2);
await installIfNeeded();
become(node, [path.join(root, 'scripts', file), ...args]);
