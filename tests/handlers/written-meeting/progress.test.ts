import { afterAll, beforeAll, expect, test } from 'vitest';
import { localDate } from '../../../src/domain/calendar/local-date.ts';
import { type Practice, SECRETARY } from '../../support/practice.ts';
import { answerInWriting, askBody, CHAIR, GENERAL, startAskedBody, WELFARE } from '../asked-body.ts';
import { homeOf, pressAnywhere } from '../asked-city.ts';
import { auditOf } from '../steps.ts';

/** How far a 書面開催 is: to the secretariat in numbers on Home, by name when it is opened; to nobody else. */

let practice: Practice;
let meeting: string;
beforeAll(async () => {
  practice = await startAskedBody();
  meeting = await askBody(practice);
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const openProgress = () => pressAnywhere(practice, SECRETARY, 'written-progress.open', meeting);

/** What Home says of it. */
const onHome = async (): Promise<string> => {
  const { text } = await homeOf(practice);
  const [, part = ''] = text.split('書面開催の状況\n');
  return part.split('\n').slice(0, 6).join('\n');
};

test('nothing is answered yet: everybody is missing, by name only where it is opened', async () => {
  expect(await onHome()).toBe(
    [
      '協働推進本部会議(書面開催) 回答受付中',
      '文書番号:豊コ第80号',
      '回答期限:令和8年12月10日(木)',
      '回答0/4名',
      '案件1 異議なし 0(うち意見あり 0)・異議あり 0・未回答 4',
      '案件2 確認しました 0(うち意見あり 0)・未回答 4',
    ].join('\n'),
  );
  const form = await openProgress();
  expect(form.title).toBe('書面開催の状況');
  expect(form.text).toContain(
    [
      '回答者',
      '副市長 髙田 一郎\n未回答',
      '総務部長 架空 太郎\n未回答',
      '福祉部長 架空 花子\n未回答',
      '会計管理者 紙山 とおる(Slack未利用)\n未回答',
    ].join('\n'),
  );
  expect(form.buttons.filter((words) => words === '代理入力')).toHaveLength(4);
  await form.close({ all: true });
});

test('who has answered what stands where it is opened, who is missing first; Home has numbers alone', async () => {
  practice.clock.set('2026-11-25T09:30:00+09:00');
  await answerInWriting(
    practice,
    CHAIR,
    { meeting, position: 1 },
    { 案件1: '異議なし', 案件2: '確認しました' },
  );
  await answerInWriting(
    practice,
    GENERAL,
    { meeting, position: 2 },
    { 案件1: '異議あり', 案件1への意見: '根拠が足りません', 案件2: '確認しました' },
  );
  await answerInWriting(
    practice,
    SECRETARY,
    { meeting, position: 4 },
    {
      案件1: '異議なし(意見あり)',
      案件1への意見: '早めに',
      案件2: '確認しました(意見あり)',
      案件2への意見: '日程に注意',
      受けた方法: '紙',
      受けた日: '2026-11-25',
    },
  );
  const home = await onHome();
  expect(home).toBe(
    [
      '協働推進本部会議(書面開催) 回答受付中',
      '文書番号:豊コ第80号',
      '回答期限:令和8年12月10日(木)',
      '回答3/4名',
      '案件1 異議なし 2(うち意見あり 1)・異議あり 1・未回答 1',
      '案件2 確認しました 3(うち意見あり 1)・未回答 1',
    ].join('\n'),
  );
  expect((await homeOf(practice)).text).not.toMatch(/架空|髙田|紙山|根拠/u);
  const form = await openProgress();
  const [, said = ''] = form.text.split('回答者\n');
  expect(said.trimEnd()).toBe(
    [
      '福祉部長 架空 花子\n未回答',
      '副市長 髙田 一郎\n回答済み(令和8年11月25日(水) 9:30)',
      '総務部長 架空 太郎\n回答済み(令和8年11月25日(水) 9:30)',
      '会計管理者 紙山 とおる(Slack未利用)\n回答済み(令和8年11月25日(水) 9:30)\n代理入力(令和8年11月25日(水)に紙で受けました)',
      '案件1',
      '(1)市の調査・検討について(審議)',
      '異議なし 2(うち意見あり 1)・異議あり 1・未回答 1',
      '総務部長 架空 太郎 異議あり\n「根拠が足りません」',
      '会計管理者 紙山 とおる 異議なし(意見あり)\n「早めに」',
      '異議なし:副市長 髙田 一郎',
      '未回答:福祉部長 架空 花子',
      '案件2',
      '(2)年間スケジュールについて',
      '確認しました 3(うち意見あり 1)・未回答 1',
      '会計管理者 紙山 とおる 確認しました(意見あり)\n「日程に注意」',
      '確認しました:副市長 髙田 一郎、総務部長 架空 太郎',
      '未回答:福祉部長 架空 花子',
    ].join('\n'),
  );
  await form.close({ all: true });
});

test('an answer that is entered over it is there when its form is closed', async () => {
  const form = await openProgress();
  // Who is missing stands first.
  const entering = await (await form.press('代理入力')).opened();
  expect(entering.text).toContain('福祉部長 架空 花子さんから受け取った回答を入力します。');
  await entering.fill({
    案件1: '異議なし',
    案件2: '確認しました',
    受けた方法: '電話',
    受けた日: '2026-11-25',
  });
  const { form: kept } = await entering.submit();
  await kept?.close();
  const anew = await form.until(({ text }) => !text.includes('\n未回答\n'));
  expect(anew.text).toContain('回答4/4名');
  await anew.close({ all: true });
});

test('what came late is said, and counts nowhere', async () => {
  const over = await askBody(practice, { dueOn: localDate('2026-11-26') });
  practice.clock.set('2026-11-27T00:00:00+09:00');
  await answerInWriting(
    practice,
    WELFARE,
    { meeting: over, position: 3 },
    { 案件1: '異議あり', 案件1への意見: '遅れました', 案件2: '確認しました' },
  );
  const form = await pressAnywhere(practice, SECRETARY, 'written-progress.open', over);
  expect(form.text).toContain('福祉部長 架空 花子\n未回答\n期限後の回答1件(集計には入りません)');
  expect(form.text).toContain('異議なし 0(うち意見あり 0)・異議あり 0・未回答 4');
  expect(form.text).not.toContain('遅れました');
  await form.close({ all: true });
});

test('a member sees none of it, on Home or by its button, and the try is kept', async () => {
  expect((await homeOf(practice, CHAIR)).text).not.toMatch(/書面開催の状況|回答4\/4名/u);
  const refused = await pressAnywhere(practice, CHAIR, 'written-progress.open', meeting);
  expect(refused.text).not.toMatch(/異議|架空/u);
  expect(await auditOf(practice, CHAIR)).toContain('refused read-written-progress');
});

test('while it is under way the list of the year has it, for everybody, with nothing of what was answered', async () => {
  const listOf = async (person: string) => {
    const driver = practice.slack.person(person);
    await driver.command('/kyodo-meeting', '一覧');
    return driver.nextAnswer();
  };
  const words =
    '【回答受付中】令和8年12月10日まで 開催案内送付(書面開催)\n(1)市の調査・検討について(審議)\n(2)年間スケジュールについて';
  const [own, others] = [await listOf(SECRETARY), await listOf(WELFARE)];
  expect(own.plain).toContain(words);
  expect(others.plain).toContain(words);
  expect([own.buttons.includes('状況'), others.buttons.includes('状況')]).toEqual([true, false]);
  expect(others.plain).not.toMatch(/異議|回答\d/u);
});
