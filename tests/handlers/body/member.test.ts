import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Form } from '../../../src/sandbox/driver/form.ts';
import { type Practice, SECRETARY, STAFF, startPractice } from '../../support/practice.ts';
import { auditOf, countOf, rowsOf, send } from '../steps.ts';

const BODY = '協働推進本部会議';
const COLLEAGUE = 'U0COLLEAGUE';

let practice: Practice;
beforeEach(async () => {
  practice = await startPractice({
    now: '2026-11-24T10:00:00+09:00',
    people: [{ id: COLLEAGUE, real_name: '同僚 三郎', email: 'saburo@city.example' }],
  });
});
afterEach(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

/** 委員, opened from 設定. */
const openList = async (): Promise<Form> => {
  const settings = await (await practice.secretary.command('/kyodo', '設定')).opened();
  return (await settings.press('委員')).opened();
};
const openNew = async (): Promise<Form> => (await (await openList()).press('委員を登録')).opened();

type Entries = Parameters<Form['fill']>[0];
/** A member that nothing is wrong with. */
const PLAIN: Entries = { 会議体: BODY, 委員: STAFF, 職名: '市民協働部長' };
/** Registers a member; what stands in red. */
const register = async (entries: Entries) => send(await openNew(), { ...PLAIN, ...entries });

/** The lines of one body in the list. */
const lines = async (body = BODY): Promise<readonly string[]> => {
  const all = (await openList()).text.split('\n');
  const start = all.indexOf(body) + 1;
  const end = all.findIndex((line, index) => index >= start && line === 'まだ登録がありません。');
  return all.slice(start, end === start ? start + 1 : end - 1);
};

/** The form that a button of the first member named so opens. */
const openOf = async (name: string, words: '変更' | '外す'): Promise<Form> => {
  const [row] = await rowsOf(
    practice,
    'select m.id from body_member m join person p on p.id = m.person_id where p.name = $1 and cancelled_at is null order by m.recorded_at',
    [name],
  );
  return (await (await openList()).press(words, { block: `member:${row?.id}` })).opened();
};

describe('委員を登録', () => {
  test('begins with what is usual, and the body’s list has the member', async () => {
    const list = await openList();
    expect(list.text).toBe(
      [
        '委員',
        '会議体ごとに、並び順で表示しています。',
        '退任した方は「変更」で任期終了日を入力してください。「外す」は、誤って登録したときに使います。',
        ...[BODY, '協働推進本部会議幹事会', '協働事業成案化検討会議'].flatMap((name) => [
          name,
          'まだ登録がありません。',
        ]),
        ...['豊能地区市町NPO担当課長連絡会議', '豊能地区市町合同研修'].flatMap((name) => [
          name,
          'まだ登録がありません。',
        ]),
      ].join('\n'),
    );
    const form = await (await list.press('委員を登録')).opened();
    expect([form.title, form.submitText, form.values]).toEqual([
      '委員を登録',
      '登録する',
      {
        会議体: null,
        委員: null,
        氏名: null,
        メール: null,
        職名: null,
        役: '委員',
        並び順: null,
        通知も受ける人: [],
        代理入力できる人: [],
        任期開始日: '2026-04-01',
        任期終了日: null,
      },
    ]);
    expect(form.options('役')).toEqual(['委員長', '副委員長', '委員', '幹事長', '幹事']);
    await form.fill({
      ...PLAIN,
      役: '委員長',
      通知も受ける人: [SECRETARY],
      代理入力できる人: [SECRETARY, COLLEAGUE],
    });
    await form.submit();
    const done = await form.until(({ text }) => !text.includes('確かめています'));
    expect(done.text).toBe(
      `登録しました\n職員 太郎さんを「${BODY}」の委員長として登録しました。\n職員 太郎さんのSlackのアカウントにつながっています。`,
    );
    expect(await lines()).toEqual([
      '委員長 市民協働部長 職員 太郎',
      '任期:令和8年4月1日(水)から',
      '通知も受ける人1名・代理入力できる人2名',
    ]);
    const people = `select slack_id, email, name from person`;
    expect(await rowsOf(practice, people)).toEqual([
      { slack_id: STAFF, email: 'shokuin@city.example', name: '職員 太郎' },
    ]);
  });

  test('takes people without Slack, and ranks by 並び順, then by when they were registered', async () => {
    const without = { 委員: null, 氏名: '竹取 翁' };
    expect(await register({ ...without, 職名: '副市長', 並び順: 30 })).toEqual({});
    expect(await register({ 並び順: null })).toEqual({});
    expect(
      await register({ 委員: COLLEAGUE, 職名: '総務部長', 並び順: 5, 任期終了日: '2027-03-31' }),
    ).toEqual({});
    expect(await lines()).toEqual([
      '委員 総務部長 同僚 三郎',
      '任期:令和8年4月1日(水)から令和9年3月31日(水)まで',
      '委員 副市長 竹取 翁',
      '任期:令和8年4月1日(水)から',
      'Slack未利用',
      '委員 市民協働部長 職員 太郎',
      '任期:令和8年4月1日(水)から',
    ]);
    const [{ position } = {}] = await rowsOf(
      practice,
      `select position from body_member where title = '市民協働部長'`,
    );
    expect(position).toBe(40);
  });

  test('knows a person again, by name and by address; the same in two bodies is one person', async () => {
    const named = { 委員: null, 氏名: '竹取 翁', メール: 'Taketori@city.example' };
    expect(await register(named)).toEqual({});
    expect(
      await register({ ...named, 会議体: '協働推進本部会議幹事会', 氏名: '竹取翁', メール: null }),
    ).toEqual({});
    expect(await countOf(practice, 'person')).toBe(1);
    expect(await countOf(practice, 'body_member')).toBe(2);
  });

  test.each([
    ['twice at the same time', { twice: true }],
    ['once more', { retry: true }],
  ])('sent %s registers once', async (_how, options) => {
    const form = await openNew();
    await form.fill({ ...PLAIN, 委員: null, 氏名: '竹取 翁' });
    expect((await form.submit(options)).errors).toEqual({});
    expect([await countOf(practice, 'person'), await countOf(practice, 'body_member')]).toEqual([1, 1]);
    expect(await auditOf(practice, SECRETARY)).toEqual(['register-body-member']);
  });
});

describe('the same person is a member of a body once at a time', () => {
  const twice = {
    任期開始日: '職員 太郎さんは、この期間の委員としてすでに登録されています。委員と期間を確かめてください。',
  };
  test.each<[string, Entries, Entries, object]>([
    ['the very same', {}, {}, twice],
    ['from the last day on', { 任期終了日: '2026-09-30' }, { 任期開始日: '2026-09-30' }, twice],
    ['from the day after', { 任期終了日: '2026-09-30' }, { 任期開始日: '2026-10-01' }, {}],
    ['up to the first day', {}, { 任期開始日: '2025-04-01', 任期終了日: '2026-04-01' }, twice],
    ['up to the day before', {}, { 任期開始日: '2025-04-01', 任期終了日: '2026-03-31' }, {}],
    ['in another body', {}, { 会議体: '協働推進本部会議幹事会' }, {}],
  ])('%s', async (_what, first, second, errors) => {
    expect(await register(first)).toEqual({});
    expect(await register(second)).toEqual(errors);
  });
});

describe('変更 and 外す', () => {
  test('a term that is over goes behind the others, one to come is marked', async () => {
    await register({});
    await register({ 委員: COLLEAGUE, 職名: '総務部長', 任期開始日: '2027-04-01' });
    const form = await openOf('職員 太郎', '変更');
    expect(form.values).toMatchObject({
      会議体: BODY,
      委員: STAFF,
      氏名: null,
      職名: '市民協働部長',
      並び順: '10',
    });
    expect(await send(form, { 役: '副委員長', 任期終了日: '2026-11-23' })).toEqual({});
    expect(await lines()).toEqual([
      '【任期前】委員 総務部長 同僚 三郎',
      '任期:令和9年4月1日(木)から',
      '【任期終了】副委員長 市民協働部長 職員 太郎',
      '任期:令和8年4月1日(水)から令和8年11月23日(月)まで',
    ]);
  });

  test('of a member whose account was deactivated since, the rest can still be changed', async () => {
    await register({});
    // What Slack says of the account comes after the answer; it must not come after the change.
    await expect
      .poll(() => practice.secretary.form?.text, { timeout: 10_000 })
      .toContain('つながっています。');
    await practice.slack.changePerson(STAFF, { deleted: true });
    // The event is taken after it was acknowledged.
    await expect
      .poll(async () => (await lines()).at(-1), { timeout: 10_000 })
      .toBe('Slackのアカウントが停止されています');
    expect(await send(await openOf('職員 太郎', '変更'), { 任期終了日: '2026-11-30' })).toEqual({});
  });

  test('外す takes a member out with a reason, which the record keeps', async () => {
    await register({});
    const form = await openOf('職員 太郎', '外す');
    expect([form.title, form.submitText, ...form.text.split('\n').slice(1, 4)]).toEqual([
      '委員を外す',
      '外す',
      'この方を委員の一覧から外します。',
      'この会議体の委員の登録は、1件から0件になります。',
      `${BODY} 委員 市民協働部長 職員 太郎`,
    ]);
    await form.fill({ 理由: '会議体の選び間違い' });
    expect(await form.submit({ twice: true })).toMatchObject({ closed: true, errors: {} });
    expect(await lines()).toEqual(['まだ登録がありません。']);
    const line = `select action, subject like 'body-member:%' as named, reason from audit_line order by id desc limit 1`;
    expect(await rowsOf(practice, line)).toEqual([
      { action: 'remove-body-member', named: true, reason: '会議体の選び間違い' },
    ]);
    expect(await register({})).toEqual({});
  });
});
