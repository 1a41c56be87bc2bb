import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['src/**/*.test.ts', 'src/**/*.test.tsx'], exclude: ['src/**/*.db.test.ts', 'src/**/*.http.test.ts'] } },
      {
        test: {
          name: 'database',
          include: ['src/**/*.db.test.ts', 'src/**/*.http.test.ts', 'test/journeys/**/*.test.ts'],
          globalSetup: ['test/database/global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
