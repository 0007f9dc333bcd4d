import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Practice, SECRETARY, STAFF } from '../../support/practice.ts';
import { askBody, GENERAL, openBallot, startAskedBody, writtenAnswersOf } from '../asked-body.ts';
import { homeOf } from '../asked-city.ts';
import { bodyId, rowsOf } from '../steps.ts';

/** Answers in the place of a 回答者: 代理入力 for one without Slack, 代理 by a successor. */

let practice: Practice;
let meeting: string;
beforeAll(async () => {
  practice = await startAskedBody();
  meeting = await askBody(practice, { documents: '資料1 調査の結果 https://example.jp/1.pdf' });
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

describe('代理入力', () => {
  test('the secretariat has the line of one without Slack, with 代理入力 and 文面をコピー', async () => {
    const home = await homeOf(practice);
    expect(home.text).toContain(
      '会計管理者 紙山 とおるさんの分です。Slackを使っていません。文面を渡すか、回答を代理入力してください。',
    );
    const copy = await (await home.press('文面をコピー')).opened();
    expect([copy.title, copy.text]).toEqual([
      '文面をコピー',
      [
        '文面をコピー',
        'Slackを使っていない方にお渡しする文面です。選択してコピーしてください。',
        '協働推進本部会議(書面開催)',
        '文書番号:豊コ第80号',
        '回答期限:令和8年12月10日(木)',
        '回答者:会計管理者 紙山 とおる',
        '資料1 調査の結果 https://example.jp/1.pdf',
        '(1)市の調査・検討について(審議)',
        '(2)年間スケジュールについて',
        '回答の仕方:会計管理者 紙山 とおるさんの回答を、案件ごとにお知らせください。審議の案件は「異議なし」「異議なし(意見あり)」「異議あり」、そのほかの案件は「確認しました」「確認しました(意見あり)」から選び、意見があるときはその内容もお願いします。紙、電話、口頭、メールのどれでも結構です。',
        '問合せ:事務局',
      ].join('\n'),
    ]);
    await copy.close();
  });

  test('asks how and when it came, and keeps it', async () => {
    const home = await homeOf(practice);
    const form = await (await home.press('代理入力')).opened();
    expect([form.title, form.labels.slice(-2)]).toEqual(['代理入力', ['受けた方法', '受けた日']]);
    await form.fill({ 案件1: '異議なし', 案件2: '確認しました', 受けた方法: '紙', 受けた日: '2026-11-25' });
    expect((await form.submit()).errors).toEqual({ 受けた日: '今日までの日を選んでください。' });
    await form.fill({ 受けた日: '2026-11-23' });
    expect((await form.submit()).errors).toEqual({
      受けた日: '回答をお願いした日(令和8年11月24日(火))からあとの日を選んでください。',
    });
    await form.fill({ 受けた日: '2026-11-24' });
    const { form: kept } = await form.submit();
    expect(kept?.text).toContain('回答を記録しました。\n回答者:会計管理者 紙山 とおる');
    await kept?.close({ all: true });
    expect(await writtenAnswersOf(practice, { meeting, position: 4 })).toEqual([
      { by: SECRETARY, proxy: null, way: 'paper', day: '2026-11-24', votes: '1 agree /2 agree ' },
    ]);
    expect((await homeOf(practice)).text).not.toContain('紙山 とおるさんの分です');
    const shown = await openBallot(practice, SECRETARY, { meeting, position: 4 }, 'show');
    expect(shown.text).toContain('代理入力(令和8年11月24日(火)に紙で受けました)');
    await shown.close({ all: true });
  });
});

describe('a successor', () => {
  test('answers as 代理 where the body lets one, and who left sees it', async () => {
    const body = await bodyId(practice, '協働推進本部会議');
    await rowsOf(
      practice,
      `update body_member set ends_on = '2026-11-25' where title = '総務部長' and body_id = $1`,
      [body],
    );
    await rowsOf(
      practice,
      `with person as (insert into person (workspace_id, id, slack_id, name, created_at)
         select workspace_id, gen_random_uuid(), 'U0STAFF', '後任 よしみ', now() from body where id = $1 returning id, workspace_id)
       insert into body_member (workspace_id, id, body_id, person_id, title, office, position, copied_to, proxies, starts_on, recorded_by, recorded_at)
         select workspace_id, gen_random_uuid(), $1, id, '総務部長', 'member', 25, '{}', '{}', '2026-11-26', 'cli:test', now() from person`,
      [body],
    );
    practice.clock.set('2026-11-27T10:00:00+09:00');
    expect((await homeOf(practice, STAFF)).text).not.toContain('書面開催');
    await rowsOf(practice, `update body_year set proxy = 'allowed' where body_id = $1`, [body]);
    const home = await homeOf(practice, STAFF);
    expect(home.text).toContain('総務部長 架空 太郎さんの代理として回答をお願いします。');
    const form = await (await home.press('回答する')).opened();
    expect(form.text).toContain('総務部長 架空 太郎さんの代理として回答します。');
    await form.fill({ 案件1: '異議なし', 案件2: '確認しました' });
    await (await form.submit()).form?.close({ all: true });
    expect(await writtenAnswersOf(practice, { meeting, position: 2 })).toEqual([
      { by: STAFF, proxy: '後任 よしみ', way: null, day: null, votes: '1 agree /2 agree ' },
    ]);
    expect((await openBallot(practice, GENERAL, { meeting, position: 2 }, 'show')).text).toContain(
      'に回答 (代理:総務部長 後任 よしみ)',
    );
  });
});
