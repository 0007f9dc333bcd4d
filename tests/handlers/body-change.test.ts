import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Form } from '../../src/sandbox/form.ts';
import { type Practice, SECRETARY, startPractice } from '../support/practice.ts';
import { NOWHERE } from './forgery.ts';
import {
  actorOf,
  answerTo,
  auditOf,
  bodyId,
  chosen,
  post,
  pressToOpen,
  recordAs,
  recordByForm,
  rowsOf,
  submission,
  typed,
} from './steps.ts';

const NAME = '協働推進本部会議';
const COLLEAGUE = 'U0COLLEAGUE';
const UNKNOWN = 'この会議体は見つかりませんでした。選び直してください。';
const CHANGED =
  'この画面を開いた後に、内容が変更されました。入力を控えたうえで、一覧から開き直してください。';
const taken = (name: string, year: string) => ({
  名称: `「${name}」は${year}にすでに登録されています。別の名称にしてください。`,
});
const met = (year: string) => ({
  種別: `${year}に会議の記録があるため、「取組み」に変更できません。先に会議の記録を取り消してください。`,
});

type Entries = Parameters<Form['fill']>[0];

let practice: Practice;
beforeEach(async () => {
  practice = await startPractice({
    now: '2026-11-24T10:00:00+09:00',
    people: [{ id: COLLEAGUE, real_name: '同僚 三郎' }],
    secretariat: ['jimukyoku@city.example', COLLEAGUE.toLowerCase()],
  });
});
afterEach(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const openNew = async (): Promise<Form> =>
  pressToOpen(practice.secretary, '会議体を登録', await answerTo(practice.secretary, '/kyodo', '設定'));

/** 変更 of the body, wherever it stands in the list. */
const openChange = async (id: string, person = practice.secretary): Promise<Form> => {
  const list = await answerTo(person, '/kyodo', '設定');
  const action = { type: 'button', block_id: 'list', action_id: 'body.change', value: id };
  return (await person.pressRaw({ in: list, action })).opened();
};

/** What stands in red after the form was filled and sent; nothing when it was registered. */
const send = async (form: Form, entries: Entries) => {
  await form.fill(entries);
  return (await form.submit()).errors;
};

const change = async (id: string, entries: Entries) => send(await openChange(id), entries);

const meet = (heldOn: string, body = NAME): Promise<void> =>
  recordAs(practice, actorOf(SECRETARY, 'secretariat'), { body, heldOn });

/** The facts of a body by the year that has its own. */
const yearsOf = async (id: string, column: string) =>
  (
    await rowsOf(
      practice,
      `select fiscal_year, ${column} as fact from body_year where body_id = $1 order by fiscal_year`,
      [id],
    )
  ).map(({ fiscal_year, fact }) => [fiscal_year, fact]);

describe('a change to 取組み of a body that begins in 令和5年度', () => {
  const TO_EFFORT = { 種別: '取組み(文章だけ)' };

  test.each([
    { meetings: ['2024-04-01'], from: '令和5年度', errors: met('令和6年度') },
    { meetings: ['2026-04-01', '2025-03-31'], from: '令和5年度', errors: met('令和6年度') },
    { meetings: ['2031-06-01'], from: '令和6年度', errors: met('令和13年度') },
    { meetings: ['2020-06-01'], from: '令和5年度', errors: met('令和2年度') },
    { meetings: ['2023-03-31', '2023-04-01'], from: '令和3年度', errors: met('令和4年度') },
    { meetings: ['2024-03-31'], from: '令和6年度', errors: {} },
    { meetings: ['2023-04-01'], from: '令和4年度', errors: {} },
  ])('from $from, with meetings on $meetings, looks at every year it holds in', async (given) => {
    for (const heldOn of given.meetings) await meet(heldOn);
    const id = await bodyId(practice, NAME);
    const before = await yearsOf(id, 'kind');
    expect(await change(id, { ...TO_EFFORT, 年度: given.from })).toEqual(given.errors);
    expect((await yearsOf(id, 'kind')).length - before.length).toBe('種別' in given.errors ? 0 : 1);
  });

  test.each([
    {
      heldOn: '2025-03-31',
      errors: met('令和6年度'),
      kinds: [
        [2023, 'meeting'],
        [2025, 'meeting'],
      ],
    },
    {
      heldOn: '2025-04-01',
      errors: {},
      kinds: [
        [2023, 'effort'],
        [2025, 'meeting'],
      ],
    },
  ])(
    'holds only until 令和7年度 has its own facts: a meeting on $heldOn',
    async ({ heldOn, errors, kinds }) => {
      const id = await bodyId(practice, NAME);
      expect(await change(id, { 年度: '令和7年度' })).toEqual({});
      await meet(heldOn);
      expect(await change(id, { ...TO_EFFORT, 年度: '令和5年度' })).toEqual(errors);
      expect(await yearsOf(id, 'kind')).toEqual(kinds);
    },
  );

  test('is not held up by a meeting of a later year that was cancelled', async () => {
    const told = await recordByForm(practice, { 開催日: '2025-05-01' });
    const cancel = await pressToOpen(practice.secretary, '記録を取り消す', told);
    expect(await send(cancel, { 理由: '別の会議体の記録だった' })).toEqual({});
    expect(await change(await bodyId(practice, NAME), { ...TO_EFFORT, 年度: '令和5年度' })).toEqual({});
  });
});

describe('a name', () => {
  /** Registers a body under the first name, and gives it the others in turn. */
  const registerOther = async (names: readonly (readonly [year: string, name: string])[]): Promise<void> => {
    let id: string | undefined;
    for (const [年度, 名称] of names) {
      const form = id === undefined ? await openNew() : await openChange(id);
      expect(await send(form, { 名称, 年度 })).toEqual({});
      id ??= await bodyId(practice, 名称);
    }
  };

  test.each([
    {
      what: 'that another body has only in later years is taken',
      other: [
        ['令和5年度', '検討会'],
        ['令和7年度', '戦略会議'],
      ],
      from: '令和5年度',
      errors: taken('戦略会議', '令和7年度'),
    },
    {
      what: 'that another body had up to the year before is free',
      other: [
        ['令和5年度', '戦略会議'],
        ['令和7年度', '検討会'],
      ],
      from: '令和7年度',
      errors: {},
    },
    {
      what: 'that another body still has in the last of its years is taken',
      other: [
        ['令和5年度', '戦略会議'],
        ['令和7年度', '検討会'],
      ],
      from: '令和6年度',
      errors: taken('戦略会議', '令和6年度'),
    },
    {
      what: 'of a body registered from a later year is taken in the years in which it can be named too',
      other: [['令和10年度', '戦略会議']],
      from: '令和5年度',
      errors: taken('戦略会議', '令和5年度'),
    },
  ] as const)('$what', async ({ other, from, errors }) => {
    await registerOther(other);
    expect(await change(await bodyId(practice, NAME), { 名称: '戦略会議', 年度: from })).toEqual(errors);
  });

  test('that another body has from 令和7年度 is free for the two years before them, and a body’s own always', async () => {
    const id = await bodyId(practice, NAME);
    expect(await change(id, { 名称: '本部会議', 年度: '令和7年度' })).toEqual({});
    await registerOther([
      ['令和5年度', '検討会'],
      ['令和7年度', '戦略会議'],
    ]);
    expect(await change(id, { 名称: '戦略会議', 年度: '令和5年度' })).toEqual({});
    expect(await change(id, { 名称: '本部会議', 年度: '令和6年度' })).toEqual({});
    expect(await yearsOf(id, 'name')).toEqual([
      [2023, '戦略会議'],
      [2024, '本部会議'],
      [2025, '本部会議'],
    ]);
  });

  test('is given to one of two bodies that are registered at the same time', async () => {
    const colleague = practice.slack.person(COLLEAGUE);
    const list = await answerTo(colleague, '/kyodo', '設定');
    const forms = [await openNew(), await pressToOpen(colleague, '会議体を登録', list)];
    const years = ['令和6年度', '令和8年度'];
    const sent = await Promise.all(
      forms.map((form, n) => send(form, { 名称: '検討会', 年度: years[n] ?? '' })),
    );
    expect(sent.map((errors) => Object.keys(errors).join()).toSorted()).toEqual(['', '名称']);
    expect(await rowsOf(practice, `select name from body_year where name = '検討会'`)).toEqual([
      { name: '検討会' },
    ]);
  });
});

describe('of two secretaries who open 変更 of the same body', () => {
  test.each([
    ['in the same year', '令和8年度', '令和8年度'],
    ['in a year to come', '令和9年度', '令和9年度'],
    ['in another year', '令和6年度', '令和8年度'],
  ])('the second is told that it was changed meanwhile: %s', async (_what, first, second) => {
    const id = await bodyId(practice, NAME);
    const mine = await openChange(id);
    const theirs = await openChange(id, practice.slack.person(COLLEAGUE));
    expect(await send(theirs, { 構成: '委員長:市長', 年度: first })).toEqual({});
    const kept = await yearsOf(id, 'composition');

    expect(await send(mine, { 通知先: 'C0GENERAL', 年度: second })).toEqual({ 名称: CHANGED });
    expect([mine.values.通知先, await yearsOf(id, 'composition')]).toEqual(['C0GENERAL', kept]);
    expect(kept.at(first === '令和6年度' ? 1 : -1)?.[1]).toBe('委員長:市長');

    expect(await change(id, { 通知先: 'C0GENERAL', 年度: first })).toEqual({});
    expect(await yearsOf(id, 'composition')).toEqual(kept);
  });

  test('one wins when both send at the same moment', async () => {
    const id = await bodyId(practice, NAME);
    const forms = [await openChange(id), await openChange(id, practice.slack.person(COLLEAGUE))];
    const sent = await Promise.all(forms.map((form, n) => send(form, { 構成: `委員長:${n}` })));
    expect(sent.map(({ 名称 = '' }) => 名称).toSorted()).toEqual(['', CHANGED]);
    const winner = sent.findIndex(({ 名称 }) => 名称 === undefined);
    expect((await yearsOf(id, 'composition')).at(-1)).toEqual([2026, `委員長:${winner}`]);
  });

  test('neither is held up by a change of another body', async () => {
    const mine = await openChange(await bodyId(practice, NAME));
    expect(await change(await bodyId(practice, '協働推進本部会議幹事会'), { 略称: '幹' })).toEqual({});
    expect(await send(mine, { 構成: '委員長:市長' })).toEqual({});
  });

  test('a change is told again, not refused, when its form is sent twice', async () => {
    const form = await openChange(await bodyId(practice, NAME));
    await form.fill({ 構成: '委員長:市長' });
    expect((await form.submit({ twice: true })).errors).toEqual({});
    expect(await auditOf(practice, SECRETARY)).toEqual(['register-body']);
  });
});

describe('a form that nobody was given', () => {
  const FAILED = /^ただいま処理できませんでした。/u;
  test.each([
    ['of a body that is nowhere', () => ({ bodyId: NOWHERE, digest: '' }), UNKNOWN],
    ['without a digest', (id: string) => ({ bodyId: id }), CHANGED],
    ['with a digest of its own', (id: string) => ({ bodyId: id, digest: 'x'.repeat(43) }), CHANGED],
    ['of no body at all', () => ({ bodyId: 'x' }), FAILED],
    ['with a digest alone', () => ({ digest: '' }), FAILED],
  ])('changes and registers nothing: %s', async (_what, metadata, sentence) => {
    const fields = {
      name: typed('乗っ取り'),
      fiscalYear: typed('2026'),
      kind: chosen('meeting'),
      section: chosen('meetings'),
      recordableBy: chosen('promoters'),
    };
    const form = {
      callbackId: 'body.register',
      metadata: metadata(await bodyId(practice, NAME)),
      fields,
    };
    const answer = JSON.parse((await post(practice, submission(SECRETARY, form))).body);
    expect(answer).toEqual({
      response_action: 'errors',
      errors: { name: typeof sentence === 'string' ? sentence : expect.stringMatching(sentence) },
    });
    expect(await rowsOf(practice, `select name from body_year where name = '乗っ取り'`)).toEqual([]);
  });
});
