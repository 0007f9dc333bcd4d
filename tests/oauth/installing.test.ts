import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { trusted } from '../../src/domain/actor.ts';
import { succeed } from '../../src/domain/result.ts';
import { SCOPES } from '../../src/slack/scopes.ts';
import { installPage } from '../../src/texts/installation.ts';
import {
  KAEDE,
  KITA,
  MINAMI,
  type OauthBot,
  OFFICER,
  ORGANISATION,
  SAKURA,
  startOauthBot,
} from './oauth-bot.ts';

let bot: OauthBot;
beforeEach(async () => {
  bot = await startOauthBot();
});
afterEach(() => bot.stop());

const authorized = (teamId: string, enterpriseId?: string) =>
  bot.installations.authorize({ teamId, enterpriseId });
const linesOf = async (workspaceId: string) =>
  (
    await bot.database.ask('select action, actor, via from audit_line where workspace_id = $1 order by id', [
      workspaceId,
    ])
  ).map(({ action, actor, via }) => [action, actor, via]);
const TAKEN_UP = ['take-up-workspace', OFFICER, 'slack'];
const STARTED = ['start-workspace', 'bot', 'job'];

describe('a workspace', () => {
  test('is in the record when it is installed, with what it begins with and who installed it', async () => {
    const page = await bot.install(SAKURA);
    expect(page.status).toBe(200);
    for (const line of installPage.done('桜市', false).lines) expect(page.text).toContain(line);
    expect(await authorized(SAKURA)).toEqual({
      botToken: bot.slack.workspace(SAKURA).botToken,
      botId: bot.slack.workspace(SAKURA).bot.botId,
      botUserId: bot.slack.workspace(SAKURA).bot.userId,
      installedBy: OFFICER,
      isOfOrganisation: false,
      renewAt: undefined,
    });
    expect((await bot.db.installations.find(SAKURA))?.scopes).toEqual(SCOPES);
    expect(await linesOf(SAKURA)).toEqual([STARTED, TAKEN_UP]);
    expect(bot.changed).toEqual([SAKURA]);
    expect(await authorized(KAEDE)).toBeUndefined();
  });

  test('is not, when the person says no', async () => {
    const page = await bot.refuse();
    expect([page.status, page.text.includes(installPage.refused.title)]).toEqual([400, true]);
    expect(await bot.db.workspaces.ids()).toEqual([]);
  });

  test('another that installs changes nothing of it', async () => {
    await bot.install(SAKURA);
    await bot.install(ORGANISATION);
    const before =
      await bot.database.ask(`select i::text, (select json_agg(a order by a.id)::text from audit_line a) as lines
      from installation i order by id`);
    const served = await bot.db.workspaces.served();
    const tokens = [await authorized(SAKURA), await authorized(KITA)];
    await bot.install(KAEDE);
    const after = await bot.database.ask(
      `select i::text, (select json_agg(a order by a.id)::text from audit_line a where a.workspace_id <> $1) as lines
       from installation i where id <> $1 order by id`,
      [KAEDE],
    );
    expect(after).toEqual(before);
    expect((await bot.db.workspaces.served()).filter(({ id }) => id !== KAEDE)).toEqual(served);
    expect([await authorized(SAKURA), await authorized(KITA)]).toEqual(tokens);
  });

  test('is taken up where the process died before it was', async () => {
    await bot.install(SAKURA);
    await bot.database.ask('update workspace set installation_id = null');
    expect(await authorized(SAKURA)).toMatchObject({ installedBy: OFFICER });
    expect((await bot.db.installations.of(SAKURA))?.id).toBe(SAKURA);
  });
});

describe('an organisation', () => {
  test('is installed once for the workspaces it has given the app', async () => {
    const page = await bot.install(ORGANISATION);
    for (const line of installPage.done('都市連合', true).lines) expect(page.text).toContain(line);
    const token = bot.slack.workspace(KITA).botToken;
    expect(await Promise.all([authorized(KITA), authorized(MINAMI)])).toMatchObject([
      { botToken: token, isOfOrganisation: true },
      { botToken: token, isOfOrganisation: true },
    ]);
    expect(await linesOf(MINAMI)).toEqual([STARTED, TAKEN_UP]);
    expect(await authorized(SAKURA)).toBeUndefined();
  });

  test('serves a workspace that it gets later from the first request on', async () => {
    await bot.install(ORGANISATION);
    expect(await authorized('T0LATER')).toBeUndefined();
    expect(await authorized('T0LATER', ORGANISATION)).toMatchObject({ isOfOrganisation: true });
    expect(await authorized('T0LATER')).toMatchObject({ isOfOrganisation: true });
    expect(await linesOf('T0LATER')).toEqual([STARTED, TAKEN_UP]);
  });

  test('is no workspace itself, though Slack names it where a workspace stands', async () => {
    await bot.install(ORGANISATION);
    const ids = await bot.db.workspaces.ids();
    expect(await authorized(ORGANISATION)).toBeUndefined();
    expect(await authorized('T0LATER', SAKURA)).toBeUndefined();
    expect(await bot.db.workspaces.ids()).toEqual(ids);
  });

  test('leaves a workspace to its own installation while that lives, before or after', async () => {
    await bot.install(MINAMI);
    await bot.install(ORGANISATION);
    await bot.install(KITA);
    expect(
      await Promise.all([authorized(MINAMI, ORGANISATION), authorized(KITA, ORGANISATION)]),
    ).toMatchObject([{ isOfOrganisation: false }, { isOfOrganisation: false }]);
    await bot.slack.uninstall(KITA);
    await bot.installations.ended({ teamId: KITA }, 'app_uninstalled');
    expect(await authorized(KITA)).toBeUndefined();
    expect(await authorized(KITA, ORGANISATION)).toMatchObject({ isOfOrganisation: true });
  });
});

