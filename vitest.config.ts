import { defineConfig } from 'vitest/config';
import { filesWithDates } from './tests/support/files-with-dates.ts';

/** A file is in `npm test` unless its name says that it proves something a second time, at full size. */
const PROCESSES = 'tests/**/*.process.test.ts';
const MANY = 'tests/**/*.many.test.ts';
const BROWSERS = 'tests/**/*.browser.test.ts';
/** The one walk through a browser that is in `npm test`. */
const BROWSER_WALK = 'tests/browser/mission.browser.test.ts';

const shared = {
  // Importing opens nothing, so test files of one worker can share what was imported.
  pool: 'forks',
  isolate: false,
  // On a busy machine too.
  testTimeout: 20_000,
  // What holds in the end is waited for as long as a busy machine may take; what holds at once costs nothing.
  expect: { poll: { timeout: 10_000, interval: 20 } },
} as const;

const withDatabase = {
  ...shared,
  globalSetup: ['tests/support/database-server.ts'],
  // What a bot logged is printed when its test fails.
  setupFiles: ['tests/support/logged.ts'],
  hookTimeout: 60_000,
};

const withBrowser = { ...withDatabase, testTimeout: 60_000 };

/** `npm test` runs all projects but those named "every …"; `npm run test:all` runs them all. */
export default defineConfig({
  test: {
    // A worker for each core.
    maxWorkers: '100%',
    // What was once read and translated is kept beside the packages: a run of one file starts in half the time.
    experimental: { fsModuleCache: true },
    projects: [
      {
        test: {
          ...shared,
          name: 'domain in UTC',
          include: ['tests/domain/**/*.test.ts'],
          env: { TZ: 'UTC' },
        },
      },
      {
        // The zone of the machine is seen by `Date` and `Intl` alone.
        test: {
          ...shared,
          name: 'domain in Tokyo',
          include: [...filesWithDates('tests/domain')],
          env: { TZ: 'Asia/Tokyo' },
        },
      },
      {
        test: {
          ...withDatabase,
          name: 'house',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/domain/**', PROCESSES, MANY, BROWSERS],
        },
      },
      { test: { ...withBrowser, name: 'browser walk', include: [BROWSER_WALK] } },
      { test: { ...withBrowser, name: 'every browser', include: [BROWSERS], exclude: [BROWSER_WALK] } },
      { test: { ...withDatabase, name: 'every case', include: [MANY] } },
      {
        test: {
          ...withDatabase,
          name: 'every process',
          include: [PROCESSES],
        },
      },
    ],
  },
});
