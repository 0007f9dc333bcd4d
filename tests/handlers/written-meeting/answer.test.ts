import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runJobsAt } from '../../support/jobs.ts';
import { type Practice, SECRETARY, STAFF } from '../../support/practice.ts';
import { askBody, CHAIR, GENERAL, startAskedBody, WELFARE } from '../asked-body.ts';
import { homeOf, pressAnywhere } from '../asked-city.ts';
import { answerTo, auditOf, bodyId, rowsOf } from '../steps.ts';

/** 書面開催に回答, from where a 回答者 finds it to what they see of it afterwards. */

let practice: Practice;
let meeting: string;
beforeAll(async () => {
  practice = await startAskedBody();
  meeting = await askBody(practice, {
    documents: '資料1 調査の結果 https://example.jp/1.pdf',
    documentNumber: '豊コ第80号',
  });
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

/** What was answered for a 回答者, the oldest first. */
const answersFor = (position: number) =>
  rowsOf(
    practice,
    `select a.by, a.proxy_name as proxy, a.received_by as way, a.received_on::text as day,
       string_agg(v.position || ' ' || v.choice || ' ' || v.opinion, '/' order by v.position) as votes
     from written_answer a join written_vote v on v.meeting_id = a.meeting_id and v.voter = a.voter and v.number = a.number
     where a.meeting_id = $1 and a.voter = $2 group by a.by, a.proxy_name, a.received_by, a.received_on, a.number
     order by a.number`,
    [meeting, position],
  );
const openAs = (person: string, position: number, how = 'open') =>
  pressAnywhere(practice, person, `written-answer.${how}`, `${meeting}:${position}`);

describe('a 回答者', () => {
  test('finds it on Home and in /kyodo, with 回答する alone', async () => {
    const home = await homeOf(practice, CHAIR);
    const menu = await answerTo(practice.slack.person(CHAIR), '/kyodo');
    for (const said of [home.text, menu.plain])
      expect(said).toContain(
        '協働推進本部会議(書面開催)への回答をお願いします。\n期限:令和8年12月10日(木) あと12開庁日\n案件:2件',
      );
    for (const buttons of [home.buttons, menu.buttons])
      expect(buttons.filter((words) => /回答|通知|依頼/u.test(words))).toEqual(['回答する']);
    expect((await homeOf(practice, STAFF)).text).not.toContain('書面開催');
  });

  test('reads every 案件 whole, is told what is missing where it is, and answers', async () => {
    const home = await homeOf(practice, CHAIR);
    const form = await (await home.press('回答する')).opened();
    expect([form.title, form.submitText, form.labels]).toEqual([
      '書面開催に回答',
      '回答する',
      ['案件1', '案件1への意見', '案件2', '案件2への意見'],
    ]);
    expect([form.options('案件1'), form.options('案件2')]).toEqual([
      ['異議なし', '異議なし(意見あり)', '異議あり'],
      ['確認しました', '確認しました(意見あり)'],
    ]);
    expect(form.text).toContain(
      '協働推進本部会議(書面開催)\n文書番号:豊コ第80号\n回答期限:令和8年12月10日(木)',
    );
    expect(form.text).toContain('回答者:副市長 髙田 一郎');
    expect(form.text).toContain('調査の結果');
    expect(form.text).toContain('(1)市の調査・検討について(審議)');
    await form.fill({ 案件1: '異議あり', 案件2: '確認しました' });
    expect((await form.submit()).errors).toEqual({ 案件1への意見: '意見を入力してください。' });
    await form.fill({ 案件1: '異議なし', 案件1への意見: '早めに' });
    expect((await form.submit()).errors).toEqual({
      案件1への意見: '意見があるときは、「意見あり」か「異議あり」を選んでください。',
    });
    await form.fill({ 案件1: '異議なし(意見あり)' });
    const { form: kept } = await form.submit();
    expect(kept?.text).toContain(
      '回答を記録しました。\n回答者:副市長 髙田 一郎\n案件1:異議なし(意見あり)\n案件2:確認しました',
    );
    expect(kept?.text).toContain('回答期限(令和8年12月10日(木))までは、回答を変更できます。');
    await kept?.close({ all: true });
  });

  test('sees what they answered, changes it, and the earlier answer stays', async () => {
    const home = await homeOf(practice, CHAIR);
    expect(home.text).not.toContain('回答をお願いします');
    expect(home.text).toContain(
      '書面開催への回答\n協働推進本部会議(書面開催)\n令和8年11月24日(火) 10:00に回答しました。\n回答期限(令和8年12月10日(木))までは変更できます。',
    );
    const shown = await (await home.press('回答を見る・変更する')).opened();
    expect(shown.text).toContain(
      '(1)市の調査・検討について(審議)\n回答:異議なし(意見あり)\n意見:早めに\n令和8年11月24日(火) 10:00に回答',
    );
    const form = await (await shown.press('回答を変更する')).opened();
    expect(form.values).toEqual({
      案件1: '異議なし(意見あり)',
      案件1への意見: '早めに',
      案件2: '確認しました',
      案件2への意見: null,
    });
    await form.fill({ 案件1: '異議あり', 案件1への意見: '根拠が足りません' });
    await (await form.submit()).form?.close({ all: true });
    expect(await answersFor(1)).toEqual([
      { by: CHAIR, proxy: null, way: null, day: null, votes: '1 agreeWithOpinion 早めに/2 agree ' },
      { by: CHAIR, proxy: null, way: null, day: null, votes: '1 object 根拠が足りません/2 agree ' },
    ]);
  });

  test('who wrote to the bot is given the button of what is open', async () => {
    await practice.slack.person(WELFARE).message('どこから回答しますか');
    const answer = await practice.slack.dm(WELFARE).next();
    expect(answer.buttons).toEqual(['回答する:協働推進本部会議(書面開催)', 'お願いとボタンを表示']);
    const form = await (
      await practice.slack.person(WELFARE).press('回答する:協働推進本部会議(書面開催)', { in: answer })
    ).opened();
    expect(form.title).toBe('書面開催に回答');
    await form.close();
  });

  test.each(['open', 'again', 'show', 'copy'])('sees nothing of another’s by %s', async (how) => {
    const refused = await openAs(WELFARE, 1, how);
    expect(refused.text).not.toMatch(/髙田|根拠が足りません|異議/u);
    await refused.close({ all: true });
    expect((await auditOf(practice, WELFARE)).at(-1)).toBe('refused open-written-answer');
  });
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
    await form.fill({ 受けた日: '2026-11-24' });
    const { form: kept } = await form.submit();
    expect(kept?.text).toContain('回答を記録しました。\n回答者:会計管理者 紙山 とおる');
    await kept?.close({ all: true });
    expect(await answersFor(4)).toEqual([
      { by: SECRETARY, proxy: null, way: 'paper', day: '2026-11-24', votes: '1 agree /2 agree ' },
    ]);
    expect((await homeOf(practice)).text).not.toContain('紙山 とおるさんの分です');
    const shown = await openAs(SECRETARY, 4, 'show');
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
    expect(await answersFor(2)).toEqual([
      { by: STAFF, proxy: '後任 よしみ', way: null, day: null, votes: '1 agree /2 agree ' },
    ]);
    expect((await openAs(GENERAL, 2, 'show')).text).toContain('に回答 (代理:総務部長 後任 よしみ)');
  });
});

