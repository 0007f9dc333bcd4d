import { readFileSync } from 'node:fs';
import iconv from 'iconv-lite';
import { afterAll, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { ask } from '../support/desk.ts';
import { urlOf } from '../support/practice.ts';
import { cleanUp, csvFile, kyodo } from './run.ts';

// A command opens and closes the database, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const SAMPLE = readFileSync(new URL('../../prisma/sample/promoters.csv', import.meta.url), 'utf8');

let database: TestDatabase;
let environment: Readonly<Record<string, string>>;
beforeEach(async () => {
  database = await createTestDatabase();
  environment = { DATABASE_URL: urlOf(database.connection) };
  onTestFinished(database.drop);
});
afterAll(cleanUp);

type Content = Parameters<typeof csvFile>[0];
const importFile = (kind: string, content: Content, ...options: readonly string[]) =>
  kyodo(['import', kind, csvFile(content), ...options], environment);

const done = (out: string) => ({ exit: 0, out: `${out}\n`, err: '' });
/** The same of people: there is no token here with which to look for their accounts. */
const doneWithPeople = (out: string) =>
  done(
    `${out}\nSlackのトークンがないため、アカウントはここでは確かめていません。動いているボットが、1分以内に確かめてつなぎます。`,
  );

/** Every row that an import may write. */
const everyRow = (): Promise<readonly unknown[]> =>
  ask(
    database,
    ['person', 'department', 'section', 'appointment', 'body_member', 'audit_line', 'delivery']
      .map((table) => `select t::text as row, xmin::text from ${table} t`)
      .join(' union all '),
  );

describe('promoters', () => {
  const ROSTER = ['氏名', '部局', '課', '役割', '任期開始日', '任期終了日'];

  test('112 of a CP932 file, by a dry run, then in earnest, then again', async () => {
    const file = iconv.encode(SAMPLE, 'cp932');
    const tried = await importFile('promoters', file, '--dry-run');
    expect([tried.exit, tried.err, ...tried.out.split('\n').slice(0, 2)]).toEqual([
      0,
      '',
      '追加 112名',
      '・市民協働部 市民協働総務課 青葉 あおい(協働推進員(主任))令和8年4月1日(水)から令和9年3月31日(水)まで',
    ]);
    expect(tried.out.split('\n').at(-2)).toBe(
      '追加112名、変更0件、終了0件です。(確認だけで、取り込んではいません)',
    );
    expect(await ask(database, 'select count(*)::int as rows from appointment')).toEqual([{ rows: 0 }]);
    expect(await importFile('promoters', file)).toEqual(
      doneWithPeople('名簿を取り込みました。追加112名、変更0件、終了0件。'),
    );
    expect(await ask(database, `select name from person where name like '%﨑'`)).toEqual([
      { name: '髙嶺 﨑' },
    ]);
    const before = await everyRow();
    expect(await importFile('promoters', file)).toEqual(
      doneWithPeople('名簿を取り込みました。追加0名、変更0件、終了0件。'),
    );
    expect(await everyRow()).toEqual(before);
    // A file of the first department’s first two looks like the whole of it.
    const part = iconv.encode(SAMPLE.split('\n').slice(0, 3).join('\n'), 'cp932');
    const refused = await importFile('promoters', part);
    expect([refused.exit, refused.err]).toEqual([
      1,
      '何も取り込んでいません。このとおりでよければ、--yes を付けてもう一度実行してください。\n',
    ]);
    expect(refused.out).toMatch(
      /ご注意:この部局・年度の名簿(\d+)件のうち\d+件\(1割超\)が、終了か取消しになります。/u,
    );
    expect(await everyRow()).toEqual(before);
    const again = await importFile('promoters', part, '-n');
    expect([again.exit, again.out]).toEqual([0, refused.out]);
    const approved = await importFile('promoters', part, '--yes');
    expect([approved.exit, approved.out]).toEqual([
      0,
      expect.stringMatching(
        /^名簿を取り込みました。追加0名、変更0件、終了[1-9]\d*件。\nSlackのトークンがないため、.+\n$/u,
      ),
    ]);
  });

  test('five bad lines are all told, those that can’t be read and those that don’t go together', async () => {
    const bad = [
      ROSTER,
      ['青空 そら', '福祉部', '福祉課', '推進員', 'R8.4.1', ''],
      ['山道 あゆむ', '福祉部', '福祉課', '係員', 'R8.4.1', ''],
      ['海野 波', '福祉部', '福祉課', '推進員', 'R8.4.1', 'R9.4.1'],
      ['青空 そら', '福祉部', '福祉課', '推進員', 'R8.7.1', ''],
      ['森野 木', '福祉部', '福祉課', '推進員', 'R8.4.31', ''],
      ['林野 葉', '福祉部', '福祉課', '推進員', 'R8.4.1', ''],
      ['林野　葉', '環境部', '公園課', '推進員', 'R8.4.1', ''],
    ];
    const { exit, out, err } = await importFile('promoters', bad);
    const twins =
      '同じ氏名の方が2人以上います(福祉部 福祉課、環境部 公園課)。メールを入力して、どの方かお知らせください。';
    expect({ exit, out, err: err.split('\n') }).toEqual({
      exit: 1,
      out: '',
      err: [
        '3行目 役割:「推進員」「協働推進員」「主任」「協働推進員(主任)」のどれかにしてください。',
        '4行目 任期終了日:任期は年度ごとです。終了日は令和9年3月31日(水)までの日にしてください(空欄なら年度の最終日になります)。',
        '5行目 任期開始日:2行目に、同じ方の同じ課・役割で期間の重なる行があります。どちらかを直すか除いてください。',
        '6行目 任期開始日:日付を読み取れません。実在する日付を、令和8年4月1日、R8.4.1、2026/4/1 のように入力してください。',
        `7行目 氏名:${twins}`,
        `8行目 氏名:${twins}`,
        '6件の誤りがあるため、何も取り込みませんでした。',
        '',
      ],
    });
    expect(await ask(database, 'select 1 from person')).toEqual([]);
  });
});

test('people are added, learn what is new, and a second import changes nothing', async () => {
  const headers = ['氏名', 'メール', 'SlackユーザーID'];
  await importFile('people', [headers, ['青空 そら', '', ''], ['山道 あゆむ', 'yama@city.example', '']]);
  const file = [
    headers,
    ['青空 そら', 'sora@city.example', ''],
    ['山道 あゆむ', 'yama@city.example', 'U0YAMA'],
    ['海野 波', '', ''],
  ];
  expect(await importFile('people', file)).toEqual(
    doneWithPeople(
      '職員1名を追加し、2名の氏名・メールなどを改めました。すでに記録されていた0名は、そのままです。',
    ),
  );
  const before = await everyRow();
  expect(await importFile('people', file)).toEqual(
    doneWithPeople(
      '職員0名を追加し、0名の氏名・メールなどを改めました。すでに記録されていた3名は、そのままです。',
    ),
  );
  const bad = [...file, ['海野 波', '', ''], ['森野 木', 'mori@city.example', 'U0YAMA']];
  expect(await importFile('people', bad)).toEqual({
    exit: 1,
    out: '',
    err: [
      '5行目 氏名:4行目に同じ方がいます。どちらかを除いてください。',
      '6行目 SlackユーザーID:このSlackユーザーIDは、記録にあるものと異なります。ユーザーIDと氏名・メールを確かめてください。',
      '2件の誤りがあるため、何も取り込みませんでした。',
      '',
    ].join('\n'),
  });
  expect(await everyRow()).toEqual(before);
  expect(await ask(database, 'select name, email, slack_id from person order by name')).toEqual([
    { name: '山道 あゆむ', email: 'yama@city.example', slack_id: 'U0YAMA' },
    { name: '海野 波', email: null, slack_id: null },
    { name: '青空 そら', email: 'sora@city.example', slack_id: null },
  ]);
});

test('members are registered in order, and a second import changes nothing', async () => {
  const headers = ['会議体', '氏名', 'メール', '職名', '役', '並び順', '任期開始日', '任期終了日'];
  const file = [
    headers,
    ['本部会議', '青空 そら', '', '副市長', '委員長', '', 'R8.4.1', ''],
    ['協働推進本部会議幹事会', '青空 そら', '', '副市長', '幹事長', '', 'R8.4.1', ''],
    ['本部会議', '海野 波', 'nami@city.example', '環境部長', '', '5', 'R8.4.1', 'R9.3.31'],
  ];
  const NEW = '新しく記録する方 2名:青空 そら、海野 波\n';
  const OFFICE = '「役」が空欄の1件は「委員」とみなします。\n';
  expect(await importFile('members', file, '--dry-run')).toEqual(
    done(
      `${OFFICE}${NEW}3件を取り込みます。すでに記録されている0件は、そのままにします。(確認だけで、取り込んではいません)`,
    ),
  );
  expect(await importFile('members', file)).toEqual(
    doneWithPeople(`${OFFICE}${NEW}3件を取り込みました。すでに記録されていた0件は、そのままです。`),
  );
  const before = await everyRow();
  expect(await importFile('members', file)).toEqual(
    doneWithPeople(`${OFFICE}0件を取り込みました。すでに記録されていた3件は、そのままです。`),
  );
  const bad = [
    headers,
    ['本部会議', '青空 そら', '', '市長', '委員長', '', 'R8.4.1', ''],
    ['委員会', '青空 そら', '', '市長', '委員長', '', 'R8.4.1', ''],
    ['本部会議', '森野 木', '', '部長', '', '', 'R9.4.1', 'R8.4.1'],
  ];
  const { exit, err } = await importFile('members', bad);
  expect({ exit, err: err.split('\n') }).toEqual({
    exit: 1,
    err: [
      '2行目 任期開始日:青空 そらさんは、この期間の委員としてすでに登録されています。委員と期間を確かめてください。',
      '3行目 会議体:この名称の会議体はありません。会議体の名称か略称を入力してください。',
      '4行目 任期終了日:終了日は、開始日以降の日にしてください。',
      '3件の誤りがあるため、何も取り込みませんでした。',
      '',
    ],
  });
  expect(await everyRow()).toEqual(before);
  expect(
    await ask(
      database,
      `select p.name, m.title, m.office::text, m.position from body_member m join person p on p.id = m.person_id
       order by m.position, m.office`,
    ),
  ).toEqual([
    { name: '海野 波', title: '環境部長', office: 'member', position: 5 },
    { name: '青空 そら', title: '副市長', office: 'chair', position: 10 },
    { name: '青空 そら', title: '副市長', office: 'leadSecretary', position: 10 },
  ]);
});
