import { expect, onTestFinished, test } from 'vitest';
import { trusted } from '../../../src/domain/actor.ts';
import { SECRETARY, startPractice } from '../../support/practice.ts';
import { readXlsx } from '../../support/read-xlsx.ts';
import { sentFile } from '../../support/sent-file.ts';
import { actorOf, answerTo, recordAs, WORKSPACE } from '../steps.ts';

const LEFT = 'U0TAISHOKU';
const GONE = 'U0GONE';
const BODY = '協働推進本部会議';

/** 根拠 of a file that the secretariat gets from /kyodo-report. */
test('根拠 names who recorded as Slack does where the record has no name, who has left too, and the command line in words', async () => {
  const practice = await startPractice({
    now: '2024-11-26T10:00:00+09:00',
    people: [
      { id: SECRETARY, real_name: '事務 局子', email: 'jimukyoku@city.example' },
      { id: LEFT, real_name: '退職 五郎', email: 'goro@city.example', deleted: true },
    ],
  });
  onTestFinished(practice.stop);
  for (const [actor, heldOn] of [
    [actorOf(SECRETARY, 'secretariat'), '2023-05-10'],
    [actorOf(LEFT, 'secretariat'), '2023-06-10'],
    [trusted(WORKSPACE, 'cli:root', 'cli'), '2023-07-10'],
    [actorOf(GONE, 'secretariat'), '2023-08-10'],
  ] as const)
    await recordAs(practice, actor, { body: BODY, heldOn });
  const recorded = async (button: string): Promise<readonly unknown[]> => {
    const answer = await answerTo(practice.secretary, '/kyodo-report', '令和5年度');
    await practice.secretary.press(button, { in: answer });
    await practice.secretary.nextAnswer();
    const { bytes } = await sentFile(
      practice,
      await practice.slack.dm(SECRETARY).next(({ files }) => files.length > 0),
    );
    const { sheets } = await readXlsx(bytes);
    const rows = sheets.filter(({ name }) => name.includes('根拠')).flatMap((sheet) => sheet.rows);
    expect(JSON.stringify(rows)).not.toMatch(/U0|cli:/u);
    return rows.filter((row) => row.join().includes('会議の記録(案件1件)')).map((row) => row.slice(5, 7));
  };
  const who = ['事務 局子', '退職 五郎', 'コマンド', '(不明)'].map((name) => [name, name]);
  expect(await recorded('エクセル(xlsx)')).toEqual(who);
  expect(await recorded('エクセル(xlsx) 比較付き')).toEqual(expect.arrayContaining(who));
});
