import { afterAll, beforeAll, expect, test } from 'vitest';
import { restoreExport } from '../../src/db/export/restore.ts';
import { exported, newFolder, removeFolders } from '../support/exports.ts';
import { type Practice, SECRETARY, STAFF, startPractice } from '../support/practice.ts';
import { auditOf, recordByForm, rowsOf, WORKSPACE } from './steps.ts';

/** A city whose record is put back as of before its last message went out, and with one more that never did. */
let practice: Practice;
beforeAll(async () => {
  practice = await startPractice();
  await recordByForm(practice, { 開催日: '2026-10-01' });
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  removeFolders();
  await practice.stop();
});

const states = async () =>
  (
    await rowsOf(
      practice,
      `select state from delivery where kind = 'meeting-recorded' order by planned_at, id`,
    )
  ).map(({ state }) => state);
/** How often somebody was told 記録しました. */
const told = () =>
  practice.slack.messages(SECRETARY).filter(({ plain }) => plain.startsWith('記録しました')).length;
const home = async () => {
  await practice.secretary.openHome();
  return practice.secretary.homeUntil(({ text }) => text.includes('戻した記録'));
};

const putBack = async (): Promise<void> => {
  const { database } = practice;
  await practice.bot.stop();
  await rowsOf(
    practice,
    `update delivery set state = 'planned', channel = null, ts = null, shown = 0 where kind = 'meeting-recorded'`,
  );
  await rowsOf(
    practice,
    `insert into delivery (workspace_id, id, key, kind, recipient, subject, planned_at)
     select workspace_id, gen_random_uuid(), key || ':' || gen_random_uuid(), kind, recipient, subject, planned_at from delivery
     where kind = 'meeting-recorded' limit 1`,
  );
  const before = new Date('2026-11-24T09:59:00+09:00');
  const { folder } = await exported(database, WORKSPACE, newFolder(), before);
  await database.db.workspaces.erase(WORKSPACE);
  const restored = await restoreExport(database.connection, folder, {
    workspaceId: WORKSPACE,
    by: 'cli:kyodo',
    now: practice.clock.now(),
    isDryRun: false,
    onProgress: () => undefined,
  });
  expect(restored.ok).toBe(true);
  await practice.restart();
};

const facts = () => practice.database.db.dueJobs.facts([WORKSPACE]);

test('until somebody chose nothing of it leaves and no job is due; what people do is told as ever', async () => {
  await expect.poll(states).toEqual(['sent']);
  await putBack();
  const before = told();
  const shown = await home();
  expect(shown.text).toContain('令和8年11月24日(火) 9:59に書き出したもの');
  expect(shown.text).toContain('保留にしているメッセージは2件です。');
  expect(shown.text).toContain('@事務 局子 2件');
  expect(await facts()).toEqual([]);
  await recordByForm(practice, { 開催日: '2026-10-02' });
  await expect.poll(async () => (await states()).toSorted()).toEqual(['planned', 'planned', 'sent']);
  await practice.minute();
  expect(told()).toBe(before + 1);
  const staff = practice.slack.person(STAFF);
  await staff.openHome();
  expect((await staff.homeUntil(() => true)).text).not.toContain('戻した記録');
});

test('送る says first what it does, and sends what had not gone out; what had is found and not sent again', async () => {
  const before = told();
  await (await home()).press('送る');
  const asked = await practice.secretary.nextForm(({ text }) => text.includes('保留にしている2件を'));
  expect(told()).toBe(before);
  const { form } = await asked.submit();
  expect(form?.text).toContain('2件を送り始めました。');
  await expect.poll(states, { timeout: 15_000 }).toEqual(['sent', 'sent', 'sent']);
  expect(told()).toBe(before + 1);
  expect(await facts()).toMatchObject([{ settledUntil: undefined }]);
  expect(await auditOf(practice, 'cli:kyodo')).toEqual(['restore-workspace']);
  expect((await auditOf(practice, SECRETARY)).at(-1)).toBe('send-held');
  await practice.secretary.homeUntil(({ text }) => !text.includes('戻した記録'));
});

test('送らない leaves it unsent for good, and nothing that was due until then is made up for', async () => {
  await putBack();
  const before = told();
  await (await home()).press('送らない');
  const asked = await practice.secretary.nextForm(({ text }) => text.includes('送らないままにします。'));
  const { form } = await asked.submit();
  expect(form?.text).toContain('4件を送らないことにしました。');
  expect(await states()).toEqual(['dropped', 'dropped', 'dropped', 'dropped']);
  expect(await facts()).toMatchObject([{ settledUntil: practice.clock.now() }]);
  await practice.minute();
  expect(told()).toBe(before);
  expect((await auditOf(practice, SECRETARY)).at(-1)).toBe('drop-held');
});
