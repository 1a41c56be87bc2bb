// `npm start`: install if needed, build if needed, then serve. The service itself starts its database, migrates and loads its data.
import path from 'node:path';
import { become, buildIfNeeded, installIfNeeded, node, root } from './lib.mjs';

installIfNeeded();
buildIfNeeded();
become(node, ['--enable-source-maps', path.join(root, 'dist', 'server.mjs')], { NODE_ENV: 'production' });
