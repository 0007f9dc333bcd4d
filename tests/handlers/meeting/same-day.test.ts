import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Form } from '../../../src/sandbox/driver/form.ts';
import { type Practice, SECRETARY, STAFF, startPractice } from '../../support/practice.ts';
import {
  countOf,
  fillMeeting,
  PLAIN_MEETING,
  post,
  pressToOpen,
  recordByForm,
  rowsOf,
  submission,
} from '../steps.ts';

const ASKED = '同じ日の記録があります';
const ANOTHER = '別の記録として残す';
const OTHER_SECRETARY = 'U0DOUBLE';

let practice: Practice;
const start = async () => {
  practice = await startPractice({
    secretariat: ['jimukyoku@city.example', OTHER_SECRETARY.toLowerCase()],
    people: [{ id: OTHER_SECRETARY, real_name: '事務 次郎' }],
  });
};
const stop = async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
};

type Entries = Parameters<typeof fillMeeting>[1];

const filledMeeting = async (entries: Entries = {}, who = practice.secretary): Promise<Form> => {
  const form = await (await who.command('/kyodo-meeting')).opened();
  await fillMeeting(form, { ...PLAIN_MEETING, ...entries });
  return form;
};
const meetings = () => countOf(practice, 'meeting');

describe('a second meeting of the same body, day and 案件', () => {
  beforeEach(start);
  afterEach(stop);

  test('is asked about with what stands, and nothing is kept before the answer', async () => {
    await recordByForm(practice, {});
    const form = await filledMeeting({ 案件: '①年間スケジュール　について（報告）', 場所: '第2会議室' });
    const { closed, errors, form: asked } = await form.submit({ twice: true });
    expect([closed, errors, asked?.title, asked?.submitText]).toEqual([false, {}, ASKED, ANOTHER]);
    expect(asked?.text.split('\n').slice(1)).toEqual([
      '会議体・開催日・案件が同じ会議が、すでに記録されています。',
      '協働推進本部会議 令和8年10月1日',
      '(1)年間スケジュールについて',
      '同じものなら「戻る」を押してください(入力した内容は残っています)。別のものなら「別の記録として残す」を押してください。',
    ]);
    expect(await meetings()).toBe(1);
  });

  test('is not kept by going back: the form still has all that was typed, and with another 案件 it is kept', async () => {
    await recordByForm(practice, {});
    const form = await filledMeeting({ 場所: '第2会議室', 日付欄の注記: '午後' });
    const { values } = form;
    await (await form.submit()).form?.close();
    expect([form.isOpen, form.values, await meetings()]).toEqual([true, values, 1]);
    await form.fill({ 案件: '午後の案件' });
    expect(await form.submit()).toEqual({ closed: true, errors: {} });
    expect(await rowsOf(practice, 'select place, note from meeting order by place')).toEqual([
      { place: '', note: '' },
      { place: '第2会議室', note: '午後' },
    ]);
  });

  test('is kept once when the person says that it is another, however often that is pressed', async () => {
    await recordByForm(practice, {});
    const form = await filledMeeting({ 場所: '第2会議室' });
    const asked = (await form.submit()).form;
    expect(await asked?.submit({ twice: true })).toMatchObject({ closed: true, errors: {} });
    expect([form.isOpen, await meetings()]).toEqual([false, 2]);
    const told = await practice.slack.dm(SECRETARY).next();
    expect(told.plain).toContain('場所:第2会議室');
    // The same press again, in a dialog of its own, and the form itself once more: neither keeps another.
    const { viewId } = form;
    const again = (id: string, callbackId: string, fields: Record<string, unknown>) =>
      post(practice, submission(SECRETARY, { id, callbackId, metadata: { asking: viewId }, fields }));
    expect((await again('V0LATE', 'meeting.record.same-day', {})).body).toContain('"clear"');
    expect(await meetings()).toBe(2);
    expect(await countOf(practice, `audit_line where action = 'record-meeting'`)).toBe(2);
  });

  test('is nobody else’s to answer', async () => {
    await recordByForm(practice, {});
    const form = await filledMeeting();
    await form.submit();
    const answer = (who: string, asking: string) =>
      post(
        practice,
        submission(who, {
          id: `V0${asking}`,
          callbackId: 'meeting.record.same-day',
          metadata: { asking },
          fields: {},
        }),
      );
    const nothing = '確認する内容が残っていません。画面を閉じて、もう一度入力してください。';
    expect((await answer(OTHER_SECRETARY, form.viewId)).body).toContain(nothing);
    expect((await answer(SECRETARY, 'V0NOTHING')).body).toContain(nothing);
    expect((await answer(STAFF, form.viewId)).body).toContain('この操作は事務局が行います');
    expect(await meetings()).toBe(1);
  });

  test.each<[string, Entries]>([
    ['another 案件 (午前 and 午後)', { 案件: '午後の案件' }],
    ['one 案件 more', { 案件: '年間スケジュールについて\nその他' }],
    ['another day', { 開催日: '2026-10-02' }],
    ['another body', { 会議体: '協働推進本部会議幹事会' }],
    ['the month alone', { 報告書での日付: '年月' }],
  ])('that differs in %s is kept without asking', async (_, entries) => {
    await recordByForm(practice, {});
    const form = await filledMeeting(entries);
    expect(await form.submit()).toEqual({ closed: true, errors: {} });
    expect(await meetings()).toBe(2);
  });

  test('is asked about though one was a day and the other a 期限, and though its 案件 stand in another order', async () => {
    await recordByForm(practice, { 案件: '甲について\n乙について' });
    const form = await filledMeeting({ 報告書での日付: '期限(…まで)', 案件: '乙について\n甲について' });
    expect((await form.submit()).form?.title).toBe(ASKED);
  });

  test('is kept without asking once the first is cancelled', async () => {
    const told = await recordByForm(practice, {});
    const cancel = await pressToOpen(practice.secretary, '記録を取り消す', told);
    await cancel.fill({ 理由: '誤り' });
    expect((await cancel.submit()).closed).toBe(true);
    expect(await (await filledMeeting()).submit()).toEqual({ closed: true, errors: {} });
  });

  test('of two people at the same time: one is kept, the other asked', async () => {
    const forms = [
      await filledMeeting({}, practice.secretary),
      await filledMeeting({}, practice.slack.person(OTHER_SECRETARY)),
    ];
    const sent = await Promise.all(forms.map((form) => form.submit()));
    expect(sent.map(({ closed }) => closed).toSorted()).toEqual([false, true]);
    expect(sent.find(({ closed }) => !closed)?.form?.title).toBe(ASKED);
    expect(await meetings()).toBe(1);
  });
});

