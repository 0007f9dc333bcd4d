import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/**
 * `npm run dev`: the practice workspace, begun anew when a source of the bot changes, and its page, built anew when a source of
 * the page changes (reload it then). Words after `--` go to `kyodo sandbox`. Ctrl-C ends both; when one ends, so does the other.
 */

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const programOf = (file: string): string =>
  fileURLToPath(new URL(`../node_modules/${file}`, import.meta.url));

/**
 * Not in the terminal's group: told of Ctrl-C by the terminal and by tsx, the bot would take the second for impatience and end
 * without stopping its database.
 */
const run = (program: string, words: readonly string[]): ChildProcess =>
  spawn(process.execPath, [programOf(program), ...words], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: true,
  });

const running = [
  run('vite/bin/vite.js', ['build', '--watch']),
  run('tsx/dist/cli.mjs', [
    'watch',
    '--clear-screen=false',
    'src/cli/kyodo.ts',
    'sandbox',
    ...process.argv.slice(2),
  ]),
];
let isEnding = false;
const end = (): void => {
  if (!isEnding) for (const child of running) child.kill('SIGTERM');
  isEnding = true;
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, end);

const ended = running.map((child) => once(child, 'close'));
await Promise.race(ended);
end();
await Promise.all(ended);
