import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chapter5Of } from '../../../src/documents/chapter5/model.ts';
import { readChapter5 } from '../../../src/services/read-chapter5.ts';
import { cleanUp, kyodo } from '../../cli/run.ts';
import facts from '../../support/fiscal-2023.json' with { type: 'json' };
import { type Practice, SECRETARY, startPractice, urlOf } from '../../support/practice.ts';
import { fillMeeting, openMeetingForm, recordByForm, WORKSPACE, withDatabase } from '../steps.ts';

let practice: Practice;
beforeAll(async () => {
  practice = await startPractice();
  for (const { body, until, note, way, items } of facts.meetings)
    await recordByForm(practice, {
      会議体: body,
      開催方法: way,
      開催日: until,
      報告書での日付: '期限(…まで)',
      日付欄の注記: note,
      案件: items.join('\n'),
    });
  for (const { body } of facts.didNotMeet) {
    const form = await (await practice.secretary.command('/kyodo-meeting', '開催なし')).opened();
    await form.fill({ '会議体・研修': body, 年度: '令和5年度' });
    expect(await form.submit()).toEqual({ closed: true, errors: {} });
    await practice.slack.dm(SECRETARY).next();
  }
});
afterAll(async () => {
  await practice.stop();
  cleanUp();
});

/** Printed words, white space aside. */
const squeezed = (text: string): string => text.replace(/\s+/gu, '');

const tableOf = (name: string) =>
  facts.meetings
    .filter(({ body }) => body === name)
    .map(({ no, printed, items }) => ({
      no,
      date: squeezed(printed),
      items: items.map((item, index) => `(${index + 1})${item}`),
    }));

/** What stands in the chapter beside the meetings, from what a new workspace starts with. */
const STRUCTURE = [
  '|協働推進本部会議|委員長:副市長<br>副委員長:副市長<br>委員:特別職・部局長|協働推進に関する全庁的な課題の検討及び調整|',
  '|協働推進本部会議幹事会|幹事長:市民協働部長|協働推進に関する全庁的な課題の検討及び連絡調整|',
  '|協働推進員(主任)|総務担当課長|協働手法の導入検討、部内の各課等にまたがる地域課題の解決に向けた調整ほか|',
  '|協働推進員(推進員)|各課から選任|協働事業市民提案に関し、提案団体との意見交換|',
];
const DUTIES = [
  '(1)コミュニティ政策課からの情報を部局内で調整・共有',
  '(2)協働事業市民提案制度の活用に向けた事業調査のとりまとめ',
  '(3)(2)に基づくヒアリングへの出席',
  '(4)市民公益活動推進助成金申込事業にかかる調査のとりまとめ',
  '(5)協働事業市民提案制度提案事業にかかる調査のとりまとめ',
  '(6)協働事業成案化検討会議での協議',
  '(7)地域担当職員と連携した地域からの相談、要望への対応',
  '(8)協働に関する大阪府からの調査回答',
];
const TRAININGS = ['新規採用職員ステップ研修', '係長級・技能長昇格前研修', '協働推進員研修'];
const UNSETTLED = [
  '・前文:文章がありません。',
  '・1トピックス:文章がありません。',
  '・協働推進員:4月1日に在任する協働推進員の記録がありません。',
  '・1協働推進員の取組み:文章がありません。例の8つの役割を掲載しています。',
  '・2トピックス:文章がありません。',
  ...TRAININGS.map((name) => `・${name}:研修の記録も「開催なし」の記録もありません。`),
  '・3説明:文章がありません。',
  '・NATSにおける市民公益活動推進の連携:掲載する文章(主な役割)がありません。',
  '・取組みの振返り:文章がありません。',
  '・参考・お問合せ:文章がありません。',
];

