import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Message } from '../../../src/sandbox/driver/messages-read.ts';
import { readDocx } from '../../support/docx.ts';
import { type Practice, SECRETARY, STAFF, startPractice } from '../../support/practice.ts';
import { sentFile } from '../../support/sent-file.ts';
import { ONLY_SECRETARIAT } from '../forgery.ts';
import { answerTo, countOf, recordByForm, rowsOf } from '../steps.ts';

/** `/kyodo-report`: from what is left of a chapter to its file in the secretariat's messages. */

const WORD = 'ワード(docx)';

let practice: Practice;
beforeAll(async () => {
  practice = await startPractice({ now: '2024-11-26T10:00:00+09:00' });
  await recordByForm(practice, { 開催日: '2023-08-10', 案件: '年間スケジュールについて' });
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const report = (words?: string, who = practice.secretary): Promise<Message> =>
  answerTo(who, '/kyodo-report', words);
const dm = () => practice.slack.dm(SECRETARY);
/** Ten seconds on: what is pressed now is another press. */
const later = (): void => practice.clock.set(new Date(practice.clock.now().getTime() + 60_000).toISOString());
/** Presses a format; where it was pressed it says that it is being made. */
const make = async (words: string, answer: Message): Promise<void> => {
  await practice.secretary.press(words, { in: answer });
  expect((await practice.secretary.nextAnswer()).plain).toContain(
    '作成しています。協DOボットとのメッセージに届きます。',
  );
};
const filesIn = (): number => dm().messages.filter(({ files }) => files.length > 0).length;

test('says of the year that is over what is left, each with the button that settles it, and offers four formats', async () => {
  const answer = await report();
  expect(answer.plain).toContain('令和5年度の第5章');
  expect(answer.plain).toContain('・協働推進本部会議幹事会:会議の記録も「開催なし」の記録もありません。');
  expect(answer.plain).toMatch(
    /次の\d+件が残っています。このまま作成すると、記録のない箇所は\(未記録\)になり、予定と未確認の記録は載りません。/u,
  );
  expect(answer.buttons.slice(0, 4)).toEqual([WORD, 'エクセル(xlsx)', 'ウェブ(html)', 'マークダウン(md)']);
  expect(answer.buttons).toEqual(
    expect.arrayContaining(['会議を記録', '開催なしを記録', '研修を記録', '次のページ', '今の状態を表示']),
  );
});

test('the buttons open the very forms: 会議を記録 and 研修を記録 of what lacks a record, 開催なしを記録 of that body and year, 文章 of that 項目', async () => {
  const answer = await report('2023');
  const meeting = await (await practice.secretary.press('会議を記録', { in: answer })).opened();
  expect([meeting.title, meeting.values.会議体]).toEqual(['会議を記録', '協働推進本部会議幹事会']);
  await meeting.close();
  const training = await (await practice.secretary.press('研修を記録', { in: answer })).opened();
  expect([training.title, training.values.研修]).toEqual(['研修を記録', '新規採用職員ステップ研修']);
  await training.close();
  const form = await (await practice.secretary.press('開催なしを記録', { in: answer })).opened();
  expect(form.values).toMatchObject({ '会議体・研修': '協働推進本部会議幹事会', 年度: '令和5年度' });
  expect((await form.submit()).errors).toEqual({});
  const now = await report('2023');
  expect(now.plain).not.toContain('・協働推進本部会議幹事会:会議の記録も');
  const text = await (await practice.secretary.press('文章を書く', { in: now })).opened();
  expect([text.title, text.values.年度]).toEqual(['第5章の文章', '令和5年度']);
  await text.close();
});

test('the message 作成しています becomes 作成しました, and the file stands beside it', async () => {
  const answer = await report('令和5年度 ワード');
  await make(WORD, answer);
  const sent = await dm().next(({ files }) => files.length > 0);
  const { name, bytes } = await sentFile(practice, sent);
  expect([name, sent.plain]).toEqual([
    '実施状況報告書_第5章_令和5年度.docx',
    `令和5年度の実施状況報告書 第5章(${WORD})です。`,
  ]);
  const { blocks, warnings } = await readDocx(bytes);
  expect(warnings).toEqual([]);
  expect(JSON.stringify(blocks)).toContain('令和5年8月10日');
  const told = await dm().until(({ text }) => text.includes('を作成しました。'));
  expect(told.edited).toBe(true);
  expect(told.plain).toMatch(
    /\d+件が残っています。記録のない箇所は\(未記録\)とし、予定と未確認の記録は載せていません。/u,
  );
  expect(dm().messages.filter(({ text }) => text.includes('作成しています'))).toEqual([]);
});

test('what was given out is kept: what, when, to whom; the same again is one report, given out twice', async () => {
  later();
  const answer = await report('R5');
  expect(answer.plain).toContain(
    `前回は令和6年11月26日(火) 10:00に、事務 局子さんが${WORD}で受け取りました。`,
  );
  expect(answer.buttons).not.toContain('変更点を見る');
  await make('マークダウン(md)', answer);
  const { text } = await sentFile(practice, await dm().next(({ files }) => files.length > 0));
  expect(text).toContain('# 第5章 推進体制の整備等(令和5年度)');
  await dm().until((message) => message.text.includes('(マークダウン(md))を作成しました。'));
  expect(
    await rowsOf(
      practice,
      `select fiscal_year, format::text, given_to from report_delivery join report_issue i on i.id = report_id order by given_at`,
    ),
  ).toEqual([
    { fiscal_year: 2023, format: 'docx', given_to: SECRETARY },
    { fiscal_year: 2023, format: 'md', given_to: SECRETARY },
  ]);
  expect(await countOf(practice, 'report_issue')).toBe(1);
});

test('what the command line wrote is told as such: Slack is not asked who that is', async () => {
  const givenTo = (from: string, to: string) =>
    rowsOf(practice, 'update report_delivery set given_to = $2 where given_to = $1', [from, to]);
  await givenTo(SECRETARY, 'cli:jimu');
  expect((await report('R5')).plain).toContain('、コマンド(jimu)がマークダウン(md)で受け取りました。');
  await givenTo('cli:jimu', SECRETARY);
});

test('a change of the record since then is offered as 変更点', async () => {
  later();
  await recordByForm(practice, { 開催日: '2023-12-08', 案件: '評価・意見について(審議)' });
  const answer = await report('R5');
  expect(answer.plain).toContain('その後、内容が変わっています。');
  await practice.secretary.press('変更点を見る', { in: answer });
  const changes = await practice.secretary.nextAnswer();
  expect(changes.plain).toContain('令和5年12月8日');
  await practice.secretary.press('ワードで受け取る', { in: changes });
  const sent = await dm().next(({ files }) => files.length > 0);
  expect(sent.files[0]?.name).toBe('実施状況報告書_第5章_令和5年度_変更点.docx');
  await practice.secretary.nextAnswer();
});

test.each([
  ['Slack refuses the file', 'files.completeUploadExternal', { error: 'internal_error' }],
  ['Slack asks to wait', 'files.getUploadURLExternal', { rateLimited: 30 }],
  ['Slack is away', 'files.getUploadURLExternal', { status: 503 }],
] as const)(
  'when %s, it says so in the place of 作成しています, and can be tried again at once',
  async (_, method, fault) => {
    later();
    const [given, files] = [await countOf(practice, 'report_delivery'), filesIn()];
    const before = dm().messages.map(({ ts }) => ts);
    const mended = practice.slack.faults.always(method, fault);
    await make('マークダウン(md)', await report('R5'));
    const failed = await dm().until(
      ({ text, ts }) => text.includes('作成できませんでした。') && !before.includes(ts),
    );
    expect(failed.plain).toMatch(/\(受付番号 [0-9a-f]{8}\)$/u);
    expect([await countOf(practice, 'report_delivery'), filesIn()]).toEqual([given, files]);
    mended();
    await make('もう一度作成', failed);
    await dm().until(({ text, ts }) => text.includes('を作成しました。') && !before.includes(ts));
    expect([await countOf(practice, 'report_delivery'), filesIn()]).toEqual([given + 1, files + 1]);
  },
);

test.each([
  ['令和7年度', 'まだ始まっていない年度の第5章は書けません。'],
  ['昨年度', '「昨年度」を年度や形式として読み取れませんでした。'],
  ['令和5年度 pdf', '「令和5年度 pdf」を年度や形式として読み取れませんでした。'],
  ['ワード エクセル', '「ワード エクセル」を年度や形式として読み取れませんでした。'],
])('/kyodo-report %s is answered in one sentence', async (words, sentence) => {
  expect((await report(words)).plain).toContain(sentence);
});

test('a year without any record is left with all of it, and can be had all the same', async () => {
  later();
  const answer = await report('平成元年度 md');
  expect(answer.plain).toMatch(/次の\d+件が残っています。/u);
  await make('マークダウン(md)', answer);
  await dm().until(({ text }) => text.includes('平成元年度の第5章(マークダウン(md))を作成しました。'));
  const file = dm().messages.findLast(({ files }) => files.length > 0);
  expect((await sentFile(practice, { files: file?.files ?? [] })).text).toContain('(未記録)');
});

test('is the secretariat’s alone, whatever is typed or pressed', async () => {
  const staff = practice.slack.person(STAFF);
  expect((await report('R5', staff)).plain).toBe(ONLY_SECRETARIAT);
  const action = { type: 'button', block_id: 'formats', action_id: 'report.make', value: '2023:md:1' };
  await staff.pressRaw({ in: await answerTo(staff, '/kyodo'), action });
  expect((await staff.nextAnswer()).plain).toBe(ONLY_SECRETARIAT);
  expect(practice.slack.dm(STAFF).messages).toEqual([]);
});

test('pressed twice at once, it is made once', async () => {
  later();
  const answer = await report('R5');
  const before = filesIn();
  const told = dm().messages.map(({ ts }) => ts);
  await Promise.all([make('マークダウン(md)', answer), make('マークダウン(md)', answer)]);
  await dm().until(({ text, ts }) => text.includes('を作成しました。') && !told.includes(ts));
  expect(filesIn() - before).toBe(1);
});
