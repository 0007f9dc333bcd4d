import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { readPromoterFile } from '../../src/documents/csv/promoter.ts';
import type { Form } from '../../src/sandbox/driver/form.ts';
import { createRates } from '../../src/sandbox/rates.ts';
import { kyodo } from '../cli/run.ts';
import { runJobsAt } from '../support/jobs.ts';
import { type Practice, startPractice, urlOf } from '../support/practice.ts';
import { rowsOf } from './steps.ts';

/** The roster of a city that begins today: 112 promoters in 14 departments, nobody of them connected to Slack. */
const FILE = new URL('../../prisma/sample/promoters.csv', import.meta.url);
const read = readPromoterFile(readFileSync(FILE));
if (!read.ok) throw new Error('the sample can not be read');
const ROSTER = read.value.rows;

const ACCOUNTS = ROSTER.map(({ name, email, section }, index) => ({
  id: `U0PROMO${index}`,
  // As many city halls have it.
  real_name: `${name}@${section}`,
  email: (email ?? '').toUpperCase(),
}));
/** The last of the roster has no account, another's is closed. */
const WITHOUT = 111;
const CLOSED = 40;

let practice: Practice;
beforeAll(async () => {
  practice = await startPractice({
    now: '2026-11-24T10:00:00+09:00',
    rates: createRates(() => performance.now()),
    people: ACCOUNTS.flatMap((account, index) =>
      index === WITHOUT ? [] : [index === CLOSED ? { ...account, deleted: true } : account],
    ),
  });
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const settled = (form: Form | undefined): Promise<Form> => {
  if (form === undefined) throw new Error('no form');
  return form.until(({ text }) => !text.includes('確かめています'));
};

/** 推進員を登録; what is said of the account. */
const register = async (entries: Readonly<Record<string, string>>): Promise<string> => {
  const form = await (await practice.secretary.command('/kyodo-promoter', '登録')).opened();
  await form.fill({ 役割: '推進員', 部局: '市民協働部', 任期開始日: '2026-12-01', ...entries });
  const done = await settled((await form.submit()).form);
  const said = done.text.split('\n').slice(3, -1).join('\n');
  await form.close({ all: true });
  return said;
};

describe('the first day of a city', () => {
  test('an import connects at once, says how many, and who not by name; the roster keeps its names', async () => {
    const form = await (await practice.secretary.command('/kyodo-promoter', '取込')).opened();
    await form.fill({ ファイル: { name: 'meibo.csv', content: readFileSync(FILE) } });
    const preview = (await form.submit()).form;
    const done = await settled((await preview?.submit())?.form);
    expect(done.text.split('\n').slice(1)).toEqual([
      '名簿を取り込みました。',
      '追加112名、変更0件、終了0件',
      'Slackのアカウントがある方110名、ない方2名',
      ...[ROSTER[CLOSED], ROSTER[WITHOUT]]
        .map((row) => `・${row?.name}(同じメールのアカウントがありません)`)
        .toSorted((one, other) => done.text.indexOf(one) - done.text.indexOf(other)),
    ]);
    expect(await rowsOf(practice, `select count(*)::int as count from person where name like '%@%'`)).toEqual(
      [{ count: 0 }],
    );
  });

  test('an inquiry of the same sitting reaches everybody who has an account, and for the others who stands in', async () => {
    const form = await (await practice.secretary.command('/kyodo-inquiry', '作成')).opened();
    await form.fill({
      件名: 'はじめての照会',
      内容: '届いたことをご確認ください。',
      区分: '大阪府からの調査',
      回答期限: '2026-12-10',
      対象: '協働推進員全員(主任を含む)',
      回答形式: '確認のみ',
      送信: '今すぐ送る',
    });
    const confirmation = (await form.submit()).form;
    await confirmation?.submit();
    const open = `select 1 from delivery where kind = 'inquiry-asked' and state <> 'sent'`;
    await vi.waitFor(async () => expect(await rowsOf(practice, open)).toEqual([]), {
      timeout: 60_000,
      interval: 200,
    });
    for (const [index, { id }] of ACCOUNTS.entries())
      if (index !== WITHOUT && index !== CLOSED)
        await practice.slack.dm(id).next(({ plain }) => plain.includes('はじめての照会'));
    const told = await rowsOf(
      practice,
      `select count(*)::int as count, count(distinct recipient)::int as people
       from delivery where kind = 'inquiry-asked' and recipient like 'U0PROMO%'`,
    );
    expect(told).toEqual([{ count: 110, people: 110 }]);
  });

  test('a form connects and says so; with no such address it says that', async () => {
    const staff = { 氏名: '職員 たろう', メール: 'shokuin@city.example', '課・室等': '新しい課' };
    expect(await register(staff)).toBe('職員 たろうさんのSlackのアカウントにつながっています。');
    expect(await register({ 氏名: '紙 のみ', メール: 'kami@city.example', '課・室等': '次の課' })).toBe(
      '紙 のみさん:同じメールのアカウントがありません。',
    );
    expect(await register({ 氏名: '紙山 のみ', '課・室等': 'その次の課' })).toBe(
      '紙山 のみさん:メールの記録がありません。',
    );
  });

  test('who comes in by the command line without a token is connected by the bot within the minute', async () => {
    await rowsOf(practice, 'update person set slack_id = null, sought_at = null, deactivated_at = null');
    const environment = { DATABASE_URL: urlOf(practice.database.connection) };
    const { exit, out } = await kyodo(['import', 'promoters', fileURLToPath(FILE)], environment);
    expect([exit, out.split('\n').slice(-2)]).toEqual([
      0,
      [
        'Slackのトークンがないため、アカウントはここでは確かめていません。動いているボットが、1分以内に確かめてつなぎます。',
        '',
      ],
    ]);
    await runJobsAt(practice, '2026-11-24T10:01:00');
    expect(
      await rowsOf(practice, `select count(*)::int as count from person where slack_id like 'U0PROMO%'`),
    ).toEqual([{ count: 110 }]);
  });

  test('with a token the command line connects itself, and names who has no account', async () => {
    await rowsOf(practice, 'update person set slack_id = null, sought_at = null');
    const tokens = {
      DATABASE_URL: urlOf(practice.database.connection),
      SLACK_API_URL: practice.slack.apiUrl,
      SLACK_BOT_TOKEN: practice.slack.botToken,
      SLACK_SIGNING_SECRET: practice.slack.signingSecret,
    };
    const { out } = await kyodo(['import', 'promoters', fileURLToPath(FILE)], tokens);
    expect(out.split('\n').slice(1, 2)).toEqual(['Slackのアカウントがある方110名、ない方2名']);
    expect(out).toContain(`・${ROSTER[WITHOUT]?.name}(同じメールのアカウントがありません)\n`);
  });

  test('a Slack that does not answer is said in the form, and the bot asks again', async () => {
    practice.slack.faults.next('users.lookupByEmail', { error: 'internal_error' });
    expect(await register({ 氏名: '次の 職員', メール: 'next@city.example', '課・室等': '第四課' })).toBe(
      '次の 職員さん:同じメールのアカウントがありません。\nSlackに確かめられなかったため、つながっていない方がいます。ボットがまもなく、その後は毎日6時に、もう一度確かめます。',
    );
    await practice.slack.changePerson('U0GUEST', { email: 'next@city.example', is_restricted: false });
    await runJobsAt(practice, '2026-11-24T10:02:00');
    expect(await rowsOf(practice, `select slack_id from person where name = '次の 職員'`)).toEqual([
      { slack_id: 'U0GUEST' },
    ]);
  });
});
