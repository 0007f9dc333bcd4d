import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Message } from '../../../src/sandbox/driver/messages-read.ts';
import { type ReadEvent, readCalendar } from '../../support/calendar-file.ts';
import { GUEST, type Practice, SECRETARY, STAFF, startPractice } from '../../support/practice.ts';
import { sentFile } from '../../support/sent-file.ts';
import {
  actorOf,
  answerTo,
  auditOf,
  bodyId,
  fillMeeting,
  meetingIds,
  pressToOpen,
  recordAs,
  recordByForm,
} from '../steps.ts';
import { PLAIN_TRAINING, recordTraining } from '../training/steps.ts';

/** 予定表に追加: from a message to an event in somebody's calendar, again after each change. */

let practice: Practice;
beforeAll(async () => {
  practice = await startPractice({
    now: '2026-11-24T10:00:00+09:00',
    channels: [{ id: 'C0KYODO', name: '協働' }],
  });
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

/** What comes when somebody presses a button of a message: the event, and the words with the file and in answer. */
const take = async (
  who: string,
  words: string,
  message: Message,
): Promise<ReadEvent & { readonly name: string; readonly beside: string; readonly answered: string }> => {
  const person = practice.slack.person(who);
  await person.press(words, { in: message });
  const sent = await practice.slack.dm(who).next(({ files }) => files.length > 0);
  const { name, bytes } = await sentFile(practice, sent);
  const { events, faults, properties } = readCalendar(bytes);
  const [event] = events;
  if (event === undefined) throw new Error('no event');
  expect([faults, events.length, properties['x-wr-calname'], properties.method]).toEqual([
    [],
    1,
    undefined,
    'PUBLISH',
  ]);
  const answer = await person.nextAnswer(({ plain }) => plain.startsWith('送信しました'));
  return { ...event, name, beside: sent.plain, answered: answer.plain.split('\n')[1] ?? '' };
};

const listed = async (who = SECRETARY): Promise<Message> =>
  answerTo(practice.slack.person(who), '/kyodo-meeting', '年間 R8');

describe('a planned meeting', () => {
  let told: Message;
  let first: Awaited<ReturnType<typeof take>>;
  beforeEach(async () => {
    practice.clock.set('2026-11-24T10:00:00+09:00');
  });
  beforeAll(async () => {
    told = await recordByForm(practice, {
      開催日: '2026-12-10',
      案件: '髙﨑 🎉 ;,\\n(審議)',
      場所: '第一庁舎4階',
    });
    first = await take(SECRETARY, '予定表に追加', told);
  });

  test('is taken from 記録しました, with its place for who may see its contents', () => {
    const [beside, answered] = [
      '協働推進本部会議(令和8年12月10日)の予定です。開くと予定表に入ります。',
      '協働推進本部会議の予定(ics)を、協DOボットとのダイレクトメッセージにお送りしました。開くと予定表に入ります。',
    ];
    expect(first).toMatchObject({
      sequence: 0,
      first: '2026-12-10',
      last: '2026-12-10',
      summary: '協働推進本部会議',
      description:
        '予定です。変わることがあります。\n日付:令和8年12月10日(木)\n(1)髙﨑 🎉 ;,\\n(審議)\n開催方法:対面',
      location: '第一庁舎4階',
      status: 'CONFIRMED',
      stamp: '2026-11-24T01:00:00Z',
      changed: '2026-11-24T01:00:00Z',
      name: '予定_協働推進本部会議_令和8年12月10日.ics',
      beside,
      answered,
    });
  });

  test('is the same event again while nothing changed, later stamped', async () => {
    practice.clock.set('2026-11-25T10:00:00+09:00');
    const again = await take(SECRETARY, '予定表に追加', told);
    expect([again.uid, again.sequence, again.changed, again.stamp]).toEqual([
      first.uid,
      0,
      first.changed,
      '2026-11-25T01:00:00Z',
    ]);
  });

  test('is taken by staff from the list, without its place', async () => {
    const of = await take(STAFF, '予定表に追加', await listed(STAFF));
    expect([of.uid, of.location, of.summary]).toEqual([first.uid, null, first.summary]);
  });

  test('is the same event with a higher sequence after each change, cancelled and restored', async () => {
    practice.clock.set('2026-11-26T10:00:00+09:00');
    const form = await pressToOpen(practice.secretary, '編集', told);
    await fillMeeting(form, { 開催日: '2026-12-17' });
    await form.submit();
    const moved = await take(SECRETARY, '予定表に追加', told);
    const cancel = await pressToOpen(practice.secretary, '記録を取り消す', told);
    await cancel.fill({ 理由: '見送り' });
    await cancel.submit();
    // The message as it was before: what is pressed there still says how the record stands now.
    const cancelled = await take(SECRETARY, '予定表に追加', told);
    const shown = await practice.slack
      .dm(SECRETARY)
      .until(({ ts, plain }) => ts === told.ts && plain.includes('取り消しました'));
    await practice.secretary.press('元に戻す', { in: shown });
    await practice.slack
      .dm(SECRETARY)
      .until(({ ts, plain }) => ts === told.ts && plain.includes('記録しました'));
    const restored = await take(SECRETARY, '予定表に追加', told);
    const all = [moved, cancelled, restored];
    expect(all.map(({ uid }) => uid)).toEqual([first.uid, first.uid, first.uid]);
    expect(all.map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
    expect(all.map(({ first: day, status, summary, changed }) => [day, status, summary, changed])).toEqual([
      ['2026-12-17', 'CONFIRMED', '協働推進本部会議', '2026-11-26T01:00:00Z'],
      ['2026-12-17', 'CANCELLED', '【取消し】協働推進本部会議', '2026-11-26T01:00:00Z'],
      ['2026-12-17', 'CONFIRMED', '協働推進本部会議', '2026-11-26T01:00:00Z'],
    ]);
    expect([cancelled.beside, cancelled.answered]).toEqual([
      '協働推進本部会議(令和8年12月17日)は取り消されました。開くと、予定表の予定に取消しが反映されます。',
      '協働推進本部会議は取り消されています。取消しを反映するファイル(ics)を、協DOボットとのダイレクトメッセージにお送りしました。',
    ]);
  });
});

test('a planned 研修 is taken from 記録しました with its span and place, as whoever reads it', async () => {
  const told = await recordTraining(practice, {
    ...PLAIN_TRAINING,
    開催日: '2026-12-20',
    終了日: '2027-01-19',
    会場: '文化芸術センター',
  });
  const event = await take(SECRETARY, '予定表に追加', told);
  expect([event.summary, event.first, event.last, event.location]).toEqual([
    '協働推進員研修',
    '2026-12-20',
    '2027-01-19',
    '文化芸術センター',
  ]);
});

test('what was held offers no 予定表に追加', async () => {
  const told = await recordByForm(practice, { 開催日: '2026-10-01', 案件: '終わった案件' });
  const held = await recordTraining(practice, { ...PLAIN_TRAINING, 開催日: '2026-10-02' });
  expect([told, held].map(({ buttons }) => buttons.includes('予定表に追加'))).toEqual([false, false]);
});

test('who reads the channel of a body takes a planned meeting from there', async () => {
  const id = await bodyId(practice, '協働事業成案化検討会議');
  await practice.database.ask(`update body_year set notify_channel = 'C0KYODO' where body_id = $1`, [id]);
  await recordAs(practice, actorOf(SECRETARY, 'secretariat'), {
    body: '協働事業成案化検討会議',
    heldOn: '2027-02-01',
    precision: 'month',
    items: '月だけの案件',
  });
  const announced = await practice.slack.channel('C0KYODO').next();
  expect(announced.buttons).toEqual(['予定表に追加']);
  const { summary, first, sequence } = await take(STAFF, '予定表に追加', announced);
  expect([summary, first, sequence]).toEqual([
    '協働事業成案化検討会議(令和9年2月・日は未定)',
    '2027-02-01',
    0,
  ]);
});

describe('a forged press', () => {
  const press = async (who: string, value: string): Promise<Message> => {
    const person = practice.slack.person(who);
    const action = { type: 'button', block_id: 'p', action_id: 'schedule.add-to-calendar', value };
    await person.pressRaw({ in: await answerTo(person, '/kyodo', 'ヘルプ'), action });
    return person.nextAnswer();
  };

  test('of what is no record says that it is gone', async () => {
    for (const kind of ['meeting', 'training', 'written-meeting'])
      expect((await press(STAFF, `${kind}:11111111-1111-4111-8111-111111111111`)).plain).toBe(
        'この記録は、すでに取り消されています。一覧で今の状態をご確認ください。',
      );
  });

  test.each(['', 'meeting', 'meeting:1', 'inquiry:11111111-1111-4111-8111-111111111111'])(
    'of what names none: 「%s」',
    async (value) => {
      expect((await press(STAFF, value)).plain).toMatch(/^ただいま処理できませんでした。/u);
    },
  );

  test('by a guest is turned away, and noted', async () => {
    const [id = ''] = await meetingIds(practice);
    const person = practice.slack.person(GUEST);
    await person.command('/kyodo-meeting', '年間');
    const refused = await person.nextAnswer();
    const action = {
      type: 'button',
      block_id: 'p',
      action_id: 'schedule.add-to-calendar',
      value: `meeting:${id}`,
    };
    await person.pressRaw({ in: refused, action });
    await person.nextAnswer();
    expect(await auditOf(practice, GUEST)).toEqual([
      'refused /kyodo-meeting',
      'refused schedule.add-to-calendar',
    ]);
  });
});
