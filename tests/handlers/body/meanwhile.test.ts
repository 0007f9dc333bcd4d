import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Form } from '../../../src/sandbox/driver/form.ts';
import { type Practice, SECRETARY, startPractice } from '../../support/practice.ts';
import { NOWHERE } from '../forgery.ts';
import { meanwhile } from '../meanwhile.ts';
import {
  auditOf,
  bodyId,
  bodyList,
  bodyYears,
  chosen,
  openBodyChange,
  post,
  pressToOpen,
  rowsOf,
  send,
  submission,
  typed,
} from '../steps.ts';

const COLLEAGUE = 'U0COLLEAGUE';
const EXAMPLE = '委員長:副市長\n副委員長:副市長\n委員:特別職・部局長';
const CHANGED = meanwhile('同僚 三郎');
const UNKNOWN = 'この会議体は見つかりませんでした。選び直してください。';

let practice: Practice;
let colleague: Practice['secretary'];
let id: string;
beforeEach(async () => {
  practice = await startPractice({
    now: '2026-11-24T10:00:00+09:00',
    people: [{ id: COLLEAGUE, real_name: '同僚 三郎' }],
    secretariat: ['jimukyoku@city.example', COLLEAGUE.toLowerCase()],
  });
  colleague = practice.slack.person(COLLEAGUE);
  id = await bodyId(practice, '協働推進本部会議');
});
afterEach(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

/** Both people have 変更 of the same body before them. */
const openBoth = async (): Promise<readonly [Form, Form]> => [
  await openBodyChange(id, practice.secretary),
  await openBodyChange(id, colleague),
];
const openNew = async (person: Practice['secretary']): Promise<Form> =>
  pressToOpen(person, '会議体を登録', await bodyList(person));

describe('of two secretaries who have 変更 of the same body open', () => {
  test.each([
    ['令和8年度', '令和8年度', 2026],
    // Neither form shows the year to come, and still the second would undo the first.
    ['令和9年度', '令和9年度', 2027],
    ['令和6年度', '令和8年度', 2024],
  ])(
    'the first changes %s; the second, from %s, is refused and keeps what was typed',
    async (first, second, year) => {
      const [mine, theirs] = await openBoth();
      expect(await send(theirs, { 構成: '委員長:市長', 年度: first })).toEqual({});
      expect(await send(mine, { 通知先: 'C0GENERAL', 年度: second })).toEqual({ 名称: CHANGED });
      expect([mine.values.通知先, await bodyYears(practice, id, 'composition')]).toEqual([
        'C0GENERAL',
        [
          [2023, EXAMPLE],
          [year, '委員長:市長'],
        ],
      ]);
    },
  );

  test('the second opens it again, and both changes stand', async () => {
    const [mine, theirs] = await openBoth();
    expect(await send(theirs, { 構成: '委員長:市長' })).toEqual({});
    expect(await send(mine, { 通知先: 'C0GENERAL' })).toEqual({ 名称: CHANGED });
    await mine.close();
    const again = await openBodyChange(id, practice.secretary);
    expect(await send(again, { 通知先: 'C0GENERAL' })).toEqual({});
    expect((await openBodyChange(id, colleague)).values).toMatchObject({
      構成: '委員長:市長',
      通知先: 'C0GENERAL',
    });
  });

  test('one is refused when both send at the same moment', async () => {
    const forms = await openBoth();
    const sent = await Promise.all(forms.map((form, n) => send(form, { 構成: `委員長:${n}` })));
    const winner = sent.findIndex(({ 名称 }) => 名称 === undefined);
    expect([sent[winner], sent[1 - winner]]).toEqual([
      {},
      { 名称: winner === 0 ? meanwhile('事務 局子') : CHANGED },
    ]);
    expect(await bodyYears(practice, id, 'composition')).toEqual([
      [2023, EXAMPLE],
      [2026, `委員長:${winner}`],
    ]);
  });
});

test('a change of another body is in nobody’s way', async () => {
  const mine = await openBodyChange(id, practice.secretary);
  const other = await openBodyChange(await bodyId(practice, '協働推進本部会議幹事会'), colleague);
  expect([await send(other, { 略称: '幹' }), await send(mine, { 構成: '委員長:市長' })]).toEqual([{}, {}]);
});

test('a change sent twice is one change, not one that was made meanwhile', async () => {
  const form = await openBodyChange(id, practice.secretary);
  await form.fill({ 構成: '委員長:市長' });
  expect((await form.submit({ twice: true })).errors).toEqual({});
  expect(await auditOf(practice, SECRETARY)).toEqual(['register-body']);
});

test('two who register a name at the same moment, for unlike years, do not both get it', async () => {
  const forms = [await openNew(practice.secretary), await openNew(colleague)] as const;
  const sent = await Promise.all([
    send(forms[0], { 名称: '検討会', 年度: '令和6年度' }),
    send(forms[1], { 名称: '検討会', 年度: '令和8年度' }),
  ]);
  expect(sent.map((errors) => Object.keys(errors)).toSorted()).toEqual([[], ['名称']]);
  expect(await rowsOf(practice, `select name from body_year where name = '検討会'`)).toHaveLength(1);
});

describe('a form that nobody was given changes and registers nothing', () => {
  const FAILED = expect.stringMatching(/^ただいま処理できませんでした。/u);
  test.each<[string, (body: string) => object, unknown]>([
    ['of a body that is nowhere', () => ({ bodyId: NOWHERE, digest: '' }), UNKNOWN],
    ['without a digest', (body) => ({ bodyId: body }), meanwhile()],
    ['with a digest of its own', (body) => ({ bodyId: body, digest: 'x'.repeat(43) }), meanwhile()],
    ['of what is no body', () => ({ bodyId: 'x' }), FAILED],
    ['with a digest alone', () => ({ digest: '' }), FAILED],
  ])('%s', async (_what, metadata, sentence) => {
    const fields = {
      name: typed('乗っ取り'),
      fiscalYear: typed('2026'),
      kind: chosen('meeting'),
      section: chosen('meetings'),
      recordableBy: chosen('promoters'),
    };
    const form = { callbackId: 'body.register', metadata: metadata(id), fields };
    const { body } = await post(practice, submission(SECRETARY, form));
    expect(JSON.parse(body)).toEqual({ response_action: 'errors', errors: { name: sentence } });
    expect(await rowsOf(practice, `select name from body_year where name = '乗っ取り'`)).toEqual([]);
  });
});