describe('a meeting that is changed', () => {
  beforeEach(start);
  afterEach(stop);

  const changed = async (first: Entries, entries: Entries): Promise<Form> => {
    await recordByForm(practice, {});
    const form = await pressToOpen(practice.secretary, '編集', await recordByForm(practice, first));
    await form.fill(entries);
    return form;
  };
  const days = async () =>
    (await rowsOf(practice, 'select held_on::text as day from meeting order by held_on')).map(
      ({ day }) => day,
    );

  test('onto another’s day is asked about, and moved once when it is another', async () => {
    const form = await changed({ 開催日: '2026-10-02' }, { 開催日: '2026-10-01', 変更の理由: '日の訂正' });
    const asked = (await form.submit()).form;
    expect([asked?.title, await days()]).toEqual([ASKED, ['2026-10-01', '2026-10-02']]);
    expect(await asked?.submit({ twice: true })).toMatchObject({ closed: true, errors: {} });
    expect(form.isOpen).toBe(false);
    expect(await days()).toEqual(['2026-10-01', '2026-10-01']);
    expect(await rowsOf(practice, `select reason from audit_line where action = 'edit-meeting'`)).toEqual([
      { reason: '日の訂正' },
    ]);
  });

  test('and was the same before is not asked about again', async () => {
    const form = await changed({}, { 場所: '講堂' });
    expect(await form.submit()).toEqual({ closed: true, errors: {} });
  });

  test('is not beside itself', async () => {
    const form = await pressToOpen(practice.secretary, '編集', await recordByForm(practice, {}));
    await form.fill({ 案件: '年間スケジュールについて(審議)', 場所: '講堂' });
    expect(await form.submit()).toEqual({ closed: true, errors: {} });
  });

  test('by another while the question was open stays as that one left it', async () => {
    const form = await changed({ 開催日: '2026-10-02' }, { 開催日: '2026-10-01' });
    const asked = (await form.submit()).form;
    await rowsOf(practice, `update meeting set revision = revision + 1 where held_on = '2026-10-02'`);
    const answer = await asked?.submit();
    expect(answer?.closed).toBe(false);
    expect(answer?.form?.text).toContain('開き直');
    expect(await days()).toEqual(['2026-10-01', '2026-10-02']);
  });
});
