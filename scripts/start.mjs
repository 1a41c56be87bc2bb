// `npm start`: install if needed, build if needed, then serve. The service itself starts its database, migrates and loads its data.
import path from 'node:path';
import { installAndBuildIfNeeded } from './prepare.mjs';
import { become, node, serviceEnvironment, serviceFlags } from './processes.mjs';
import { root } from './sources.mjs';

await installAndBuildIfNeeded();
become(node, [...serviceFlags, path.join(root, 'dist', 'server.mjs')], serviceEnvironment);
