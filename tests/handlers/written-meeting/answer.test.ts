import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runJobsAt } from '../../support/jobs.ts';
import { type Practice, STAFF } from '../../support/practice.ts';
import { askBody, CHAIR, openBallot, startAskedBody, WELFARE, writtenAnswersOf } from '../asked-body.ts';
import { homeOf } from '../asked-city.ts';
import { answerTo, auditOf, rowsOf } from '../steps.ts';

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

describe('a 回答者', () => {
  test('finds it on Home and in /kyodo, with 回答する alone', async () => {
    const home = await homeOf(practice, CHAIR);
    const menu = await answerTo(practice.slack.person(CHAIR), '/kyodo');
    for (const said of [home.text, menu.plain])
      expect(said).toContain(
        '協働推進本部会議(書面開催)への回答をお願いします。\n文書番号:豊コ第80号\n期限:令和8年12月10日(木) あと12開庁日\n案件:2件',
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
      '書面開催への回答\n協働推進本部会議(書面開催)\n文書番号:豊コ第80号\n令和8年11月24日(火) 10:00に回答しました。\n回答期限(令和8年12月10日(木))までは変更できます。',
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
    expect(await writtenAnswersOf(practice, { meeting, position: 1 })).toEqual([
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

  test.each(['open', 'again', 'show', 'copy'] as const)('sees nothing of another’s by %s', async (how) => {
    const refused = await openBallot(practice, WELFARE, { meeting, position: 1 }, how);
    expect(refused.text).not.toMatch(/髙田|根拠が足りません|異議/u);
    await refused.close({ all: true });
    expect((await auditOf(practice, WELFARE)).at(-1)).toBe('refused open-written-answer');
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
    const shown = await openBallot(practice, WELFARE, { meeting, position: 3 });
    expect(shown.text).toContain('の回答は、期限後の回答として記録しています。集計には入りません。');
    expect(shown.buttons).toEqual(['期限後の回答を入力']);
    await shown.close({ all: true });
    const after = await homeOf(practice, WELFARE);
    expect(after.text).toContain('の回答は、期限後の回答として記録しています。集計には入りません。');
    expect(after.text).not.toContain('に回答しました。');
    expect(await writtenAnswersOf(practice, { meeting, position: 3 })).toHaveLength(1);
  });

  test('who answered in time sees that, and is offered to add a late one only there', async () => {
    const home = await homeOf(practice, CHAIR);
    expect(home.buttons).toContain('回答を見る');
    const shown = await openBallot(practice, CHAIR, { meeting, position: 1 });
    expect(shown.title).toBe('書面開催への回答');
    expect(shown.text).toContain('回答:異議あり\n意見:根拠が足りません');
  });

  test.each([
    ['announced', '結果をお知らせしました。回答の変更はできません。'],
    ['cancelled', 'この書面開催は中止になりました。回答は不要です。'],
  ])('of one that is %s only what was answered is shown', async (state, words) => {
    await rowsOf(
      practice,
      'update written_meeting set state = $2::written_meeting_state, announced_at = $3 where id = $1',
      [meeting, state, practice.clock.now()],
    );
    for (const how of ['open', 'again', 'show'] as const) {
      const shown = await openBallot(practice, CHAIR, { meeting, position: 1 }, how);
      expect([shown.title, shown.buttons]).toEqual(['書面開催への回答', []]);
      expect(shown.text).toContain(words);
      await shown.close({ all: true });
    }
  });
});
