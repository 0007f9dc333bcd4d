import { afterAll, beforeAll, expect, test } from 'vitest';
import { changeAtOnce, NEWS_CHANNELS, publish, threadOf, writeArticle } from '../support/newsletter.ts';
import { type Practice, SECRETARY, startPractice } from '../support/practice.ts';
import { auditOf, recordByForm, rowsOf } from './steps.ts';

const WRITER = 'U0WRITER';
const TITLE = 'きょうどう通信 協DO 令和8年度第1号';

let practice: Practice;
beforeAll(async () => {
  practice = await startPractice({
    now: '2026-11-26T10:00:00+09:00',
    people: [{ id: WRITER, real_name: '山田 花子' }],
    channels: NEWS_CHANNELS,
  });
  await changeAtOnce(practice);
});
afterAll(async () => {
  practice.slack.faults.random(undefined);
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const refuse = (error: string, method: string): void =>
  practice.slack.faults.random({ seed: 1, share: 1, faults: [{ error }], methods: [method] });
const thread = () => threadOf(practice, 'C0ONE', TITLE);
const problems = async () =>
  (await rowsOf(practice, `select kind, problem from delivery where problem is not null order by kind`)).map(
    ({ kind, problem }) => `${kind} ${problem}`,
  );
const sentOf = async (kind: string) =>
  (await rowsOf(practice, `select 1 from delivery where kind = '${kind}' and state = 'sent'`)).length;
const home = async (words: string) => {
  await practice.secretary.openHome();
  return practice.secretary.homeUntil(({ text }) => text.includes(words));
};

test('an article withdrawn that Slack does not let change: its writer and the secretariat hear it, and a reply corrects it', async () => {
  await writeArticle(practice, WRITER, { 見出し: '春の協働' });
  await publish(practice, { 記事: ['【好事例】春の協働'], 発行: '今すぐ発行' });
  await practice.slack.channel('C0ONE').until(({ plain }) => plain.includes('本文です。'));
  await practice.slack.dm(WRITER).until(({ plain }) => plain.includes('記事を掲載しました'));

  refuse('edit_window_closed', 'chat.update');
  const writer = practice.slack.person(WRITER);
  await writer.openHome();
  await (await writer.homeUntil(({ buttons }) => buttons.includes('取り下げる'))).press('取り下げる');
  await (await writer.nextForm(({ title }) => title === '記事を取り下げる')).submit();
  const heard = await practice.slack
    .dm(WRITER)
    .until(({ plain }) => plain.includes('書き換えられなかった投稿'));
  expect(heard.plain).toContain('Slackの設定で、投稿を書き換えられる時間を過ぎています。');
  await practice.slack.dm(SECRETARY).until(({ plain }) => plain.includes('書き換えられなかった投稿'));
  expect(thread().map(({ plain }) => plain)).toEqual([expect.stringContaining('本文です。')]);

  await expect
    .poll(problems, { timeout: 8000 })
    .toEqual(
      ['article-published', 'newsletter-article', 'newsletter-issue'].map(
        (kind) => `${kind} edit_window_closed`,
      ),
    );
  for (let left = 3; left > 0; left -= 1) {
    await practice.secretary.openHome();
    const shown = await practice.secretary.homeUntil(
      ({ text }) => text.split('投稿は前の内容のままです').length - 1 === left,
    );
    expect(shown.buttons).toEqual(expect.arrayContaining(['再送', '投稿に返信で訂正', 'このままにする']));
    await shown.press('投稿に返信で訂正');
  }
  await practice.slack
    .channel('C0ONE')
    .until(({ plain }) => plain.startsWith('訂正:') && plain.includes('春の協働'));
  expect(thread().map(({ plain }) => plain)).toEqual(
    expect.arrayContaining([expect.stringMatching(/^訂正:上の投稿は書き換えられない.*春の協働.*取り下げ/su)]),
  );
  // Nothing of it is still to leave when the next test has Slack refuse a message.
  await expect.poll(() => sentOf('correction')).toBe(3);
  practice.slack.faults.random(undefined);
  expect(await auditOf(practice, SECRETARY)).toContain('correct-by-reply');
});

test('すべて再送 says how many first, and sends each once, what had been posted after all not again', async () => {
  const before = practice.slack.messages(SECRETARY).length;
  await recordByForm(practice, { 開催日: '2026-10-02' });
  // At Slack it is a moment before the record has it.
  await expect.poll(() => sentOf('meeting-recorded')).toBe(1);
  await rowsOf(
    practice,
    `update delivery set state = 'dead', problem = 'HTTP 500', channel = null, ts = null, shown = 0 where kind = 'meeting-recorded'`,
  );
  for (const heldOn of ['2026-10-03', '2026-10-04']) {
    // What Slack refuses next is to be this one.
    await expect
      .poll(() =>
        rowsOf(
          practice,
          `select key from delivery where state in ('planned', 'sending') and (not_before is null or not_before <= $1)`,
          [practice.clock.now()],
        ),
      )
      .toEqual([]);
    practice.slack.faults.next('chat.postMessage', { error: 'user_disabled' });
    void recordByForm(practice, { 開催日: heldOn }).catch(() => undefined);
    await expect
      .poll(
        () =>
          rowsOf(
            practice,
            `select 1 from delivery where kind = 'meeting-recorded' and problem = 'user_disabled'`,
          ),
        { timeout: 15_000 },
      )
      .toHaveLength(heldOn === '2026-10-03' ? 1 : 2);
  }
  await (await home('送れなかったメッセージ')).press('すべて再送');
  const asked = await practice.secretary.nextForm(({ text }) =>
    text.includes('次の3件を、もう一度送ります。'),
  );
  expect(asked.text).toContain('記録しました 3件(送れなかったもの)');
  const { form } = await asked.submit();
  expect(form?.text).toContain('3件の再送を始めました。');
  await expect.poll(() => sentOf('meeting-recorded'), { timeout: 15_000 }).toBe(3);
  const recorded = practice.slack
    .messages(SECRETARY)
    .slice(before)
    .filter(({ plain }) => plain.startsWith('記録しました'));
  expect(recorded).toHaveLength(3);
});

test('すべて再送 of numbers that changed meanwhile sends nothing', async () => {
  const die = (count: number) =>
    rowsOf(
      practice,
      `update delivery set state = 'dead', problem = 'no_text' where id in (select id from delivery where kind = 'meeting-recorded' order by id limit ${count})`,
    );
  await die(2);
  await (await home('送れなかったメッセージ')).press('すべて再送');
  const asked = await practice.secretary.nextForm(({ text }) => text.includes('次の2件'));
  await die(3);
  expect((await asked.submit()).closed).toBe(false);
  expect(await rowsOf(practice, `select 1 from delivery where state = 'dead'`)).toHaveLength(3);
});
