import { fileURLToPath } from 'node:url';

/** The command line as people start it. */
export const PROGRAM = fileURLToPath(new URL('../../src/cli/kyodo.ts', import.meta.url));

/** What Node is given before the command's own words, as `npm start` and `npm run kyodo` give it. */
export const asPeopleStart = (): readonly string[] => ['--import', import.meta.resolve('tsx'), PROGRAM];

let bundled: string | undefined;

/** The same for processes of tests: the bundle of their run, else as people start it. */
export const programWords = (): readonly string[] => (bundled === undefined ? asPeopleStart() : [bundled]);

/** Has processes started from now on run this bundle of the command line. */
export const startFrom = (bundle: string): void => {
  bundled = bundle;
};
