import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PRACTICE_TEAM } from '../../src/cli/practice-people.ts';
import { repl } from '../../src/cli/repl.ts';
import { readConfig } from '../../src/config.ts';
import { sandboxText } from '../../src/texts/cli.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { ask } from '../support/desk.ts';
import { urlOf } from '../support/practice.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

/** Types the lines and gives what was printed. */
const typeIn = async (lines: readonly string[]): Promise<string> => {
  const input = new PassThrough();
  const output = new PassThrough();
  const printed = text(output);
  input.end(lines.map((line) => `${line}\n`).join(''));
  await repl(readConfig({ DATABASE_URL: urlOf(database.connection) }), { input, output }).finally(() =>
    output.end(),
  );
  return printed;
};

test('the practice record is read line by line', async () => {
  const printed = await typeIn(['workspaceId', '(await record.people.all()).length', '.exit']);
  expect(printed).toContain(`kyodo> '${PRACTICE_TEAM.id}'\n`);
  expect(printed).toContain('kyodo> 0\n');
});

test('the record of a real workspace is not opened', async () => {
  await ask(database, "insert into workspace (id, created_at) values ('T0REAL', now())");
  await expect(typeIn(['.exit'])).rejects.toThrow(sandboxText.othersRecord);
});
