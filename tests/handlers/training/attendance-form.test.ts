import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Form } from '../../../src/sandbox/driver/form.ts';
import { type Practice, SECRETARY, STAFF, STRANGER, startPractice } from '../../support/practice.ts';
import { answerTo, auditOf, countOf, rowsOf, WORKSPACE } from '../steps.ts';
import { addPerson, addSection, appoint, recordTraining } from './steps.ts';

const OCTOBER = '協働推進員研修 令和8年10月1日 第1会議室';
const NOVEMBER = '協働推進員研修 令和8年11月2日 第1会議室';

let practice: Practice;
beforeAll(async () => {
  practice = await startPractice();
  const citizens = await addSection(practice, '市民課');
  const roads = await addSection(practice, '道路課');
  await appoint(practice, {
    slackId: STAFF,
    name: '職員 太郎',
    sectionId: citizens.sectionId,
    role: 'chief',
  });
  for (const { sectionId } of [citizens, roads])
    await appoint(practice, { slackId: null, name: '同姓 同名', sectionId, role: 'promoter' });
  await recordTraining(practice, { 開催日: '2026-10-01', 対象: '協働推進員全員(主任を含む)' });
  await recordTraining(practice, { 開催日: '2026-11-02' });
  await recordTraining(practice, { 開催日: '2026-12-11' });
  await recordTraining(practice, { 開催日: '2025-06-02', 研修: 'その他', その他の研修名: '手話研修' });
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const open = async (typed = ''): Promise<Form> =>
  (await practice.secretary.command('/kyodo-training', `受講者 ${typed}`)).opened();

/** Fills 受講を記録 and sends it: the errors, and what stands in its place. */
const record = async (entries: Parameters<Form['fill']>[0]) => {
  const form = await open();
  await form.fill({ 研修: OCTOBER, ...entries });
  const submitted = await form.submit({ twice: true });
  const asked = submitted.form?.title === '記録にない氏名の確認' ? submitted.form : undefined;
  const { errors, form: shown } = (await asked?.submit({ twice: true })) ?? submitted;
  const told = { errors, text: shown?.text.split('\n').slice(3) ?? [] };
  await (shown ?? form).close();
  return told;
};

const recorded = (name: string) =>
  rowsOf(
    practice,
    `select a.state, a.note, array_agg(e.state::text || ' ' || e.source || ' ' || e.by order by e.id) as history
     from attendance a join person p on p.id = a.person_id
       left join attendance_event e on e.person_id = a.person_id and e.session_id = a.session_id
     where p.name = $1 group by a.session_id, a.person_id, a.state, a.note`,
    [name],
  );

test('has the fields of the handbook and offers what has begun, newest first, by year', async () => {
  const form = await open();
  expect([form.title, form.submitText, form.labels, form.values]).toEqual([
    '受講を記録',
    '記録する',
    ['研修', '入れ方', '受講者', 'Slack未利用の受講者', '出欠', '備考'],
    {
      研修: null,
      入れ方: '選んだ人を記録',
      受講者: [],
      Slack未利用の受講者: null,
      出欠: '出席',
      備考: null,
    },
  ]);
  expect([form.options('研修'), form.options('入れ方'), form.options('出欠')]).toEqual([
    [NOVEMBER, OCTOBER, '手話研修 令和7年6月2日 第1会議室'],
    ['選んだ人を記録', '対象者全員を出席にし、選んだ人を欠席にする'],
    ['出席', '一部出席', '欠席'],
  ]);
  expect(form.text).toContain('病気や家庭の事情など、個人の事情は書かないでください。');
  await form.close();
});

test('takes the No of the year’s list, and says so when there is none of that number', async () => {
  for (const [typed, chosen] of [
    ['1', OCTOBER],
    ['２', NOVEMBER],
  ] as const) {
    const form = await open(typed);
    expect(form.values.研修).toBe(chosen);
    await form.close();
  }
  expect((await answerTo(practice.secretary, '/kyodo-training', '受講者 9')).plain).toBe(
    'この番号の研修は、今年度の一覧にありません。「/kyodo-training 一覧」のNoを入力してください。例:/kyodo-training 受講者 3',
  );
});

test('of more than a hundred sessions a year leaves none out', async () => {
  await rowsOf(
    practice,
    `insert into training_session (workspace_id, id, other_name, fiscal_year, way, precision, held_on, recorded_by,
       recorded_at, confirmed_at, held_confirmed_at)
     select $1, gen_random_uuid(), '毎日の研修', 2025, 'onsite', 'day', date '2025-07-01' + n, 'test', now(), now(), now()
     from generate_series(1, 230) n`,
    [WORKSPACE],
  );
  const form = await open();
  expect(form.options('研修')).toHaveLength(233);
  await form.close();
  await rowsOf(practice, `delete from training_session where other_name = '毎日の研修'`);
});

describe('選んだ人を記録', () => {
  test('records people with Slack and without, once however often the form arrives, and shows the counts', async () => {
    await addPerson(practice, null, '既知 花子');
    expect(
      await record({
        受講者: [STAFF, SECRETARY],
        Slack未利用の受講者: '既知花子\n新入 一郎 Shinnyu@City.example\n\n既知　花子',
        備考: '前半',
      }),
    ).toEqual({
      errors: {},
      text: [
        '今回の記録:出席 4名・一部出席 0名・欠席 0名',
        '参加者 4人・記録された受講者 4名',
        '協働推進員の受講 1/3名(33.3%)',
      ],
    });
    expect(await recorded('既知 花子')).toEqual([
      { state: 'present', note: '前半', history: [`present organiser ${SECRETARY}`] },
    ]);
    expect(
      await rowsOf(
        practice,
        `select name, email, slack_id from person where name like '新入%' or slack_id = $1`,
        [SECRETARY],
      ),
    ).toEqual(
      expect.arrayContaining([
        { name: '新入 一郎', email: 'shinnyu@city.example', slack_id: null },
        { name: '事務 局子', email: 'jimukyoku@city.example', slack_id: SECRETARY },
      ]),
    );
    expect((await auditOf(practice, SECRETARY)).filter((line) => line === 'record-attendance')).toHaveLength(
      1,
    );
  });

  test('corrects what was recorded and keeps the history', async () => {
    const told = await record({
      Slack未利用の受講者: 'SHINNYU@city.example',
      出欠: '一部出席',
    });
    expect(told.text.slice(0, 2)).toEqual([
      '今回の記録:出席 0名・一部出席 1名・欠席 0名',
      '参加者 4人・記録された受講者 4名',
    ]);
    await record({ Slack未利用の受講者: '新入 一郎', 出欠: '欠席' });
    expect(await recorded('新入 一郎')).toEqual([
      {
        state: 'absent',
        note: '',
        history: ['present', 'partial', 'absent'].map((state) => `${state} organiser ${SECRETARY}`),
      },
    ]);
  });

  test.each<[string, Parameters<Form['fill']>[0], Readonly<Record<string, string>>]>([
    ['nobody', {}, { 受講者: '受講者を選ぶか、Slackを使っていない方の氏名を入力してください。' }],
    [
      'a name of two people',
      { Slack未利用の受講者: '同姓 同名' },
      {
        Slack未利用の受講者:
          '「同姓 同名」という氏名の方が2人以上います(市民課、道路課)。氏名の後にメールを入力して、どの方かお知らせください。',
      },
    ],
    [
      'an address of nobody',
      { Slack未利用の受講者: '既知 花子\nnobody@city.example' },
      {
        Slack未利用の受講者:
          '「nobody@city.example」がどなたか分かりませんでした。氏名(必要ならメールも)を、1行に1名ずつ入力してください。',
      },
    ],
    [
      'one of another organisation',
      { 受講者: [STRANGER] },
      { 受講者: '職員としてSlackに登録されていない方が含まれています。その方を外してください。' },
    ],
    [
      'all 対象者 where there are none',
      { 研修: NOVEMBER, 入れ方: '対象者全員を出席にし、選んだ人を欠席にする' },
      {
        入れ方: 'この研修には、記録できる対象者が定められていません。「選んだ人を記録」を選んでください。',
      },
    ],
  ])('refuses %s at its field and records nothing', async (_, entries, errors) => {
    const before = [await countOf(practice, 'attendance_event'), await countOf(practice, 'person')];
    expect(await record(entries)).toEqual({ errors, text: [] });
    expect([await countOf(practice, 'attendance_event'), await countOf(practice, 'person')]).toEqual(before);
  });
});
