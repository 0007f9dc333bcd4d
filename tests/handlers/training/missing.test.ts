import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readAttendanceCsv } from '../../../src/documents/csv/attendance.ts';
import { readTable } from '../../../src/documents/csv/file.ts';
import { trusted } from '../../../src/domain/actor.ts';
import type { Form } from '../../../src/sandbox/driver/form.ts';
import { importAttendance } from '../../../src/services/attendance/import.ts';
import { type Practice, SECRETARY, STAFF, startPractice } from '../../support/practice.ts';
import { sentFile } from '../../support/sent-file.ts';
import { answerTo, rowsOf, WORKSPACE, withDatabase } from '../steps.ts';
import { addSection, appoint, attend, recordTraining, sessionIds } from './steps.ts';

const CHIEF = 'U0CHIEF';
const PROMOTER = 'U0PROMOTER';
const WATCHED = 'U0WATCHED';
const ROADS = 'U0ROADS';
const AWAY = 'U0AWAY';

let practice: Practice;
let session: string;
beforeAll(async () => {
  practice = await startPractice({
    now: '2026-11-24T10:00:00+09:00',
    people: [
      { id: CHIEF, real_name: '主任 一郎' },
      { id: PROMOTER, real_name: '推進 二郎' },
      { id: WATCHED, real_name: '見た 三郎' },
      { id: ROADS, real_name: '道路 四郎' },
      { id: AWAY, real_name: '不在 五郎' },
    ],
  });
  const citizens = await addSection(practice, '市民課');
  const roads = await addSection(practice, '道路課');
  const people = new Map<string, string>();
  for (const [slackId, name, { sectionId }, role] of [
    [CHIEF, '主任 一郎', citizens, 'chief'],
    [PROMOTER, '推進 二郎', citizens, 'promoter'],
    [WATCHED, '見た 三郎', citizens, 'promoter'],
    [null, '=紙の 花子', citizens, 'promoter'],
    [ROADS, '道路 四郎', roads, 'promoter'],
    [AWAY, '不在 五郎', roads, 'promoter'],
  ] as const)
    people.set(name, await appoint(practice, { slackId, name, sectionId, role }));
  await recordTraining(practice, {
    実施方法: '動画配信',
    開催日: '2026-11-16',
    終了日: '2026-12-11',
    会場: null,
    対象: '協働推進員全員(主任を含む)',
  });
  [session = ''] = await sessionIds(practice);
  await attend(practice, session, [people.get('見た 三郎') ?? '']);
  await attend(practice, session, [people.get('道路 四郎') ?? ''], 'absent');
  await rowsOf(
    practice,
    `insert into attendance_event (workspace_id, session_id, person_id, state, note, at, by, source)
     select workspace_id, session_id, person_id, state, note, now(), 'test', 'organiser' from attendance`,
  );
  await rowsOf(
    practice,
    `insert into away_period (workspace_id, id, person_id, starts_on, ends_on, recorded_by, recorded_at)
     values ($1, gen_random_uuid(), $2, '2026-11-24', '2026-11-27', 'test', now())`,
    [WORKSPACE, people.get('不在 五郎')],
  );
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

/** A list that a button of the year's training opens. */
const opened = async (words: string, who = SECRETARY): Promise<Form> => {
  const person = practice.slack.person(who);
  return (await person.press(words, { in: await answerTo(person, '/kyodo-training', '一覧') })).opened();
};

/** The next file of somebody's messages with the bot, as lines. */
const nextFile = async (who = SECRETARY) => {
  const sent = await practice.slack.dm(who).next(({ files }) => files.length > 0);
  const { name, text, bytes } = await sentFile(practice, sent);
  return { name, words: sent.plain, lines: text.replace('\uFEFF', '').trimEnd().split('\r\n'), bytes };
};

describe('未受講者', () => {
  test('are listed by section to the secretariat, from the menu of the row', async () => {
    const list = await opened('未受講者');
    expect([list.title, list.text.split('\n').slice(-6), list.buttons]).toEqual([
      '未受講者',
      [
        '対象者6名のうち、未受講は5名です。',
        '市民課 =紙の 花子(Slack未利用)',
        '市民課 主任 一郎',
        '市民課 推進 二郎',
        '道路課 不在 五郎',
        '道路課 道路 四郎(欠席)',
      ],
      ['もう一度お願いする', '未受講者をCSVで受け取る'],
    ]);
    await list.close({ all: true });
  });

  test('are shown a 主任 of the department alone, who asks nobody', async () => {
    const list = await opened('未受講者', CHIEF);
    expect([list.text.split('\n').slice(-4), list.buttons]).toEqual([
      [
        '対象者4名のうち、未受講は3名です。',
        '市民課 =紙の 花子(Slack未利用)',
        '市民課 主任 一郎',
        '市民課 推進 二郎',
      ],
      ['未受講者をCSVで受け取る'],
    ]);
    await list.close({ all: true });
  });

  test('come as a file, where no cell is a formula', async () => {
    const list = await opened('未受講者');
    await list.press('未受講者をCSVで受け取る');
    const { name, words, lines } = await nextFile();
    expect([name, words, lines]).toEqual([
      'not-attended-2026-11-16.csv',
      '協働推進員研修の未受講者です。',
      [
        '研修,開催日,部局,課,氏名,メール,Slack,出欠',
        "協働推進員研修,令和8年11月16日から12月11日まで,市民課のある部,市民課,'=紙の 花子,,未利用,",
        '協働推進員研修,令和8年11月16日から12月11日まで,市民課のある部,市民課,主任 一郎,,利用,',
        '協働推進員研修,令和8年11月16日から12月11日まで,市民課のある部,市民課,推進 二郎,,利用,',
        '協働推進員研修,令和8年11月16日から12月11日まで,道路課のある部,道路課,不在 五郎,,利用,',
        '協働推進員研修,令和8年11月16日から12月11日まで,道路課のある部,道路課,道路 四郎,,利用,欠席',
      ],
    ]);
    await list.close({ all: true });
  });
});

describe('もう一度お願いする', () => {
  const again = async (entries: Parameters<Form['fill']>[0]): Promise<string> => {
    const list = await opened('未受講者');
    const form = await (await list.press('もう一度お願いする')).opened();
    await form.fill(entries);
    const { form: done, errors } = await form.submit();
    const told = done?.text ?? JSON.stringify(errors);
    await (done ?? form).close({ all: true });
    return told;
  };
  const asked = async () =>
    (await rowsOf(practice, `select recipient from delivery where kind = 'training-asked' order by 1`)).map(
      ({ recipient }) => recipient,
    );

  test('at once asks those of whom nothing is recorded, and who is away when they are back', async () => {
    expect(await again({ 送る時: '今すぐ' })).toContain('受講の記録のない3名に、もう一度お願いしました。');
    expect(await asked()).toEqual([CHIEF, PROMOTER]);
    const message = await practice.slack
      .dm(PROMOTER)
      .until(({ plain }) => plain.includes('受講の確認のお願い'));
    expect(message.buttons).toContain('受講しました');
    expect(
      await rowsOf(practice, `select slack_id, until::text from postponed_line where ref = $1`, [
        `training:${session}`,
      ]),
    ).toEqual([{ slack_id: AWAY, until: '2026-11-24' }]);
  });

  test('is done as 受講しました once it is pressed there, and such a one is asked no more', async () => {
    const message = await practice.slack
      .dm(PROMOTER)
      .until(({ plain }) => plain.includes('受講の確認のお願い'));
    await practice.slack.person(PROMOTER).press('受講しました', { in: message });
    await practice.slack
      .dm(PROMOTER)
      .until(({ ts, plain }) => ts === message.ts && !plain.includes('受講の確認のお願い'));
    expect(await again({})).toContain(
      '受講の記録のない2名に、令和8年11月25日(水)の朝、もう一度お願いします。',
    );
    expect(
      (
        await rowsOf(practice, `select slack_id from postponed_line where until = '2026-11-25' order by 1`)
      ).map(({ slack_id }) => slack_id),
    ).toEqual([AWAY, CHIEF]);
  });

  test('is not promised for a morning after the last day, nor offered then', async () => {
    practice.clock.set('2026-12-14T10:00:00+09:00');
    expect(await again({})).toContain('動画配信の研修の最終日の次の開庁日までです');
    practice.clock.set('2026-12-15T10:00:00+09:00');
    const list = await opened('未受講者');
    expect(list.buttons).toEqual(['未受講者をCSVで受け取る']);
    await list.close({ all: true });
  });
});

describe('受講者をCSVで受け取る', () => {
  const ROWS = [
    '研修,開催日,部局,課,氏名,メール,出欠,備考',
    '協働推進員研修,令和8年11月16日から12月11日まで,市民課のある部,市民課,推進 二郎,,出席,',
    '協働推進員研修,令和8年11月16日から12月11日まで,市民課のある部,市民課,見た 三郎,,出席,',
    '協働推進員研修,令和8年11月16日から12月11日まで,道路課のある部,道路課,道路 四郎,,欠席,',
  ];

  test('of one training, and of the year', async () => {
    const list = await opened('受講者');
    await list.press('受講者をCSVで受け取る');
    const one = await nextFile();
    await list.close({ all: true });
    expect([one.name, one.words, one.lines]).toEqual([
      'attendance-2026-11-16.csv',
      '協働推進員研修の受講者です。',
      ROWS,
    ]);
    const year = await answerTo(practice.secretary, '/kyodo-training', '一覧');
    await practice.secretary.press('受講者をCSVで受け取る', { in: year });
    const all = await nextFile();
    expect((await practice.secretary.nextAnswer()).plain).toContain(
      '受講者のCSVを、このボットとのメッセージにお送りしました。',
    );
    expect([all.name, all.words, all.lines]).toEqual([
      'attendance-2026.csv',
      '令和8年度の受講者です。',
      ROWS,
    ]);
  });

  test('holds of others only whom the reader may see', async () => {
    const press = async (who: string) => {
      const person = practice.slack.person(who);
      const list = await answerTo(person, '/kyodo-training', '一覧');
      const action = { type: 'button', block_id: 'open', action_id: 'attendance.csv', value: '2026' };
      await person.pressRaw({ in: list, action });
      return (await nextFile(who)).lines;
    };
    expect(await press(CHIEF)).toEqual(ROWS.slice(0, 3));
    expect(await press(STAFF)).toEqual(ROWS.slice(0, 1));
  });

  test('is imported again without a change', async () => {
    const list = await answerTo(practice.secretary, '/kyodo-training', '一覧');
    await practice.secretary.press('受講者をCSVで受け取る', { in: list });
    const table = readTable((await nextFile()).bytes);
    if (!table.ok) throw new Error(table.error.kind);
    const { rows, problems } = readAttendanceCsv(table.value);
    expect(problems).toEqual([]);
    const cli = trusted(WORKSPACE, 'cli:test', 'cli');
    const imported = await withDatabase(practice, (db) =>
      importAttendance({ clock: practice.clock, db }, rows, { dryRun: false, newPeople: false }, cli),
    );
    expect(imported).toEqual({ ok: true, value: { added: 0, known: 3 } });
  });
});