const planned = (workspaceId: string, ...keys: readonly string[]) =>
  bot.db.act(
    { actor: trusted(workspaceId, 'bot', 'job'), action: 'test', at: bot.clock.now() },
    async (record) => {
      for (const key of keys)
        await record.deliveries.plan(
          { key, kind: 'job-report', recipient: 'C0LOG', subject: 'none' },
          bot.clock.now(),
        );
      return succeed(null);
    },
  );
const jobsOf = async (workspaceId: string): Promise<readonly unknown[]> =>
  (
    await bot.database.ask(
      `select task_identifier as task from graphile_worker.jobs job join delivery d on d.id::text = job.key
       where d.workspace_id = $1`,
      [workspaceId],
    )
  ).map(({ task }) => task);

describe('the end of an installation', () => {
  test('sets the workspace aside with its work, and the next install takes it up again', async () => {
    await bot.install(SAKURA);
    await bot.install(KAEDE);
    await planned(SAKURA, 'one', 'two');
    await planned(KAEDE, 'one');
    await bot.slack.uninstall(SAKURA);
    bot.changed.length = 0;
    await bot.installations.ended({ teamId: SAKURA }, 'tokens_revoked');
    await bot.installations.ended({ teamId: SAKURA }, 'app_uninstalled');
    expect(await authorized(SAKURA)).toBeUndefined();
    expect(bot.changed).toEqual([SAKURA]);
    expect(await jobsOf(SAKURA)).toEqual([]);
    expect(await jobsOf(KAEDE)).toEqual(['deliver-installed']);
    expect(await bot.db.workspaces.served()).toContainEqual({
      id: SAKURA,
      installation: { id: SAKURA, ended: { at: bot.clock.now(), because: 'tokens_revoked' } },
    });
    await bot.install(SAKURA);
    expect(await authorized(SAKURA)).toMatchObject({ botToken: bot.slack.workspace(SAKURA).botToken });
    expect(await jobsOf(SAKURA)).toEqual(['deliver-installed', 'deliver-installed']);
    expect(await linesOf(SAKURA)).toEqual([
      STARTED,
      TAKEN_UP,
      ['set-aside-workspace', 'bot', 'job'],
      TAKEN_UP,
    ]);
  });

  test('of an organisation is that of all its workspaces', async () => {
    await bot.install(ORGANISATION);
    await bot.install(SAKURA);
    await bot.slack.uninstall(ORGANISATION);
    await bot.installations.ended({ teamId: '', enterpriseId: ORGANISATION }, 'app_uninstalled');
    expect(await Promise.all([KITA, MINAMI].map((id) => authorized(id, ORGANISATION)))).toEqual([
      undefined,
      undefined,
    ]);
    expect(await authorized(SAKURA)).toBeDefined();
  });

  test('is not believed where the token serves: late news, or tokens of people alone', async () => {
    await bot.install(SAKURA);
    await bot.installations.ended({ teamId: SAKURA }, 'tokens_revoked');
    await bot.slack.uninstall(SAKURA);
    await bot.install(SAKURA);
    await bot.installations.ended({ teamId: SAKURA }, 'app_uninstalled');
    expect(await authorized(SAKURA)).toBeDefined();
  });

  test.each([
    ['account_inactive', (id: string) => bot.slack.uninstall(id)],
    ['token_revoked', (id: string) => bot.slack.revokeTokens(id)],
  ] as const)('is found out by sending, too: %s', async (because, end) => {
    await bot.install(SAKURA);
    expect(await bot.installations.refused(SAKURA)).toBe(false);
    await end(SAKURA);
    expect(await bot.installations.refused(SAKURA)).toBe(true);
    expect((await bot.db.installations.of(SAKURA))?.ended?.because).toBe(because);
    expect(await bot.installations.refused(SAKURA)).toBe(true);
  });
});
