import iconv from 'iconv-lite';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { ask } from '../support/desk.ts';
import { urlOf } from '../support/practice.ts';
import { cleanUp, csvFile, kyodo, tableRows } from './run.ts';

// A command opens and closes the database, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let database: TestDatabase;
let environment: Readonly<Record<string, string>>;

beforeAll(async () => {
  database = await createTestDatabase();
  environment = { DATABASE_URL: urlOf(database.connection) };
});
afterAll(async () => {
  cleanUp();
  await database.drop();
});

const TRAINING = `研修,実施方法,開催日,会場,参加者数
新規採用職員ステップ研修,集合,令和5年9月,市役所内,88
係長級・技能長昇格前研修,動画配信,令和5年7月から9月まで,,67
協働推進員研修,集合,令和6年1月,豊中市立文化芸術センター,
`;
const ATTENDANCE = `研修,開催日,氏名,出欠\n協働推進員研修,令和6年1月,髙橋 﨑子,出席\n`;

const trainingRows = async (): Promise<readonly string[]> =>
  tableRows((await kyodo(['report', '2023'], environment)).out);

test('past training and attendance in CP932 make the rows of the report, and nothing is sent', async () => {
  const done = { exit: 0, err: '' };
  expect(await kyodo(['import', 'trainings', csvFile(iconv.encode(TRAINING, 'cp932'))], environment)).toEqual(
    {
      ...done,
      out: '「対象」が空欄の3件は「定めない」とみなします。\n3件を取り込みました。すでに記録されていた0件は、そのままです。\n',
    },
  );
  const attendance = ['import', 'attendance', csvFile(iconv.encode(ATTENDANCE, 'cp932'))];
  expect(await kyodo(attendance, environment)).toEqual({
    exit: 1,
    out: expect.stringMatching(
      /^ファイルの出欠:出席1名、一部出席0名、欠席0名\n記録にない氏名 1名\n・2行目 髙橋 﨑子\n/u,
    ),
    err: '何も取り込んでいません。記録にいる方は、ファイルの氏名を記録の氏名に合わせてください。どなたも新しい方のときは、--new-people を付けてもう一度実行してください。\n',
  });
  expect(await ask(database, 'select count(*)::int as people from person')).toEqual([{ people: 0 }]);
  expect(await kyodo([...attendance, '--new-people'], environment)).toEqual({
    ...done,
    out: 'ファイルの出欠:出席1名、一部出席0名、欠席0名\n1件を取り込みました。すでに記録されていた0件は、そのままです。\n',
  });
  expect(await trainingRows()).toEqual([
    '| 1 | 令和5年9月 市役所内 | 【新規採用職員ステップ研修】 | 88人 |',
    '| 2 | 令和5年7月から9月まで \\*動画配信 | 【係長級・技能長昇格前研修】 | 67人 |',
    '| 3 | 令和6年1月 豊中市立文化芸術センター | 【協働推進員研修】 | 1人 |',
  ]);
  expect(await ask(database, 'select count(*)::int as sent from delivery')).toEqual([{ sent: 0 }]);
});

test('every bad line is said with line and column, and nothing is imported', async () => {
  const bad = `${TRAINING}勉強会,集合,令和5年9月,,\n協働推進員研修,対面,2023-02-30,,\n協働推進員研修,集合,2099-04-01,,\n`;
  expect(await kyodo(['import', 'trainings', csvFile(Buffer.from(bad))], environment)).toEqual({
    exit: 1,
    out: '',
    err: [
      '5行目 研修:この名称の研修はありません。研修の種類の名称か「その他」を入力してください。',
      '6行目 実施方法:「集合」「オンライン」「集合・オンライン併用」「動画配信」のどれかにしてください。',
      '6行目 開催日:日付を読み取れません。実在する日付を、令和5年8月10日、R5.8.10、2023/8/10、令和5年9月 のように入力してください。',
      '7行目 開催日:これから開催する研修は取り込めません。Slackのフォームから予定として記録してください。',
      '4件の誤りがあるため、何も取り込みませんでした。',
      '',
    ].join('\n'),
  });
  const missing = `${ATTENDANCE}協働推進員研修,令和6年2月,山田花子,出席\n協働推進員研修,令和6年1月,髙橋﨑子,欠席\n`;
  expect((await kyodo(['import', 'attendance', csvFile(Buffer.from(missing))], environment)).err).toBe(
    [
      '3行目 研修:この日の研修の記録がありません。研修の名称と開催日を確かめ、先に研修を記録してください。',
      '4行目 出欠:この方の受講は、異なる内容で記録されています。Slackの「受講を記録」から直し、この行をファイルから除いてください。',
      '2件の誤りがあるため、何も取り込みませんでした。',
      '',
    ].join('\n'),
  );
});
