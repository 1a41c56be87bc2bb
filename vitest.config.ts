import { mkdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { keptFolder, openRunFolder } from './test/database/run-folder.ts';

mkdirSync(keptFolder, { recursive: true });

export default defineConfig({
  oxc: { jsx: { development: false } },
  test: {
    // Two more than the usual two cores: the tests wait for the database, for jobs and for pages almost as much as they compute.
    maxWorkers: Math.max(4, os.availableParallelism()),
    env: {
      TMPDIR: openRunFolder(),
      KEPT_FOLDER: keptFolder,
      // React as the service runs it. Its other build, and JSX made for that, take the stack for every element of a page: tests that
      // read pages spent half of their time so.
      NODE_ENV: 'production',
      // Threads and programs that tests start would compile the same sources each time.
      NODE_COMPILE_CACHE: path.join(keptFolder, 'compiled'),
    },
    projects: [
      {
        test: {
          name: 'unit',
          // Pure functions leave nothing behind, so files may share what is loaded.
          isolate: false,
          // Answers for a whole nation are made for some of them.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          include: ['src/**/*.test.{ts,tsx}', 'test/{project,upgrade}/**/*.test.ts'],
          exclude: ['src/**/*.db.test.ts', '**/*.http.test.ts'],
        },
      },
      {
        test: {
          name: 'database',
          // Each file has a database of its own; loading the service once for all of them saves half the time.
          isolate: false,
          include: ['src/**/*.db.test.ts', '{src,test}/**/*.http.test.ts', 'test/journeys/**/*.test.ts'],
          setupFiles: ['test/database/passwords-once.ts'],
          globalSetup: ['test/database/global-setup.ts'],
          // Only what hangs is to reach them: a machine that others use as well is several times as slow.
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
