import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Message } from '../../../src/sandbox/driver/messages-read.ts';
import { type Practice, SECRETARY, STAFF, startPractice } from '../../support/practice.ts';
import { actorOf, answerTo, pressToOpen, recordAs, recordByForm } from '../steps.ts';
import { PLAIN_TRAINING, recordTraining } from '../training/steps.ts';

/** 年間スケジュール: the list of a year, as everybody reads it. */

const listOf = (practice: Practice, typed = '年間', who = SECRETARY): Promise<Message> =>
  answerTo(practice.slack.person(who), '/kyodo-meeting', typed);

describe('a year with meetings and trainings', () => {
  let practice: Practice;
  beforeAll(async () => {
    practice = await startPractice({ now: '2026-11-24T10:00:00+09:00' });
    await recordByForm(practice, {
      開催日: '2026-10-01',
      案件: '年間予定について(報告)\n予算について(審議)',
      場所: '秘密の部屋',
    });
    await recordByForm(practice, {
      開催日: '2027-02-01',
      報告書での日付: '年月',
      開催方法: '不明',
      案件: '月だけの案件',
    });
    const called = await recordByForm(practice, { 開催日: '2026-12-10', 案件: '中止になる案件' });
    const wrong = await recordByForm(practice, { 開催日: '2026-10-05', 案件: '誤って記録した案件' });
    for (const told of [called, wrong]) {
      const form = await pressToOpen(practice.secretary, '記録を取り消す', told);
      await form.fill({ 理由: '理由は一覧に出ません' });
      await form.submit();
    }
    await recordTraining(practice, {
      ...PLAIN_TRAINING,
      開催日: '2026-12-20',
      終了日: '2027-01-19',
      会場: '文化芸術センター',
    });
    await recordAs(practice, actorOf(STAFF, 'promoter'), {
      body: '協働事業成案化検討会議',
      heldOn: '2026-10-20',
      items: '推進員の案件',
    });
    const none = await (await practice.secretary.command('/kyodo-meeting', '開催なし')).opened();
    await none.fill({ '会議体・研修': '豊能地区市町合同研修', 年度: '令和8年度' });
    await none.submit();
  });
  afterAll(async () => {
    expect(practice.slack.refusals).toEqual([]);
    await practice.stop();
  });

  const whole = [
    '令和8年度の年間スケジュール',
    '令和8年10月',
    '【実施】令和8年10月1日(木) 協働推進本部会議',
    '(1)年間予定について(報告)',
    '(2)予算について(審議)',
    '開催方法:対面',
    '【実施(未確認)】令和8年10月20日(火) 協働事業成案化検討会議',
    '(1)推進員の案件',
    '開催方法:対面',
    '令和8年12月',
    '【取消し】令和8年12月10日(木) 協働推進本部会議',
    '(1)中止になる案件',
    '開催方法:対面',
    '【予定】令和8年12月20日(日)から令和9年1月19日(火)まで 協働推進員研修',
    '実施方法:集合',
    '会場:文化芸術センター',
    '令和9年2月',
    '【予定】令和9年2月 協働推進本部会議',
    '(1)月だけの案件',
    '開催なし',
    '・豊能地区市町合同研修',
  ];

  test.each(['年間', 'schedule', 'ＳＣＨＥＤＵＬＥ', '年間 令和8年度', '年間　Ｒ８', 'schedule 2026'])(
    '「%s」 shows its dates in order, with how each stands, to whoever asks',
    async (typed) => {
      const [secretariat, staff] = [await listOf(practice, typed), await listOf(practice, typed, STAFF)];
      expect([secretariat.plain.split('\n'), secretariat.ephemeral]).toEqual([whole, true]);
      expect(staff.plain).toBe(secretariat.plain);
    },
  );

  test('offers 予定表に追加 of what is still to come or was called off, the other years, and its files', async () => {
    const { buttons } = await listOf(practice, '年間', STAFF);
    expect(buttons).toEqual([
      '予定表に取消しを反映',
      '予定表に追加',
      '予定表に追加',
      '前の年度',
      '次の年度',
      'ファイルを受け取る',
    ]);
  });

  test('offers the secretariat 年間スケジュールを作成 besides', async () => {
    const list = await listOf(practice);
    expect(list.buttons.slice(-2)).toEqual(['ファイルを受け取る', '年間スケジュールを作成']);
    expect((await pressToOpen(practice.secretary, '年間スケジュールを作成', list)).title).toBe(
      '年間スケジュールを作成',
    );
  });

  test('shows of one body or 研修 what is called so', async () => {
    const list = await listOf(practice, '年間 R8 推進員研修');
    expect(list.plain.split('\n')).toEqual([
      '令和8年度の年間スケジュール',
      '「推進員研修」を含む名前のものを表示しています。',
      '令和8年12月',
      ...whole.slice(13, 16),
    ]);
    const none = await listOf(practice, '年間 ほんぶかいぎ');
    expect(none.plain).toBe('令和8年度の年間スケジュール\n「ほんぶかいぎ」を含む名前のものはありません。');
  });

  test('is opened by the button 年間スケジュール, and turns to the years beside it in place', async () => {
    const staff = practice.slack.person(STAFF);
    await staff.press('年間スケジュール', { in: await answerTo(staff, '/kyodo') });
    const list = await staff.nextAnswer();
    expect(list.plain.split('\n')[0]).toBe('令和8年度の年間スケジュール');
    await staff.press('前の年度', { in: list });
    const turned = await practice.slack.until(({ ts, edited }) => ts === list.ts && edited);
    expect(turned.plain).toBe('令和7年度の年間スケジュール\nこの年度の日程は、まだ記録がありません。');
  });

  test.each(['令和0年度', '2099', '来年度'])('「年間 %s」 is answered with examples', async (typed) => {
    const { plain, buttons } = await listOf(practice, `年間 ${typed}`);
    expect([plain, buttons]).toEqual([
      '年度を読み取れませんでした。「令和5年度」「R5」「5年度」「2023」のように入力してください。',
      [],
    ]);
  });

  test('of 令和元年度 begins in 平成', async () => {
    await recordByForm(practice, { 開催日: '2019-04-20', 案件: '平成の案件' });
    await recordByForm(practice, { 開催日: '2020-03-31', 案件: '令和の案件' });
    const { plain } = await listOf(practice, '年間 令和元年度');
    expect(plain.split('\n').filter((line) => /^(?:令和|平成|【)/u.test(line))).toEqual([
      '令和元年度の年間スケジュール',
      '平成31年4月',
      '【実施】平成31年4月20日(土) 協働推進本部会議',
      '令和2年3月',
      '【実施】令和2年3月31日(火) 協働推進本部会議',
    ]);
  });
});
