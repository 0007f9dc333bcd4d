import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** The version of the bot that runs, e.g. `0.1.0`. */
export const versionOfBot = (): string =>
  z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))).version;
