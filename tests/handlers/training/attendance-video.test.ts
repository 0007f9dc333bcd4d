import { afterAll, beforeAll, expect, test } from 'vitest';
import { runJobsAt } from '../../support/jobs.ts';
import { type Practice, SECRETARY, STAFF, startPractice } from '../../support/practice.ts';
import { homeOf } from '../asked-city.ts';
import { answerTo, auditOf, countOf, rowsOf, WORKSPACE } from '../steps.ts';
import { addSection, appoint, recordTraining, sessionIds } from './steps.ts';

const PROMOTER = 'U0PROMOTER';
const AWAY = 'U0AWAY';
const DONE = 'U0DONE';
const LATER = 'U0LATER';

let practice: Practice;
let session: string;
/** From 2 November to Friday 18 December: asked on Wed 9 and Thu 17 December. */
beforeAll(async () => {
  practice = await startPractice({
    people: [
      { id: PROMOTER, real_name: '推進 二郎' },
      { id: AWAY, real_name: '不在 三郎' },
      { id: DONE, real_name: '受講 四郎' },
      { id: LATER, real_name: '後任 五郎' },
    ],
  });
  const { sectionId } = await addSection(practice, '市民課');
  const place = { sectionId, role: 'promoter' as const };
  await appoint(practice, { ...place, slackId: PROMOTER, name: '推進 二郎' });
  await appoint(practice, { ...place, slackId: null, name: '用紙 花子' });
  const away = await appoint(practice, { ...place, slackId: AWAY, name: '不在 三郎' });
  await appoint(practice, { ...place, slackId: DONE, name: '受講 四郎' });
  await appoint(practice, { ...place, slackId: LATER, name: '後任 五郎', from: '2026-11-10' });
  await rowsOf(
    practice,
    `insert into away_period (workspace_id, id, person_id, starts_on, ends_on, recorded_by, recorded_at)
     values ($1, gen_random_uuid(), $2, '2026-12-08', '2026-12-11', 'test', now())`,
    [WORKSPACE, away],
  );
  const video = { 実施方法: '動画配信', 会場: null, 終了日: '2026-12-18' };
  await recordTraining(practice, {
    ...video,
    開催日: '2026-11-02',
    対象: '協働推進員全員(主任を含む)',
  });
  await recordTraining(practice, { ...video, 開催日: '2026-11-03' });
  [session = ''] = await sessionIds(practice);
  const form = await (await practice.secretary.command('/kyodo-training', '受講者 1')).opened();
  await form.fill({ 受講者: [DONE] });
  await (await form.submit()).form?.close();
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

/** A morning comes: who is asked in its message. */
const morning = async (day: string) => {
  await runJobsAt(practice, `${day}T09:00:00`);
  const rows = await rowsOf(
    practice,
    `select recipient from delivery d join morning_line l on l.delivery_id = d.id
     where l.kind = 'video' and d.key like '%' || $1 order by recipient`,
    [day],
  );
  return rows.map(({ recipient }) => recipient);
};

const question = () => practice.slack.dm(PROMOTER).next(({ buttons }) => buttons.includes('受講しました'));

test('asks 7 and 1 working days before the end, once, those of the first day with Slack of whom nothing is recorded', async () => {
  expect(await morning('2026-12-08')).toEqual([]);
  expect(await morning('2026-12-09')).toEqual([PROMOTER]);
  expect(await morning('2026-12-09')).toEqual([PROMOTER]);
  expect(await morning('2026-12-10')).toEqual([]);
  // 不在 until Friday 11: asked on the Monday after it.
  expect(await morning('2026-12-14')).toEqual([AWAY]);
  const told = await question();
  expect([told.plain, told.buttons]).toEqual([
    [
      '回答・確認のお願い(1件)',
      '次の件をお願いします。回答すると、ここに「済み」と表示されます。',
      '動画配信の研修「協働推進員研修」の受講をお願いしています。視聴が済みましたら、下のボタンを押してください。',
      '視聴できるのは令和8年12月18日(金)までです。',
      '問合せ:事務局',
    ].join('\n'),
    ['受講しました', '翌開庁日に再通知'],
  ]);
});

test('says when it was pressed, with a way back after which it asks again', async () => {
  const person = practice.slack.person(PROMOTER);
  const told = practice.slack.messages(PROMOTER).at(-1);
  if (told === undefined) throw new Error('no question');
  const now = (words: string) =>
    practice.slack.dm(PROMOTER).until(({ ts, plain }) => ts === told.ts && plain.includes(words));
  await person.press('受講しました', { in: told });
  const done = await now('受講を記録しました');
  expect(done.plain).toContain(
    '令和8年12月14日(月) 9:00に、受講を記録しました(出席)。ご協力ありがとうございました。',
  );
  expect(done.buttons).toEqual(['取り消す']);
  await person.press('取り消す', { in: done });
  expect((await now('受講をお願いしています')).buttons).toEqual(['受講しました', '翌開庁日に再通知']);
  expect(await morning('2026-12-17')).toEqual([AWAY, PROMOTER]);
  const again = await question();
  await person.press('受講しました', { in: again });
  await practice.slack
    .dm(PROMOTER)
    .until(({ ts, plain }) => ts === again.ts && plain.includes('受講を記録しました'));
  expect(
    await rowsOf(
      practice,
      `select state::text || ' ' || source || ' ' || by as entry from attendance_event where by = $1 order by id`,
      [PROMOTER],
    ),
  ).toEqual(['present', 'absent', 'present'].map((state) => ({ entry: `${state} button ${PROMOTER}` })));
  expect((await answerTo(practice.secretary, '/kyodo-training', '一覧')).plain).toContain(
    '協働推進員の受講 2/4名(50.0%)',
  );
});

test('the question stands until the working day after the last, in the message and on Home, and is over in both then', async () => {
  const card = () => practice.slack.messages(AWAY).findLast(({ plain }) => plain.includes('動画配信の研修'));
  const asked = card();
  if (asked === undefined) throw new Error('no question');
  const shows = (words: string) =>
    practice.slack.dm(AWAY).until(({ ts, plain }) => ts === asked.ts && plain.includes(words));
  await morning('2026-12-21');
  const late = '動画配信の研修「協働推進員研修」の視聴期間は令和8年12月18日(金)に終わりました。';
  expect((await shows(late)).buttons).toEqual(['受講しました']);
  expect((await homeOf(practice, AWAY)).text).toContain(late);
  await morning('2026-12-22');
  const over = await shows('動画配信の研修「協働推進員研修」の受講の確認は終わりました。');
  expect(over.buttons).toEqual([]);
  expect((await homeOf(practice, AWAY)).text).not.toContain('動画配信の研修');
});

test.each([
  [STAFF, 'one of the staff'],
  [LATER, 'a 協働推進員 who was none on the first day'],
  [SECRETARY, 'the secretariat'],
])('%s (%s) confirms nothing by a forged button, of this session or another', async (who) => {
  const before = await countOf(practice, 'attendance_event');
  const person = practice.slack.person(who);
  const list = await answerTo(person, '/kyodo-training', '一覧');
  const said: string[] = [];
  for (const [id, value] of [
    ['attendance.watched', session],
    ['attendance.watched', (await sessionIds(practice))[1]],
    ['attendance.take-back-watched', session],
    ['attendance.take-back-check-in', session],
  ] as const) {
    const action = { type: 'button', block_id: 'forged', action_id: id, value };
    await person.pressRaw({ in: list, action });
    said.push((await person.nextAnswer()).plain);
  }
  expect(said.slice(0, 2)).toEqual(
    Array(2).fill('恐れ入りますが、この操作は、ご本人が行います。事務局にご相談ください。'),
  );
  expect(await countOf(practice, 'attendance_event')).toBe(before);
  expect((await auditOf(practice, who)).filter((line) => line === 'refused confirm-video')).toHaveLength(2);
});
