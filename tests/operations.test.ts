import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const GUIDE = readFileSync(path.join(ROOT, 'docs/operations.md'), 'utf8');
const HEADING = '## 11. うまくいかないとき';

/** The rows of the tables of what goes wrong: what happens, what the bot does, what is seen, which test shows it. */
const rows = (GUIDE.split(`${HEADING}\n`)[1] ?? '')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| ---') && !line.startsWith('| 起きること'))
  .map((line) =>
    line
      .slice(1, -1)
      .split(/(?<!\\)\|/u)
      .map((cell) => cell.trim()),
  );

/** The tests and benches that a cell names. */
const named = (cell: string): readonly string[] => cell.match(/(?:tests|bench)\/[\w./-]+\.ts/gu) ?? [];

test('every row of what goes wrong says what the bot does, what is seen, and which test shows it', () => {
  expect(rows.filter((cells) => cells.length !== 4 || cells.some((cell) => cell === ''))).toEqual([]);
  expect(rows.filter(([, , , shown = '']) => named(shown).length === 0)).toEqual([]);
});

test('every test that the guide names is there', () => {
  const missing = named(GUIDE).filter((file) => !existsSync(path.join(ROOT, file)));
  expect(missing).toEqual([]);
});
