import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localDate } from '../../../src/domain/calendar/local-date.ts';
import type { Form } from '../../../src/sandbox/driver/form.ts';
import { putInquiry } from '../../support/asked-inquiries.ts';
import type { Practice } from '../../support/practice.ts';
import { CHIEF, COLLEAGUE, PROMOTER, pressAnywhere, SUCCESSOR, startAskedCity } from '../asked-city.ts';
import { answerTo, rowsOf, WORKSPACE, withDatabase } from '../steps.ts';

/** 前回から作成, on Wed 2026-11-18: last year's inquiry with new dates. */

let practice: Practice;
let lastYear: string;
const departmentIds = async (): Promise<readonly string[]> =>
  (await rowsOf(practice, 'select id from department order by position')).map(({ id }) => String(id));

/** Puts an inquiry of 令和7年度 into the record, closed long ago; gives its id. */
const putLastYears = async (facts: Parameters<typeof putInquiry>[3]): Promise<string> => {
  const at = new Date('2025-11-20T09:00:00+09:00');
  const id = await withDatabase(practice, (db) =>
    putInquiry(db, WORKSPACE, at, {
      dueOn: localDate('2025-12-10'),
      collectBy: localDate('2025-12-08'),
      ...facts,
    }),
  );
  await rowsOf(practice, `update inquiry set state = 'closed', ended_at = '2025-12-15' where id = $1`, [id]);
  return id;
};

