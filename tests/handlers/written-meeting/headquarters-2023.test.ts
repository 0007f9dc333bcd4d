import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chapter5Of } from '../../../src/documents/chapter5/model.ts';
import type { Form } from '../../../src/sandbox/driver/form.ts';
import { readChapter5 } from '../../../src/services/read-chapter5.ts';
import { FACTS_2023 } from '../../documents/chapter5/facts-2023.ts';
import { type Practice, SECRETARY, STAFF } from '../../support/practice.ts';
import { pressAnywhere } from '../asked-city.ts';
import {
  answer,
  ask,
  BODY,
  close,
  NAMES,
  openResult,
  received,
  SEATS,
  SUCCESSOR,
  startHeadquarters,
  summarise,
} from '../headquarters.ts';
import { nextFile } from '../meeting/held-meeting.ts';
import { answerTo, rowsOf, WORKSPACE, withDatabase } from '../steps.ts';

/** The two 本部会議 of fiscal 2023 held in writing by nine members, from 書面開催を始める to chapter 5 and 会議録. */

let practice: Practice;
beforeAll(async () => {
  practice = await startHeadquarters();
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const noticeTo = async (who: string): Promise<string> =>
  (await practice.slack.dm(who).next(({ plain }) => plain.startsWith('書面開催の結果のお知らせ\n'))).plain;

const TOLD = [...SEATS.flatMap(([, , id]) => id ?? []), SUCCESSOR];

describe('the first, which nobody deliberates', () => {
  let confirmation: Form;

  test('is asked, answered by nine, and put together', async () => {
    const meeting = await ask(practice, '協働推進本部会議の年間スケジュールについて', '2023-08-10');
    practice.clock.set('2023-08-03T10:00:00+09:00');
    for (const position of [1, 2, 3, 4, 6])
      await answer(practice, meeting, position, { 案件1: '確認しました' });
    await answer(practice, meeting, 5, { 案件1: '確認しました' }, SUCCESSOR);
    await answer(practice, meeting, 7, {
      案件1: '確認しました(意見あり)',
      案件1への意見: '早めに知らせてほしい。',
    });
    for (const position of [8, 9])
      await answer(practice, meeting, position, { 案件1: '確認しました', ...received });
    await close(practice, '2023-08-11T00:00:10+09:00', '2023-08-14T10:00:00+09:00');
    confirmation = await summarise(practice, { 案件1の意見への回答: '12月の会議は10月にお知らせします。' });
    expect([confirmation.title, confirmation.submitText]).toEqual(['送信の確認', '結果を通知する']);
    expect(confirmation.text).toContain('8名に、Slackでお知らせします。');
    expect(confirmation.text).toContain('消防局長 紙山 とおる、教育長 文月 ふみ');
  });

  test('is told to each once, without a name', async () => {
    const sent = await confirmation.submit();
    expect(sent.form?.text).toContain('8名に結果を通知しました。');
    for (const who of TOLD)
      expect(await noticeTo(who)).toBe(
        [
          '書面開催の結果のお知らせ',
          '協働推進本部会議(書面開催)\n文書番号:豊コ第80号\n回答期限:令和5年8月10日(木)',
          '協働推進本部会議(書面開催、回答期限:令和5年8月10日(木))の結果を、次のとおりお知らせします。',
          '案件1 確認しました 9(うち意見あり 1)・未回答 0',
          'ご回答いただき、ありがとうございました。',
          '(1)協働推進本部会議の年間スケジュールについて',
          '意見\n・早めに知らせてほしい。\n意見への回答:12月の会議は10月にお知らせします。',
          '問合せ:事務局',
        ].join('\n'),
      );
    // Who answers as 代理 was not asked then.
    for (const who of TOLD.filter((one) => one !== SUCCESSOR))
      await practice.slack
        .dm(who)
        .until(({ plain, buttons }) => plain.includes('結果をお知らせしました。') && buttons.length === 0);
    await sent.form?.close({ all: true });
  });
});

describe('the second, with an 異議あり and an opinion', () => {
  let confirmation: Form;
  let notices: readonly string[];
  let meeting: string;
  const ITEM = '市民公益活動推進委員会の評価・意見に対する市の調査・検討について';

  test('is asked of who sits there now, and answered by nine', async () => {
    practice.clock.set('2023-11-24T10:00:00+09:00');
    meeting = await ask(practice, `${ITEM}(審議)`, '2023-12-08');
    practice.clock.set('2023-11-30T10:00:00+09:00');
    for (const position of [1, 2, 4, 6]) await answer(practice, meeting, position, { 案件1: '異議なし' });
    await answer(practice, meeting, 5, { 案件1: '異議なし' }, SUCCESSOR);
    await answer(practice, meeting, 3, { 案件1: '異議あり', 案件1への意見: '費用を示すべきである。' });
    await answer(practice, meeting, 7, { 案件1: '異議なし(意見あり)', 案件1への意見: '図を加えるとよい。' });
    for (const position of [8, 9])
      await answer(practice, meeting, position, { 案件1: '異議なし', ...received, 受けた日: '2023-11-29' });
    await close(practice, '2023-12-09T00:00:10+09:00', '2023-12-11T10:00:00+09:00');
  });

  test('has its numbers and opinions before the secretariat, and no 結果 chosen', async () => {
    const form = await openResult(practice);
    expect([form.title, form.submitText, form.labels.join(' ')]).toEqual([
      '書面開催の結果をまとめる',
      '保存する',
      '案件1の結果 案件1の意見への回答 通知文',
    ]);
    expect(form.values).toMatchObject({ 案件1の結果: null, 案件1の意見への回答: null });
    for (const part of [
      '異議なし 8(うち意見あり 1)・異議あり 1・未回答 0',
      '会議体の決まりによる集計:異議なしが異議ありより多くなっています。',
      '総務部長 架空 太郎 異議あり\n「費用を示すべきである。」',
      '環境部長 架空 五月 異議なし(意見あり)\n「図を加えるとよい。」',
    ])
      expect(form.text).toContain(part);
    expect((await form.submit()).errors).toEqual({ 案件1の結果: 'この項目は必須です。' });
    await form.close({ all: true });
    confirmation = await summarise(practice, {
      案件1の結果: '修正のうえ承認',
      案件1の意見への回答: '費用の見込みと図を加えました。',
    });
  });

  test('is told to each once, without a name', async () => {
    const sent = await confirmation.submit();
    expect(sent.form?.text).toContain('7名に結果を通知しました。');
    await sent.form?.close({ all: true });
    const told = [...TOLD.filter((who) => who !== 'U0SEAT5')];
    notices = await Promise.all(told.map(noticeTo));
    expect(new Set(notices).size).toBe(1);
    expect(notices[0]).toContain(
      [
        `(1)${ITEM}(審議)`,
        '結果:修正のうえ承認',
        '意見',
        '・図を加えるとよい。',
        '・(異議あり)費用を示すべきである。',
        '意見への回答:費用の見込みと図を加えました。',
      ].join('\n'),
    );
    for (const name of NAMES) expect(notices.join('\n')).not.toContain(name);
    const sentRows = await rowsOf(
      practice,
      `select recipient, count(*)::int as times from delivery where kind like 'written-result%' and state <> 'dropped'
        group by recipient order by recipient`,
    );
    expect(sentRows).toEqual(
      TOLD.toSorted().map((recipient) => ({
        recipient,
        times: recipient === 'U0SEAT5' ? 1 : 2,
      })),
    );
  });

  test('is read by members from their Home as it was told, and by staff as what was decided', async () => {
    const member = practice.slack.person('U0SEAT2');
    await member.openHome();
    const home = await member.homeUntil(({ text }) => text.includes('書面開催の結果'));
    expect(home.text).toContain('協働推進本部会議(書面開催)\n回答期限:令和5年12月8日(金)');
    const read = await (await home.press('結果を見る')).opened();
    expect(read.text).toContain('・(異議あり)費用を示すべきである。');
    for (const name of NAMES) expect(read.text).not.toContain(name);
    const shown = await pressAnywhere(practice, STAFF, 'written-result.show', meeting);
    expect(shown.text).toContain(`(1)${ITEM}(審議)\n結果:修正のうえ承認`);
    for (const part of ['異議', '意見\n', '\n・', '豊コ第80号', ...NAMES])
      expect(shown.text).not.toContain(part);
    await practice.slack.person(STAFF).openHome();
    const others = await practice.slack.person(STAFF).homeUntil(() => true);
    expect(others.text).not.toContain('書面開催');
  });
});

test('chapter 5 prints both to the letter', async () => {
  practice.clock.set('2024-06-03T10:00:00+09:00');
  const facts = await withDatabase(practice, (db) =>
    readChapter5({ db, clock: practice.clock }, WORKSPACE, 2023),
  );
  const of = (chapter: ReturnType<typeof chapter5Of>) =>
    chapter.meetings.find(({ heading }) => heading === BODY);
  expect(of(chapter5Of(facts))).toEqual(of(chapter5Of(FACTS_2023)));
});

test('会議録 holds who answered and how, and what came of it, and no name beside what was said', async () => {
  const list = await answerTo(practice.secretary, '/kyodo-meeting', '一覧 令和5年度 本部会議');
  await practice.secretary.press('会議録', { in: list });
  const { name, blocks, warnings } = await nextFile(practice, SECRETARY);
  expect([name, warnings]).toEqual(['会議録(案)_本部会議_令和5年8月10日まで.docx', []]);
  expect(blocks.slice(0, 6)).toEqual([
    '= 会議録(案)',
    {
      heads: [],
      rows: [
        ['会議名', BODY],
        ['回答期限', '令和5年8月10日(木)'],
        ['開催方法', '書面開催'],
        ['備考', '開催案内送付'],
        ['文書番号', '豊コ第80号'],
        ['開催案内の日', '令和5年7月26日(水)'],
      ],
    },
    '# 回答者',
    '回答9名',
    {
      heads: [['役', '職名', '氏名', '回答']],
      rows: SEATS.map(([title, person, slackId, office], index) => [
        { chair: '委員長', viceChair: '副委員長' }[String(office)] ?? '委員',
        title,
        person,
        index === 4
          ? '回答(代理:福祉部長 後任 花代)'
          : slackId === null
            ? '回答(代理入力:紙、令和5年8月3日(木)受付)'
            : '回答',
      ]),
    },
    '# 案件',
  ]);
  expect(blocks[6]).toEqual({
    heads: [['No', '案件', '種別', '結果', '意見']],
    rows: [
      [
        '(1)',
        '協働推進本部会議の年間スケジュールについて',
        '',
        '確認9名\nうち意見あり1名\n未回答0名',
        '・早めに知らせてほしい。\n意見への回答:12月の会議は10月にお知らせします。',
      ],
    ],
  });
});

test('変更の記録 of the record has the steps that led to it', async () => {
  const [row] = await rowsOf(
    practice,
    `select m.id from meeting m join written_meeting w on w.record_id = m.id where m.held_on = '2023-12-08'`,
  );
  const changes = await pressAnywhere(practice, SECRETARY, 'audit.row', `meeting:${row?.id}:1`);
  for (const step of ['結果を通知', '結果を保存', '受付を終了', '回答'])
    expect(changes.text).toMatch(new RegExp(`書面開催(?:の|に)${step}`, 'u'));
});
