import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Message } from '../../../src/sandbox/driver/messages-read.ts';
import { readDocx } from '../../support/docx.ts';
import { type Practice, SECRETARY, startPractice } from '../../support/practice.ts';
import { sentFile } from '../../support/sent-file.ts';
import { answerTo, recordByForm, rowsOf } from '../steps.ts';

/** 刊行後の変更点 and 前年度との比較, from Slack: a report is given out, the record corrected, and the corrections are listed. */

let practice: Practice;
beforeAll(async () => {
  practice = await startPractice({ now: '2024-11-26T10:00:00+09:00' });
  await recordByForm(practice, { 開催日: '2023-08-10', 案件: '年間スケジュールについて' });
  await recordByForm(practice, { 開催日: '2023-12-08', 案件: '評価・意見について(審議)' });
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const report = (): Promise<Message> => answerTo(practice.secretary, '/kyodo-report', '令和5年度');
const later = (): void => practice.clock.set(new Date(practice.clock.now().getTime() + 60_000).toISOString());
const give = async (words: string) => {
  later();
  const before = practice.slack.dm(SECRETARY).messages.map(({ ts }) => ts);
  await practice.secretary.press(words, { in: await report() });
  await practice.secretary.nextAnswer();
  const message = await practice.slack.dm(SECRETARY).next(({ files }) => files.length > 0);
  const file = await sentFile(practice, message);
  await practice.slack
    .dm(SECRETARY)
    .until(({ text, ts }) => text.includes('を作成しました。') && !before.includes(ts));
  return file;
};
const correct = (sql: string, ...values: readonly unknown[]) => rowsOf(practice, sql, values);
const changes = async (): Promise<Message> => {
  await practice.secretary.press('変更点を見る', { in: await report() });
  return practice.secretary.nextAnswer();
};

test.each([
  ['ワード(docx)', false],
  ['ワード(docx) 比較付き', true],
])(
  'given out by %s, a date, a cancelled meeting and a text are the only changes',
  async (words, compared) => {
    const { bytes } = await give(words);
    const { blocks } = await readDocx(bytes);
    expect(JSON.stringify(blocks).includes('前年度との比較')).toBe(compared);
    if (!compared) expect((await report()).buttons).not.toContain('変更点を見る');

    await correct(`update meeting set note = '正誤${compared}' where held_on = '2023-08-10'`);
    await correct(
      `insert into chapter_text (workspace_id, fiscal_year, item, text, written_by, written_at)
      select id, 2023, 'preface', '前文です${compared}。', 'U0JIMU', now() from workspace
      on conflict (workspace_id, fiscal_year, item) do update set text = excluded.text`,
    );
    const list = await changes();
    expect(list.plain).toContain('全2件');
    expect(list.plain).toContain('No1 日付');
    expect(list.plain).toContain(`正誤${compared}`);
    expect(list.plain).toContain(`今:前文です${compared}。`);

    await correct(`update meeting set cancelled_at = now() where held_on = '2023-12-08'`);
    const more = await changes();
    expect(more.plain).toContain('No2の行(削除)');
    // With the comparison its numbers are others too: of the body and of all together, each a cell.
    expect(more.plain).toContain(compared ? '全5件' : '全3件');
    await correct(`update meeting set cancelled_at = null where held_on = '2023-12-08'`);

    // Taken again as it is now, it is still told how that differs from what was taken before.
    await give('マークダウン(md)');
    await give(words);
    expect((await report()).plain).toMatch(/受け取ったもの\(ワード\(docx\)\)からは、内容が変わっています。/u);
    const still = await changes();
    expect(still.plain).toContain('ワード(docx)で受け取ったものと、今の記録との違いです。');
    expect(still.plain).toContain('全2件');
    expect(still.plain).toContain(`今:前文です${compared}。`);
  },
);