describe('after the end', () => {
  test('it is asked nowhere any more, and what is answered is kept as 期限後', async () => {
    await runJobsAt(practice, '2026-12-11T00:00:30');
    expect(await rowsOf(practice, 'select state from written_meeting')).toEqual([{ state: 'closed' }]);
    const home = await homeOf(practice, WELFARE);
    expect(home.text).not.toContain('回答をお願いします');
    expect(home.text).toContain('回答の受付は終了しました。結果は、後日お知らせします。');
    const form = await (await home.press('期限後の回答を入力')).opened();
    expect(form.text).toContain(
      '回答期限を過ぎています。入力した回答は期限後の回答として記録し、集計には入りません。',
    );
    await form.fill({ 案件1: '異議あり', 案件1への意見: '遅くなりました', 案件2: '確認しました' });
    const { form: kept } = await form.submit();
    expect(kept?.text).toContain('期限後の回答として記録しました。集計には入りません。');
    await kept?.close({ all: true });
    const shown = await openAs(WELFARE, 3);
    expect(shown.text).toContain('の回答は、期限後の回答として記録しています。集計には入りません。');
    expect(shown.buttons).toEqual(['期限後の回答を入力']);
    await shown.close({ all: true });
    expect(await answersFor(3)).toHaveLength(1);
  });

  test('who answered in time sees that, and is offered to add a late one only there', async () => {
    const home = await homeOf(practice, CHAIR);
    expect(home.buttons).toContain('回答を見る');
    const shown = await openAs(CHAIR, 1);
    expect(shown.title).toBe('書面開催への回答');
    expect(shown.text).toContain('回答:異議あり\n意見:根拠が足りません');
  });

  test.each([
    ['announced', '結果をお知らせしました。回答の変更はできません。'],
    ['cancelled', 'この書面開催は中止になりました。回答は不要です。'],
  ])('of one that is %s only what was answered is shown', async (state, words) => {
    await rowsOf(practice, 'update written_meeting set state = $2::written_meeting_state where id = $1', [
      meeting,
      state,
    ]);
    for (const how of ['open', 'again', 'show']) {
      const shown = await openAs(CHAIR, 1, how);
      expect([shown.title, shown.buttons]).toEqual(['書面開催への回答', []]);
      expect(shown.text).toContain(words);
      await shown.close({ all: true });
    }
  });
});