beforeAll(async () => {
  practice = await startAskedCity('2026-11-18T10:00:00+09:00');
  lastYear = await putLastYears({
    title: '令和7年度の調査',
    link: 'https://city.example/chosa',
    audience: 'departments',
    departmentIds: await departmentIds(),
    answerForm: 'count',
    file: { name: '様式.xlsx', bytes: Buffer.from('PK\u0003\u0004 様式') },
  });
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const QUESTION = 'もとにする照会を選んでください。';
const filesOf = (title: string) =>
  rowsOf(
    practice,
    `select f.name as file from inquiry i left join stored_file f on f.id = i.file_id
     where i.title = $1 and i.fiscal_year = 2026`,
    [title],
  );

/** 前回から作成 from the list of inquiries, which shows only this year's, and last year's inquiry chosen there. */
const openFromList = async (): Promise<Form> => {
  const list = await answerTo(practice.secretary, '/kyodo-inquiry', '状況');
  const choice = await (await practice.secretary.press('前回から作成', { in: list })).opened();
  expect(choice.title).toBe('前回から作成');
  expect(choice.options(QUESTION)).toContain('令和7年度 第1号 令和7年度の調査');
  await choice.fill({ [QUESTION]: '令和7年度 第1号 令和7年度の調査' });
  await choice.until(({ title }) => title === '照会を作成');
  return choice;
};

/** Submits 照会を作成, and 送信の確認 after it. */
const send = async (form: Form): Promise<string> => {
  const { form: confirmation, errors } = await form.submit();
  expect(errors).toEqual({});
  const said = confirmation?.text ?? '';
  await (await confirmation?.submit())?.form?.close({ all: true });
  return said;
};

test('all it says and asks is taken over, with new dates, without its number; nothing is kept before it is submitted', async () => {
  const form = await openFromList();
  expect(form.values).toMatchObject({
    件名: '令和7年度の調査',
    文書番号: null,
    依頼元: '大阪府',
    内容: '令和8年度の協働事業について、該当の有無をお知らせください。',
    リンク: 'https://city.example/chosa',
    区分: '大阪府からの調査',
    回答期限: '2026-12-10',
    部局のとりまとめ期限: '2026-12-08',
    対象: '部局を選ぶ',
    対象部局: ['福祉部', '環境部'],
    回答形式: '件数',
    送信: '次の開庁日の9時に送る',
  });
  for (const part of [
    '「令和7年度 第1号 令和7年度の調査」をもとにしています。期限は新しい日にし、文書番号は空欄にしました。',
    '前回の文書番号は「豊コ第120号」でした。',
    '「様式.xlsx」を付ける',
  ])
    expect(form.text).toContain(part);
  await form.close({ all: true });
  expect(await rowsOf(practice, 'select 1 from inquiry')).toHaveLength(1);
});

test('sent it is an inquiry of this year with the file of last year’s, whose own stays as it is', async () => {
  const form = await openFromList();
  await form.fill({ 件名: '令和8年度の調査', 文書番号: '豊コ第200号' });
  expect(await send(form)).toContain('に照会します。');
  expect(
    await rowsOf(
      practice,
      `select fiscal_year, title, document_number, state, due_on::text as due, collect_by::text as collect, answer_form
       from inquiry order by fiscal_year, number`,
    ),
  ).toEqual([
    {
      fiscal_year: 2025,
      title: '令和7年度の調査',
      document_number: '豊コ第120号',
      state: 'closed',
      due: '2025-12-10',
      collect: '2025-12-08',
      answer_form: 'count',
    },
    {
      fiscal_year: 2026,
      title: '令和8年度の調査',
      document_number: '豊コ第200号',
      state: 'open',
      due: '2026-12-10',
      collect: '2026-12-08',
      answer_form: 'count',
    },
  ]);
  expect(await filesOf('令和8年度の調査')).toEqual([{ file: '様式.xlsx' }]);
});

describe('its file', () => {
  test('is left out where the box is not ticked, also after going back from 送信の確認', async () => {
    const form = await openFromList();
    await form.fill({ 件名: '様式なし' });
    const first = await form.submit();
    expect(await filesOf('様式なし')).toEqual([{ file: '様式.xlsx' }]);
    await first.form?.close();
    await form.fill({ '前回の様式・資料': [] });
    await send(form);
    expect(await filesOf('様式なし')).toEqual([{ file: null }]);
  });

  test('gives way to one that is chosen now', async () => {
    const form = await openFromList();
    await form.fill({
      件名: '新しい様式',
      '様式・資料': { name: '新様式.pdf', content: '%PDF-1.7 様式' },
      送信: '下書きのまま保存',
    });
    expect((await form.submit()).form?.text).toContain('下書きを保存しました。');
    expect(await filesOf('新しい様式')).toEqual([{ file: '新様式.pdf' }]);
  });
});

describe('in 照会を作成', () => {
  test('the choice comes in the place of the form, and a form that was kept as a draft stays that draft', async () => {
    const form = await (await practice.secretary.command('/kyodo-inquiry', '作成')).opened();
    const kept = { 件名: '途中まで', 内容: '書きかけ', 区分: 'その他' };
    await form.fill({ ...kept, 対象: '推進員全員', 回答形式: '件数' });
    const confirmation = (await form.submit()).form;
    await confirmation?.close();
    await form.press('前回から作成');
    await form.until(({ title }) => title === '前回から作成');
    await form.fill({ [QUESTION]: '令和7年度 第1号 令和7年度の調査' });
    await form.until(({ title }) => title === '照会を作成');
    expect([form.values.件名, form.labels.includes(QUESTION)]).toEqual(['令和7年度の調査', false]);
    await form.fill({ 件名: '前回からの一件' });
    await send(form);
    expect(
      await rowsOf(
        practice,
        `select title, state from inquiry where title in ('途中まで', '前回からの一件') order by title`,
      ),
    ).toEqual([
      { title: '前回からの一件', state: 'open' },
      { title: '途中まで', state: 'draft' },
    ]);
  });

  test('a draft that is continued is not written over', async () => {
    const [row] = await rowsOf(practice, `select id from inquiry where title = '途中まで'`);
    const form = await pressAnywhere(practice, 'U0SECRETARY', 'inquiry.continue', String(row?.id));
    expect(form.buttons).not.toContain('前回から作成');
    await form.close({ all: true });
  });
});

describe('a 対象 that is no more', () => {
  test('a department without sections is named, and the others stay chosen', async () => {
    await rowsOf(
      practice,
      `update section set ended_on = '2026-11-17' where department_id = (select id from department where name = '環境部')`,
    );
    const form = await openFromList();
    expect(form.text).toContain(
      '対象部局のうち、環境部には、今は課・室等がありません。対象部局をご確認ください。',
    );
    expect(form.values).toMatchObject({ 対象: '部局を選ぶ', 対象部局: ['福祉部'], 回答形式: '件数' });
    await form.fill({ 件名: '残った部局の調査' });
    await send(form);
  });

  test('people who are no 協働推進員 any more are named, and the form asks for others where none is left', async () => {
    const some = await putLastYears({
      title: '人への調査',
      audience: 'promoters',
      chosen: [COLLEAGUE, SUCCESSOR],
    });
    await rowsOf(practice, `update inquiry set audience = 'people' where id = $1`, [some]);
    const form = await pressAnywhere(practice, 'U0SECRETARY', 'inquiry-earlier.use', some);
    expect(form.values).toMatchObject({ 対象: '人を選ぶ', 対象者: [COLLEAGUE] });
    expect(form.text).toContain('対象者のうち、後任 よしみさんは、今は協働推進員ではありません。');
    await form.close({ all: true });
    await rowsOf(practice, `update inquiry set chosen = array[$2] where id = $1`, [some, SUCCESSOR]);
    const none = await pressAnywhere(practice, 'U0SECRETARY', 'inquiry-earlier.use', some);
    expect(none.values).toMatchObject({ 件名: '人への調査', 対象者: [] });
    expect((await none.submit()).errors).toEqual({
      対象者: '対象で「人を選ぶ」を選んだときは、対象者を選んでください。',
    });
    expect(none.values.件名).toBe('人への調査');
    await none.fill({ 対象者: [PROMOTER] });
    await send(none);
    const [row] = await rowsOf(
      practice,
      `select state, chosen from inquiry where title = '人への調査' and fiscal_year = 2026`,
    );
    expect(row).toEqual({ state: 'open', chosen: [PROMOTER] });
  });
});

test('from 状況 of an inquiry it is offered to the secretariat, and to a 主任 not', async () => {
  const shown = await answerTo(practice.secretary, '/kyodo-inquiry', '状況 1');
  expect(shown.buttons).toContain('前回から作成');
  const asChief = await answerTo(practice.slack.person(CHIEF), '/kyodo-inquiry', '状況');
  expect(asChief.buttons).not.toContain('前回から作成');
});

test('one who may not chooses nothing', async () => {
  const driver = practice.slack.person(CHIEF);
  const form = await pressAnywhere(practice, CHIEF, 'inquiry-earlier.use', lastYear);
  expect(form.text).toContain('事務局');
  expect(form.labels).not.toContain('件名');
  await driver.form?.close({ all: true });
});
