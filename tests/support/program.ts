import { fileURLToPath } from 'node:url';
import manifest from '../../package.json' with { type: 'json' };

/** The command line as people start it. */
export const PROGRAM = fileURLToPath(new URL('../../src/cli/kyodo.ts', import.meta.url));

const [, node = ''] = /^exec node (.+) src\/cli\/kyodo\.ts start$/u.exec(manifest.scripts.start) ?? [];

/** What Node is given before a program, as `npm start` gives it. */
export const nodeWords = (): readonly string[] =>
  node.split(' ').map((word) => (word === 'tsx' ? import.meta.resolve(word) : word));

/** What Node is given before the command's own words, as `npm start` gives it. */
export const asPeopleStart = (): readonly string[] => [...nodeWords(), PROGRAM];

let bundled: string | undefined;

/** The same for processes of tests: the bundle of their run, else as people start it. */
export const programWords = (): readonly string[] => (bundled === undefined ? asPeopleStart() : [bundled]);

/** Has processes started from now on run this bundle of the command line. */
export const startFrom = (bundle: string): void => {
  bundled = bundle;
};
