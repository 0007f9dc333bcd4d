import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'domain in UTC',
          include: ['tests/domain/**/*.test.ts'],
          env: { TZ: 'UTC' },
          pool: 'forks',
        },
      },
      {
        test: {
          name: 'domain in Tokyo',
          include: ['tests/domain/**/*.test.ts'],
          env: { TZ: 'Asia/Tokyo' },
          pool: 'forks',
        },
      },
      {
        test: {
          name: 'house',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/domain/**', 'tests/**/*.browser.test.ts'],
          globalSetup: ['tests/support/database-server.ts'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
          pool: 'forks',
          // Importing opens nothing, so test files of one worker can share what was imported.
          isolate: false,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/**/*.browser.test.ts'],
          globalSetup: ['tests/support/database-server.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          pool: 'forks',
          isolate: false,
        },
      },
    ],
  },
});