describe('the year 2023, recorded through the forms in the order in which it happened', () => {
  test('prints the tables of chapter 5 that were published', async () => {
    const chapter = await withDatabase(practice, async (db) =>
      chapter5Of(await readChapter5({ clock: practice.clock, db }, WORKSPACE, facts.fiscalYear)),
    );
    const parts = [...chapter.meetings, ...chapter.liaison].map((part) =>
      part.kind === 'table'
        ? [part.heading, part.rows.map(({ no, date, items }) => ({ no, date: squeezed(date), items }))]
        : [part.heading, part.paragraphs],
    );
    expect(parts).toEqual([
      ['協働推進本部会議', tableOf('協働推進本部会議')],
      ['協働推進本部会議幹事会', tableOf('協働推進本部会議幹事会')],
      ...facts.didNotMeet.map(({ body, printed }) => [body, [printed]]),
      ['NATSにおける市民公益活動推進の連携', ['(未記録)']],
    ]);
    expect(chapter.unsettled.map(({ text }) => squeezed(text))).toEqual(UNSETTLED);
  });

  test('is written as Markdown by the command line beside the running bot', async () => {
    const words = ['report', '2023', '--format', 'md', '--workspace', WORKSPACE];
    const { out, err } = await kyodo(words, { DATABASE_URL: urlOf(practice.database.connection) });
    const rows = (name: string) =>
      tableOf(name).map(({ no, date, items }) => `|${no}|${date}|${items.join('<br>')}|`);
    const head = ['|No|日付|案件|', '|---|---|---|'];
    expect(
      out
        .split('\n')
        .map(squeezed)
        .filter((line) => line !== ''),
    ).toEqual([
      '#第5章推進体制の整備等(令和5年度)',
      '##前文',
      '(未記録)',
      '##1協働推進本部会議',
      '###トピックス',
      '(未記録)',
      '###体制',
      '|会議体|構成|主な役割|',
      '|---|---|---|',
      ...STRUCTURE,
      '###会議の実施状況',
      '####協働推進本部会議',
      ...head,
      ...rows('協働推進本部会議'),
      '####協働推進本部会議幹事会',
      ...head,
      ...rows('協働推進本部会議幹事会'),
      '###協働推進員の取組み',
      '(未記録)',
      ...DUTIES,
      '##2職員の育成',
      '###トピックス',
      '(未記録)',
      '###年度実績',
      '####職員研修',
      '|No|日時・場所|内容|参加者|',
      '|---|---|---|---|',
      ...TRAININGS.map((name) => `||(未記録)|【${name}】||`),
      '##3豊能地区市町NPO担当課長連絡会議等',
      '(未記録)',
      ...facts.didNotMeet.flatMap(({ body, printed }) => [`###${body}`, printed]),
      '###NATSにおける市民公益活動推進の連携',
      '(未記録)',
      '##取組みの振返り',
      '(未記録)',
      '##参考・お問合せ',
      '(未記録)',
    ]);
    expect(err.trim().split('\n').map(squeezed)).toEqual([
      '令和5年度の第5章には、次の点が残っています。',
      ...UNSETTLED,
    ]);
  });
});

describe('the form 会議を記録', () => {
  test('offers every body that meets, in order, and 年月日', async () => {
    const form = await openMeetingForm(practice);
    expect(form.options('会議体')).toEqual([
      '協働推進本部会議',
      '協働推進本部会議幹事会',
      '協働事業成案化検討会議',
      '豊能地区市町NPO担当課長連絡会議',
      '豊能地区市町合同研修',
    ]);
    expect(form.values).toEqual({
      会議体: null,
      開催方法: null,
      開催日: null,
      終了日: null,
      報告書での日付: '年月日',
      日付欄の注記: null,
      場所: null,
      案件: null,
    });
    await form.close();
  });

  test('opens from the shortcut too', async () => {
    const form = await (await practice.secretary.shortcut('meeting.record')).opened();
    expect(form.title).toBe('会議を記録');
    await form.close();
  });

  const written = {
    会議体: '協働推進本部会議',
    開催日: '2026-08-10',
    終了日: '2026-08-12',
    日付欄の注記: '開催案内送付',
    場所: '第1会議室',
    案件: '年間スケジュールについて\n評価について(審議)',
  };

  test('chooses 期限 with 書面開催, takes it back with another way, and keeps all else', async () => {
    const form = await openMeetingForm(practice);
    await fillMeeting(form, { ...written, 開催方法: '書面開催' });
    expect(form.values).toEqual({ ...written, 開催方法: '書面開催', 報告書での日付: '期限(…まで)' });
    await form.fill({ 開催方法: '対面' });
    await form.until(({ values }) => values.報告書での日付 === '年月日');
    expect(form.values).toEqual({ ...written, 開催方法: '対面', 報告書での日付: '年月日' });
    await form.close();
  });

  test('leaves 年月 alone when the way is chosen after it', async () => {
    const updates = () => practice.slack.calls.filter(({ method }) => method === 'views.update').length;
    const before = updates();
    const form = await openMeetingForm(practice);
    await form.fill({ ...written, 報告書での日付: '年月', 終了日: null, 開催方法: '不明' });
    expect(await form.submit()).toEqual({ closed: true, errors: {} });
    const told = await practice.slack.dm(SECRETARY).next();
    expect([told.text, updates() - before]).toEqual([
      '記録しました:協働推進本部会議 令和8年8月 開催案内送付',
      0,
    ]);
  });
});

test('記録しました says what was recorded, with what can be done about it', async () => {
  const told = await recordByForm(practice, {
    会議体: '協働推進本部会議',
    開催方法: '対面・オンライン併用',
    開催日: '2026-07-03',
    終了日: '2026-07-07',
    場所: '第1会議室',
    案件: '① 計画について（審議）\n\n・1.5次産業について',
  });
  expect([told.plain, told.buttons, told.text]).toEqual([
    [
      '記録しました',
      '協働推進本部会議',
      '開催日:令和8年7月3日(金)から令和8年7月7日(火)まで',
      '開催方法:対面・オンライン併用',
      '場所:第1会議室',
      '(1)計画について(審議)',
      '(2)1.5次産業について',
      '令和8年度の記録',
    ].join('\n'),
    ['内容を記録', '編集', '記録を取り消す', '対応事項を登録', '会議録'],
    '記録しました:協働推進本部会議 令和8年7月3日から7日まで',
  ]);
});

test('nothing that Slack would refuse was sent', () => {
  expect(practice.slack.refusals).toEqual([]);
});
