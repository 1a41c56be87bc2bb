// `npm run ldr -- <command>`: the service's command line, built first if need be.
import path from 'node:path';
import { installAndBuildIfNeeded } from './prepare.mjs';
import { become, node } from './processes.mjs';
import { root } from './sources.mjs';

await installAndBuildIfNeeded();
become(node, ['--enable-source-maps', path.join(root, 'dist', 'ldr.mjs'), ...process.argv.slice(2)]);
