import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** A run of tests as vitest's reporter `json` writes it; times in milliseconds. */
const Run = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      startTime: z.number(),
      endTime: z.number(),
      assertionResults: z.array(z.unknown()),
    }),
  ),
});

const MOST = 25;

/** The files that took longest, a line each: seconds, tests, path from `root`. `report` is the text of vitest's JSON. */
export const slowestFiles = (report: string, root: string): readonly string[] =>
  Run.parse(JSON.parse(report))
    .testResults.map(({ name, startTime, endTime, assertionResults }) => ({
      file: path.relative(root, name),
      seconds: (endTime - startTime) / 1000,
      tests: assertionResults.length,
    }))
    .sort((one, other) => other.seconds - one.seconds)
    .slice(0, MOST)
    .map(
      ({ file, seconds, tests }) =>
        `${seconds.toFixed(1).padStart(7)} s  ${String(tests).padStart(4)}  ${file}`,
    );

/**
 * `npm run test:slowest` runs `npm test` and prints its slowest files; words after `--` go to vitest in the place of the choice of
 * projects, and a file `….json` of an earlier run is read in the place of running anew. The exit status is that of the tests.
 */
const main = (words: readonly string[]): number => {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const print = (file: string): void => {
    for (const line of slowestFiles(readFileSync(file, 'utf8'), root)) process.stdout.write(`${line}\n`);
  };
  const [earlier = ''] = words;
  if (earlier.endsWith('.json')) {
    print(earlier);
    return 0;
  }
  const directory = mkdtempSync(path.join(tmpdir(), 'kyodo-slowest-'));
  const file = path.join(directory, 'run.json');
  const chosen = words.length > 0 ? words : ['--project=!every*'];
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const { status } = spawnSync('npx', ['vitest', 'run', ...chosen, ...reporters], {
    cwd: root,
    stdio: 'inherit',
  });
  print(file);
  rmSync(directory, { recursive: true, force: true });
  return status ?? 1;
};

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = main(process.argv.slice(2));
