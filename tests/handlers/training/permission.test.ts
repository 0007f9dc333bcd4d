import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GUEST, type Practice, SECRETARY, STAFF, startPractice } from '../../support/practice.ts';
import { answerTo, auditOf, chosen, picked, post, pressToOpen, rowsOf, submission, typed } from '../steps.ts';
import { addSection, appoint, openTrainingForm, programmeId, recordTraining, sessionIds } from './steps.ts';

const ONLY_PROMOTER = '恐れ入りますが、この操作は、協働推進員と事務局が行います。事務局にご相談ください。';
const ONLY_RECORDER =
  '恐れ入りますが、この記録を変更できるのは、記録した人と事務局です。事務局にご相談ください。';
const ONLY_SECRETARIAT = '恐れ入りますが、この操作は事務局が行います。事務局にご相談ください。';
const ONLY_STAFF = '恐れ入りますが、このボットは市の職員のためのものです。';
const CHIEF = 'U0CHIEF';
const PROMOTER = 'U0PROMOTER';
const NEIGHBOUR = 'U0NEIGHBOUR';
const DONE = { closed: true, errors: {} };

let practice: Practice;
let session: string;
beforeAll(async () => {
  practice = await startPractice({
    people: [
      { id: CHIEF, real_name: '主任 一郎' },
      { id: PROMOTER, real_name: '推進 二郎' },
      { id: NEIGHBOUR, real_name: '隣部 三郎' },
    ],
  });
  const { departmentId, sectionId } = await addSection(practice, '市民課');
  const affairs = await addSection(practice, '総務課', departmentId);
  const other = await addSection(practice, '道路課');
  await appoint(practice, { slackId: CHIEF, name: '主任 一郎', sectionId: affairs.sectionId, role: 'chief' });
  await appoint(practice, { slackId: PROMOTER, name: '推進 二郎', sectionId, role: 'promoter' });
  await appoint(practice, {
    slackId: NEIGHBOUR,
    name: '隣部 三郎',
    sectionId: other.sectionId,
    role: 'chief',
  });
  await recordTraining(practice, { 会場: '推進員の会場' }, PROMOTER);
  [session = ''] = await sessionIds(practice);
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const person = (id: string) => practice.slack.person(id);
/** What leads from the list of a year to those beside it. */
const CSV = '受講者をCSVで受け取る';
const YEARS = ['前の年度', '次の年度'];

const listOf = (id: string) => answerTo(person(id), '/kyodo-training', '一覧');
const stands = () =>
  rowsOf(
    practice,
    'select place, revision, cancelled_at, held_confirmed_at, programme_id from training_session order by id',
  );

describe('a 協働推進員', () => {
  test('records for the own section; it is 未確認 and not numbered until the secretariat confirms it', async () => {
    expect(
      await rowsOf(
        practice,
        'select recorded_by, s.name from training_session t join section s on s.id = t.section_id',
      ),
    ).toEqual([{ recorded_by: PROMOTER, name: '市民課' }]);
    const told = practice.slack.messages(PROMOTER).at(-1);
    expect([told?.plain.split('\n')[1], told?.plain.split('\n').at(-1)]).toEqual([
      '【未確認】協働推進員研修',
      '事務局が確認すると、報告書に載ります。',
    ]);
    expect((await listOf(STAFF)).plain).toContain('【未確認】令和8年10月1日 推進員の会場');
  });

  test('and the 主任 of the department may change it; another department’s 主任 and staff may not', async () => {
    expect([
      (await listOf(PROMOTER)).buttons,
      (await listOf(CHIEF)).buttons,
      (await listOf(NEIGHBOUR)).buttons,
      (await listOf(STAFF)).buttons,
    ]).toEqual([
      ['内容を記録', '受講者', '編集', '記録を取り消す', ...YEARS, '研修を記録', CSV],
      ['内容を記録', '受講者', '編集', '記録を取り消す', ...YEARS, '研修を記録', CSV],
      ['受講者', ...YEARS, '研修を記録', CSV],
      YEARS,
    ]);
    const form = await pressToOpen(person(CHIEF), '編集', await listOf(CHIEF));
    await form.fill({ 会場: '主任の会場' });
    expect(await form.submit()).toEqual(DONE);
  });

  test.each([
    [STAFF, 'staff'],
    [NEIGHBOUR, 'another department’s 主任'],
  ])('of %s (%s): every forged button and form gets one sentence and changes nothing', async (who) => {
    const before = await stands();
    const known = (await auditOf(practice, who)).length;
    const list = await listOf(who);
    for (const action of ['edit', 'contents', 'cancel', 'held', 'take-back-held', 'confirm']) {
      await person(who).pressRaw({
        in: list,
        action: { type: 'button', block_id: 'forged', action_id: `training.${action}`, value: session },
      });
      expect((await person(who).nextAnswer()).plain).toBe(
        action === 'confirm' ? ONLY_SECRETARIAT : ONLY_RECORDER,
      );
    }
    const fields = {
      programme: chosen(await programmeId(practice, '協働推進員研修')),
      way: chosen('onsite'),
      heldOn: picked('2026-09-01'),
      precision: chosen('day'),
      audience: chosen('open'),
      place: typed('偽の会場'),
    };
    const metadata = { sessionId: session, revision: 2 };
    for (const [callbackId, at, filled] of [
      ['training.edit', 'programme', fields],
      ['training.contents', 'lecturer', { lecturer: typed('偽の講師') }],
      ['training.cancel', 'reason', { reason: typed('偽の理由') }],
    ] as const) {
      const sent = submission(who, { id: `V${who}${callbackId}`, callbackId, metadata, fields: filled });
      expect(JSON.parse((await post(practice, sent)).body)).toEqual({
        response_action: 'errors',
        errors: { [at]: ONLY_RECORDER },
      });
    }
    expect(await stands()).toEqual(before);
    expect((await auditOf(practice, who)).slice(known)).toEqual([
      'refused open-training',
      'refused open-training',
      'refused open-training',
      'refused confirm-training-held',
      'refused take-back-training-held',
      'refused confirm-training',
      'refused edit-training',
      'refused record-training-contents',
      'refused cancel-training',
    ]);
  });
});

describe('staff', () => {
  test('are told politely who records training, by command, shortcut and forged form', async () => {
    const staff = person(STAFF);
    expect((await answerTo(staff, '/kyodo-training')).plain).toBe(ONLY_PROMOTER);
    const form = await (await staff.shortcut('training.record')).opened();
    expect([form.text, form.submitText]).toEqual([`できませんでした\n${ONLY_PROMOTER}`, '']);
    await form.close();
    const sent = submission(STAFF, {
      callbackId: 'training.record',
      fields: {
        programme: chosen('other'),
        otherName: typed('偽の研修'),
        way: chosen('onsite'),
        heldOn: picked('2026-09-01'),
        precision: chosen('day'),
        audience: chosen('open'),
      },
    });
    expect(JSON.parse((await post(practice, sent)).body)).toEqual({
      response_action: 'errors',
      errors: { programme: ONLY_PROMOTER },
    });
    expect((await answerTo(staff, '/kyodo')).buttons).not.toContain('研修を記録');
    expect((await auditOf(practice, STAFF)).slice(-3)).toEqual([
      'refused open-training-form',
      'refused open-training-form',
      'refused record-training',
    ]);
  });
});

test('a guest gets nothing', async () => {
  expect((await answerTo(person(GUEST), '/kyodo-training', '一覧')).plain).toBe(ONLY_STAFF);
});

test('the secretariat sees on the Home tab what waits, and confirms it there or in the list', async () => {
  const { secretary } = practice;
  await secretary.openHome();
  const home = await secretary.homeUntil(({ text }) => text.includes('記録の確認'));
  expect(home.text).toContain('記録の確認\n協働推進員研修 令和8年10月1日 主任の会場');
  await home.press('確認する');
  await secretary.homeUntil(({ text }) => !text.includes('記録の確認'));
  expect((await listOf(SECRETARY)).plain).toContain('No 1 令和8年10月1日 主任の会場');
  await practice.slack.dm(PROMOTER).until(({ plain }) => plain.startsWith('記録しました\n協働推進員研修\n'));

  await recordTraining(practice, { 開催日: '2026-12-11', 会場: '先の会場' }, PROMOTER);
  const list = await listOf(SECRETARY);
  expect(list.plain).toContain('【予定】【未確認】令和8年12月11日 先の会場');
  await secretary.press('確認する', { in: list });
  const confirmed = await practice.slack.until(({ ts, edited }) => ts === list.ts && edited);
  expect(confirmed.plain).toContain('\n【予定】令和8年12月11日 先の会場');
  expect((await auditOf(practice, SECRETARY)).filter((action) => action === 'confirm-training')).toHaveLength(
    2,
  );
});

test('one whose term has ended may change nothing, even of their own', async () => {
  await rowsOf(practice, `update appointment set ends_on = '2026-11-23' where role = 'promoter'`);
  expect((await listOf(PROMOTER)).buttons).toEqual(YEARS);
  expect((await answerTo(person(PROMOTER), '/kyodo-training')).plain).toBe(ONLY_PROMOTER);
  const form = await openTrainingForm(person(CHIEF));
  await form.close();
});
