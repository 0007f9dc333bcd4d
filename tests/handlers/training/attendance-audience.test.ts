import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Form } from '../../../src/sandbox/driver/form.ts';
import { type Practice, startPractice } from '../../support/practice.ts';
import { answerTo, pressToOpen, rowsOf, WORKSPACE } from '../steps.ts';
import { addSection, recordTraining } from './steps.ts';

let practice: Practice;
beforeAll(async () => {
  practice = await startPractice();
  const { sectionId } = await addSection(practice, '市民課');
  // 112 協働推進員, and one more from the day after the session.
  await rowsOf(
    practice,
    `with made as (insert into person (workspace_id, id, name, created_at)
       select $1, gen_random_uuid(), '推進員' || n, now() from generate_series(1, 113) n returning id, name)
     insert into appointment (workspace_id, id, person_id, section_id, role, fiscal_year, starts_on, ends_on, recorded_by,
       recorded_at, confirmed_at)
     select $1, gen_random_uuid(), id, $2, case name when '推進員1' then 'chief' else 'promoter' end::promoter_role, 2026,
       case name when '推進員113' then date '2026-10-02' else date '2026-04-01' end, '2027-03-31', 'test', now(), now()
     from made`,
    [WORKSPACE, sectionId],
  );
  await recordTraining(practice, { 開催日: '2026-10-01', 対象: '協働推進員全員(主任を含む)' });
  await recordTraining(practice, { 開催日: '2026-11-02', 参加者数: '92' });
  await recordTraining(practice, { 開催日: '2026-12-11' });
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

test('records 92 of the 112 of the first day, and so a rate with its denominator', async () => {
  const absent = Array.from({ length: 20 }, (_, index) => `推進員${index + 1}`).join('\n');
  const form = await (await practice.secretary.command('/kyodo-training', '受講者 1')).opened();
  await form.fill({ 入れ方: '対象者全員を出席にし、選んだ人を欠席にする', Slack未利用の受講者: absent });
  const shown = (await form.submit()).form;
  expect(shown?.text.split('\n').slice(3)).toEqual([
    '今回の記録:出席 92名・一部出席 0名・欠席 20名',
    '参加者 92人・記録された受講者 92名',
    '協働推進員の受講 92/112名(82.1%)',
  ]);
  await shown?.close();
});

test('is read in the list, in pages, where 92 as a mere head count give no rate', async () => {
  const list = await answerTo(practice.secretary, '/kyodo-training', '一覧');
  expect(list.plain).toContain(
    [
      'No 1 令和8年10月1日 第1会議室',
      '参加者 92人・記録された受講者 92名',
      '協働推進員の受講 92/112名(82.1%)',
      'No 2 令和8年11月2日 第1会議室',
      '参加者 92人',
      '【予定】令和8年12月11日 第1会議室',
    ].join('\n'),
  );
  const people = await pressToOpen(practice.secretary, '受講者', list);
  expect(people.text.split('\n').slice(0, 6)).toEqual([
    '受講者',
    '協働推進員研修',
    '令和8年10月1日 第1会議室',
    '表示している方:出席 92名・一部出席 0名・欠席 20名',
    '協働推進員の受講 92/112名(82.1%)',
    '市民課 推進員1 欠席(受講を記録)',
  ]);
  await people.press('次のページ');
  await people.until(({ text }) => text.includes('2/3ページ'));
  const form = await (await people.press('受講を記録')).opened();
  expect(form.values.研修).toBe('協働推進員研修 令和8年10月1日 第1会議室');
});

test('leaves who was recorded singly as they are, says how many, and records only those chosen and the rest', async () => {
  await recordTraining(practice, { 開催日: '2026-09-01', 対象: '協働推進員全員(主任を含む)' });
  const recordFor = async (entries: Parameters<Form['fill']>[0]) => {
    const form = await (await practice.secretary.command('/kyodo-training', '受講者')).opened();
    await form.fill({ 研修: '協働推進員研修 令和8年9月1日 第1会議室', ...entries });
    const shown = (await form.submit()).form;
    await shown?.close();
    return shown?.text.split('\n').slice(3);
  };
  await recordFor({ Slack未利用の受講者: '推進員40\n推進員41', 出欠: '一部出席', 備考: '午前のみ' });
  await recordFor({ Slack未利用の受講者: '推進員42\n推進員43', 出欠: '欠席' });
  const all = { 入れ方: '対象者全員を出席にし、選んだ人を欠席にする' };
  expect(await recordFor({ ...all, Slack未利用の受講者: '推進員1\n推進員41' })).toEqual([
    '今回の記録:出席 107名・一部出席 0名・欠席 2名',
    'すでに記録されている方は、そのままです:出席 0名・一部出席 1名・欠席 2名',
    '参加者 108人・記録された受講者 108名',
    '協働推進員の受講 108/112名(96.4%)',
  ]);
  expect(
    await rowsOf(
      practice,
      `select p.name, a.state, a.note, count(e.*)::int as entries from attendance a join person p on p.id = a.person_id
         join training_session s on s.id = a.session_id and s.held_on = '2026-09-01'
         join attendance_event e on e.person_id = a.person_id and e.session_id = a.session_id
       where p.name in ('推進員1', '推進員39', '推進員40', '推進員41', '推進員42') group by 1, 2, 3 order by 1`,
      [],
    ),
  ).toEqual([
    { name: '推進員1', state: 'absent', note: '', entries: 1 },
    { name: '推進員39', state: 'present', note: '', entries: 1 },
    { name: '推進員40', state: 'partial', note: '午前のみ', entries: 1 },
    { name: '推進員41', state: 'absent', note: '', entries: 2 },
    { name: '推進員42', state: 'absent', note: '', entries: 1 },
  ]);
});
