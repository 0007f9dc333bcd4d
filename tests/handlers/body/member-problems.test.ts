import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Form } from '../../../src/sandbox/driver/form.ts';
import { GUEST, type Practice, SECRETARY, STAFF, startPractice } from '../../support/practice.ts';
import { putRoster } from '../../support/promoters.ts';
import { meanwhile } from '../meanwhile.ts';
import {
  auditOf,
  bodyId,
  chosen,
  countOf,
  picked,
  post,
  send,
  submission,
  typed,
  WORKSPACE,
  withDatabase,
} from '../steps.ts';

const BODY = '協働推進本部会議';
const GONE = 'この記録は、すでに取り消されています。一覧で今の状態をご確認ください。';
const ONLY_SECRETARIAT = '恐れ入りますが、この操作は事務局が行います。事務局にご相談ください。';
const CHANGED = meanwhile('事務 局子');

let practice: Practice;
beforeAll(async () => {
  practice = await startPractice({ now: '2026-11-24T10:00:00+09:00' });
  const lines = [
    { department: '市民協働部', section: '市民課', name: '山田 花子', email: 'hanako@city.example' },
    { department: '総務部', section: '総務課', name: '山田花子', email: 'hanako2@city.example' },
  ];
  await withDatabase(practice, (db) => putRoster(db, WORKSPACE, lines, practice.clock.now()));
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const openNew = async (): Promise<Form> => {
  const settings = await (await practice.secretary.command('/kyodo', '設定')).opened();
  const list = await (await settings.press('委員')).opened();
  const form = await (await list.press('委員を登録')).opened();
  await form.fill({ 会議体: BODY, 職名: '市民協働部長' });
  return form;
};

test.each<[string, Parameters<Form['fill']>[0], object]>([
  ['nobody', {}, { 委員: '職員を選ぶか、Slackを使っていない方は氏名を入力してください。' }],
  [
    'only an address',
    { メール: 'a@city.example' },
    { 委員: '職員を選ぶか、Slackを使っていない方は氏名を入力してください。' },
  ],
  [
    'somebody in two ways',
    { 委員: STAFF, 氏名: '職員 太郎' },
    { 委員: '職員を選んだときは、氏名とメールを空欄にしてください。' },
  ],
  [
    'a guest',
    { 委員: GUEST },
    { 委員: 'この方は職員としてSlackに登録されていません。氏名とメールを入力してください。' },
  ],
  [
    'a name that two have',
    { 氏名: '山田　花子' },
    { 氏名: '同じ氏名の方が2人以上います(市民課、総務課)。メールを入力して、どの方かお知らせください。' },
  ],
  [
    'no address',
    { 氏名: '竹取 翁', メール: '内線0000' },
    { メール: 'メールアドレスとして読み取れません。例:yamada@city.example.lg.jp' },
  ],
  ['spaces for a 職名', { 委員: STAFF, 職名: '　' }, { 職名: 'この項目を入力してください。' }],
  [
    'an end before the start',
    { 委員: STAFF, 任期終了日: '2026-03-31' },
    { 任期終了日: '終了日は、開始日以降の日にしてください。' },
  ],
])(
  '%s: it is said at the field, what was typed stays, and nothing is kept',
  async (_what, entries, errors) => {
    const form = await openNew();
    await form.fill(entries);
    expect(await form.submit()).toEqual({ closed: false, errors });
    expect(form.values).toMatchObject({ 会議体: BODY, ...entries });
    expect([await countOf(practice, 'body_member'), await countOf(practice, 'person')]).toEqual([0, 2]);
  },
);

test.each([
  ['no body', { bodyId: null }, { 会議体: 'この項目を選んでください。' }],
  [
    'a body of nowhere',
    { bodyId: { selected_option: { value: '11111111-1111-4111-8111-111111111111' } } },
    { 会議体: 'この会議体は見つかりませんでした。選び直してください。' },
  ],
  ['no office', { office: null }, { 役: 'この項目を選んでください。' }],
  ['no first day', { startsOn: null }, { 任期開始日: 'この項目を選んでください。' }],
  ['a day that is none', { endsOn: '2026-02-30' }, { 任期終了日: '実在する日付を選んでください。' }],
  [
    'a number out of range',
    { position: '0' },
    { 並び順: 'この内容は読み取れませんでした。入力し直してください。' },
  ],
  [
    'too many aides',
    { proxies: Array.from({ length: 21 }, (_, index) => `U0AIDE${index}`) },
    { 代理入力できる人: '20名までにしてください。ほかの方は、氏名を入力する欄に書いてください。' },
  ],
])('sent by force: %s', async (_what, forced, errors) => {
  const form = await openNew();
  await form.fill({ 委員: STAFF });
  form.force(forced);
  expect(await form.submit({ force: true })).toEqual({ closed: false, errors });
});

test('one who is not of the secretariat gets nothing by forged buttons and forms', async () => {
  const staff = practice.slack.person(STAFF);
  const told = (await (await staff.command('/kyodo', '一覧')).answer) ?? (await staff.nextAnswer());
  for (const action_id of ['body-member-list.open', 'body-member-list.next', 'body-member.open']) {
    const value = action_id === 'body-member.open' ? 'new' : '1';
    await staff.pressRaw({ in: told, action: { type: 'button', block_id: 'forged', action_id, value } });
    expect((await staff.nextAnswer()).plain).toBe(ONLY_SECRETARIAT);
  }
  const fields = {
    bodyId: chosen(await bodyId(practice, BODY)),
    name: typed('竹取 翁'),
    title: typed('部長'),
    office: chosen('chair'),
    startsOn: picked('2026-04-01'),
  };
  const sent = await post(practice, submission(STAFF, { callbackId: 'body-member.register', fields }));
  expect(JSON.parse(sent.body)).toEqual({ response_action: 'errors', errors: { bodyId: ONLY_SECRETARIAT } });
  expect(await auditOf(practice, STAFF)).toEqual([
    'refused list-body-members',
    'refused list-body-members',
    'refused open-body-member',
    'refused register-body-member',
  ]);
});

test('a form opened before another’s change undoes nothing; one of a member who was taken out registers nothing', async () => {
  const first = await openNew();
  expect(await send(first, { 委員: STAFF })).toEqual({});
  const metadata = async () => {
    const member = (await withDatabase(practice, (db) => db.record(WORKSPACE).bodyMembers.all()))[0];
    return { memberId: member?.id, revision: member?.revision };
  };
  const early = await metadata();
  const fields = {
    bodyId: chosen(await bodyId(practice, BODY)),
    user: { type: 'users_select', selected_user: STAFF },
    title: typed('部長'),
    office: chosen('chair'),
    startsOn: picked('2026-04-01'),
  };
  const change = async (id: string) =>
    JSON.parse(
      (
        await post(
          practice,
          submission(SECRETARY, { id, callbackId: 'body-member.register', metadata: early, fields }),
        )
      ).body,
    );
  expect(await change('V1')).toMatchObject({ response_action: 'update' });
  expect(await change('V2')).toEqual({ response_action: 'errors', errors: { bodyId: CHANGED } });
  const removal = { id: 'V3', callbackId: 'body-member.remove', metadata: { memberId: early.memberId } };
  await post(practice, submission(SECRETARY, { ...removal, fields: { reason: typed('間違い') } }));
  expect(await change('V4')).toEqual({ response_action: 'errors', errors: { bodyId: GONE } });
});
