import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { QUEUES } from '../../src/domain/queues.ts';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import { TABLE_WORD } from '../../src/texts/workspace.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { fillWorkspace } from '../support/full-workspace/full-workspace.ts';
import { connectionNamed } from '../support/named-connection.ts';
import { startPractice, urlOf } from '../support/practice.ts';
import { cleanUp, type Environment, kyodo } from './run.ts';

// A command opens and closes the database, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let database: TestDatabase;
let environment: Environment;
beforeAll(async () => {
  database = await createTestDatabase();
  environment = { DATABASE_URL: urlOf(database.connection) };
});
afterAll(async () => {
  cleanUp();
  await database.drop();
});
beforeEach(async () => {
  for (const id of ['T0NORTH', 'T0SOUTH']) await fillWorkspace(database.db, id);
});
afterEach(async () => {
  for (const id of await database.db.workspaces.ids()) await database.db.workspaces.erase(id);
});

/** How many rows and jobs the full workspace has. */
const sizeOf = async (id: string) => {
  const { rows, jobs } = await database.db.workspaces.holdings(id);
  return { rows: rows.reduce((sum, { count }) => sum + count, 0), jobs };
};

const run = (...words: readonly string[]) => kyodo(['workspace', ...words], environment);

test('every table has a word by which it is told what goes', async () => {
  const tables = await database.ask(
    `select table_name as name from information_schema.columns
     where table_schema = 'public' and column_name = 'workspace_id' order by 1`,
  );
  expect(Object.keys(TABLE_WORD)).toEqual(tables.map(({ name }) => name));
});

test('the list has a line for each workspace; Slack is asked for the name of the one whose token is given', async () => {
  const { rows } = await sizeOf('T0NORTH');
  const line = (id: string) => `${id}\t令和8年11月24日から\t協働推進員 1名\t記録 ${rows}件\n`;
  expect(await run('list')).toEqual({ exit: 0, out: line('T0NORTH') + line('T0SOUTH'), err: '' });
  const slack = await startSandbox({ team: { id: 'T0SOUTH', name: '南市' } });
  const token = { SLACK_BOT_TOKEN: slack.botToken, SLACK_SIGNING_SECRET: slack.signingSecret };
  const { out } = await kyodo(['workspace', 'list'], {
    ...environment,
    ...token,
    SLACK_API_URL: slack.apiUrl,
  });
  await slack.stop();
  expect(out.split('\n')[1]).toBe(
    `T0SOUTH\t南市\t令和8年11月24日から\t協働推進員 1名\t記録 ${rows}件\t環境変数のトークン`,
  );
  for (const id of ['T0NORTH', 'T0SOUTH']) await database.db.workspaces.erase(id);
  expect((await run('list')).out).toBe(
    'ワークスペースの記録はまだありません。ボットを起動すると作られます。\n',
  );
});

test('without --yes it is shown what would go, and how it is removed; with it, it goes and the rest stays', async () => {
  const { rows, jobs } = await sizeOf('T0SOUTH');
  const shown = await run('remove', 'T0SOUTH');
  expect(shown).toMatchObject({
    exit: 1,
    err: 'まだ消していません。消すときは「npm run kyodo -- workspace remove T0SOUTH --yes」を実行してください。\n',
  });
  expect(shown.out.split('\n')[0]).toBe(
    `T0SOUTH の記録を消すと、次の${rows}件がなくなります。元に戻せません。`,
  );
  expect(shown.out).toContain('\n  添付のファイル:1件\n');
  expect(shown.out).toContain(`\n  送るのを待っていたお知らせと仕事:${jobs}件\n`);
  expect(shown.out).toContain('\nSlackに届いたメッセージ、書き出したファイル');
  expect(await database.db.workspaces.ids()).toEqual(['T0NORTH', 'T0SOUTH']);

  const removed = await run('remove', 'T0SOUTH', '--yes');
  expect(removed).toMatchObject({ exit: 0, err: '' });
  // The same numbers, line for line.
  expect(removed.out.split('\n').slice(1)).toEqual(shown.out.split('\n').slice(1));
  expect(removed.out.split('\n')[0]).toBe(`T0SOUTH の記録を消しました。なくなったのは、次の${rows}件です。`);
  expect(await database.db.workspaces.ids()).toEqual(['T0NORTH']);
  expect(await run('remove', 'T0SOUTH', '--yes')).toEqual({
    exit: 1,
    out: '',
    err: 'ワークスペース「T0SOUTH」の記録はありません。「npm run kyodo -- workspace list」で確かめてください。\n',
  });
});

test('a workspace whose bot is at work is not removed, and is once that has stopped', async () => {
  const practice = await startPractice();
  const at = { DATABASE_URL: urlOf(practice.database.connection) };
  const words = ['workspace', 'remove', practice.slack.team.id, '--yes'];
  expect(await kyodo(words, at)).toEqual({
    exit: 1,
    out: '',
    err: `${practice.slack.team.id} のボットが動いています。何も消していません。ボットを止めてから、もう一度実行してください。\n`,
  });
  await practice.bot.stop();
  expect(await kyodo(words, at)).toMatchObject({ exit: 0, err: '' });
  await practice.stop();
});

test('a job that runs is let run; one that a process had taken which died is no hindrance', async () => {
  const { jobs } = await sizeOf('T0SOUTH');
  const worker = await connectionNamed(database, 'worker');
  await worker.query(`select pg_advisory_lock(hashtextextended('worker', 0))`);
  for (const queue of Object.values(QUEUES))
    await database.ask(
      `update ${queue}._private_jobs set locked_at = now(), locked_by = 'worker' where payload ->> 'workspaceId' = 'T0SOUTH'`,
    );
  expect(await run('remove', 'T0SOUTH', '--yes')).toEqual({
    exit: 1,
    out: '',
    err: `お知らせなどの仕事を${jobs}件しているところです。何も消していません。1分ほど待ってから、もう一度実行してください。\n`,
  });
  await worker.end();
  expect(await run('remove', 'T0SOUTH', '--yes')).toMatchObject({ exit: 0 });
});

test('who removes the workspace of the token that is given is told that it would begin anew', async () => {
  const slack = await startSandbox({ team: { id: 'T0SOUTH' } });
  const token = { SLACK_BOT_TOKEN: slack.botToken, SLACK_SIGNING_SECRET: slack.signingSecret };
  const { out } = await kyodo(['workspace', 'remove', 'T0SOUTH', '--yes'], {
    ...environment,
    ...token,
    SLACK_API_URL: slack.apiUrl,
  });
  await slack.stop();
  expect(out).toContain(
    'この設定のトークンは T0SOUTH のものです。このまま起動すると、空の記録が新しく作られます。使わないときは、SLACK_BOT_TOKEN を外してください。\n',
  );
});
