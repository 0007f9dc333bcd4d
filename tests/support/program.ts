import { fileURLToPath } from 'node:url';
import manifest from '../../package.json' with { type: 'json' };

const [, node = '', program = ''] = /^exec node (.+) (\S+) start$/u.exec(manifest.scripts.start) ?? [];

/** The command line as people start it. */
export const PROGRAM = fileURLToPath(new URL(`../../${program}`, import.meta.url));

/** What Node is given before a program, as `npm start` gives it. */
export const NODE_WORDS: readonly string[] = node.split(' ');

/** What Node is given before the command's own words, as `npm start` gives it. */
export const asPeopleStart: readonly string[] = [...NODE_WORDS, PROGRAM];
