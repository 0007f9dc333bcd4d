import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localDate } from '../../../src/domain/calendar/local-date.ts';
import { type Practice, SECRETARY } from '../../support/practice.ts';
import {
  ask,
  CHIEF,
  COLLEAGUE,
  ELSEWHERE,
  homeOf,
  openAnswerForm,
  PROMOTER,
  pressAnywhere,
  startAskedCity,
} from '../asked-city.ts';
import { rowsOf } from '../steps.ts';

/** What those who are asked read of the document, and of deadlines. */

let practice: Practice;
beforeAll(async () => {
  practice = await startAskedCity('2026-11-20T08:30:00+09:00');
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

/** The morning message of a day to somebody, once it has come. */
const morningOf = async (day: string, person: string, words: string) => {
  practice.clock.set(`${day}T09:00:00+09:00`);
  return practice.slack.dm(person).next(({ plain }) => plain.includes(words));
};

test('文書番号, リンク and 様式・資料 stand in the message, and the file comes by its button', async () => {
  await ask(practice, {
    title: '様式のある照会',
    link: 'https://city.example/yoshiki',
    file: { name: '様式.xlsx', bytes: Buffer.from('PK\u0003\u0004 様式') },
  });
  const told = await morningOf('2026-11-20', PROMOTER, '様式のある照会');
  for (const part of ['文書番号:豊コ第120号', 'リンク:https://city.example/yoshiki', '様式・資料:様式.xlsx'])
    expect(told.plain).toContain(part);
  expect(told.buttons).toEqual(['回答する', '様式・資料を受け取る', '翌開庁日に再通知', '担当の変更を依頼']);
  const person = practice.slack.person(PROMOTER);
  await person.press('様式・資料を受け取る', { in: told });
  const sent = await practice.slack.dm(PROMOTER).until(({ files }) => files.length > 0);
  expect(sent.files.map(({ name }) => name)).toEqual(['様式.xlsx']);
});

/** An inquiry with a とりまとめ期限, sent by the form for the next morning; gives its id. */
const sendToPromoters = async (title: string): Promise<string> => {
  const form = await (await practice.secretary.command('/kyodo-inquiry', '作成')).opened();
  await form.fill({
    件名: title,
    内容: '該当する事業をお知らせください。',
    区分: '大阪府からの調査',
    回答期限: '2026-12-10',
    部局のとりまとめ期限: '2026-12-09',
    対象: '推進員全員',
    回答形式: '確認のみ',
  });
  const { form: confirmation } = await form.submit();
  expect(confirmation?.text).toContain(
    '部局のとりまとめ期限の令和8年12月9日(水)は、照会する部局の協働推進員(主任)にもお知らせします。',
  );
  await (await confirmation?.submit())?.form?.close({ all: true });
  const [row] = await rowsOf(practice, 'select id from inquiry where title = $1', [title]);
  return String(row?.id);
};

const changeDue = async (id: string, to: string) => {
  const form = await pressAnywhere(practice, SECRETARY, 'inquiry.extend', id);
  await form.fill({ 新しい回答期限: to, 理由: '様式の差替えのため' });
  const said = form.text;
  expect(await form.submit()).toMatchObject({ closed: true, errors: {} });
  return said;
};

const daysOf = async (id: string) =>
  (
    await rowsOf(
      practice,
      'select due_on::text as due, collect_by::text as collect from inquiry where id = $1',
      [id],
    )
  )[0];

describe('部局のとりまとめ期限', () => {
  let id: string;

  test('is told to the 主任, who is asked nothing else, on the morning of the sending and on Home', async () => {
    id = await sendToPromoters('とりまとめのある照会');
    const told = await morningOf('2026-11-24', CHIEF, '福祉部の回答のとりまとめ');
    expect(told.plain).toContain(
      'とりまとめのある照会\n部局のとりまとめ期限:令和8年12月9日(水) あと11開庁日\n福祉部の回答のとりまとめをお願いします。',
    );
    expect(told.buttons).toContain('部局の状況');
    expect((await homeOf(practice, CHIEF)).text).toContain('部局のとりまとめ期限:令和8年12月9日(水)');
    // Once, and to nobody else.
    expect(
      await rowsOf(
        practice,
        "select d.recipient from morning_line l join delivery d on d.id = l.delivery_id where l.kind = 'collect'",
      ),
    ).toEqual([{ recipient: CHIEF }]);
  });

  test('moves with 回答期限を変更, which says so, and the message that asked for it shows the new day', async () => {
    expect(await changeDue(id, '2026-12-17')).toContain(
      '部局のとりまとめ期限(令和8年12月9日(水))も、新しい回答期限と同じ日になります。',
    );
    expect(await daysOf(id)).toEqual({ due: '2026-12-17', collect: '2026-12-17' });
    await practice.slack
      .dm(CHIEF)
      .until(({ plain }) => plain.includes('部局のとりまとめ期限:令和8年12月17日(木)'));
  });
});

test('今すぐ送る tells the 主任 of it at once', async () => {
  const form = await (await practice.secretary.command('/kyodo-inquiry', '作成')).opened();
  await form.fill({
    件名: '至急のとりまとめ',
    内容: '確認してください。',
    区分: 'その他',
    回答期限: '2026-12-10',
    部局のとりまとめ期限: '2026-12-10',
    対象: '部局を選ぶ',
    対象部局: ['福祉部'],
    回答形式: '確認のみ',
    送信: '今すぐ送る',
  });
  await (await (await form.submit()).form?.submit())?.form?.close({ all: true });
  const told = await practice.slack.dm(CHIEF).next(({ plain }) => plain.includes('至急のとりまとめ'));
  expect(told.plain).toContain('福祉部の回答のとりまとめをお願いします。');
});

test('a new due day is told once, on the next morning, to who still owes and not to who has answered', async () => {
  practice.clock.set('2026-11-24T10:00:00+09:00');
  const id = await sendToPromoters('期限の変わる照会');
  await morningOf('2026-11-25', PROMOTER, '期限の変わる照会');
  await morningOf('2026-11-25', ELSEWHERE, '期限の変わる照会');
  const answer = await openAnswerForm(practice, ELSEWHERE, id, '環境課');
  await answer.fill({ 確認: ['内容を確認しました'] });
  await (await answer.submit()).form?.close({ all: true });
  await changeDue(id, '2026-12-18');
  const told = await morningOf('2026-11-26', PROMOTER, '期限の変わる照会');
  expect(told.plain).toContain(
    '期限の変わる照会\n期限:令和8年12月18日(金) あと16開庁日\n期限が変わりました(前の期限:令和8年12月10日(木))。',
  );
  await ask(practice, { title: '翌日の照会' });
  await morningOf('2026-11-27', PROMOTER, '翌日の照会');
  const lines = await rowsOf(
    practice,
    `select d.recipient, split_part(d.key, ':', 3) as day from morning_line l join delivery d on d.id = l.delivery_id
     where l.ref like 'inquiry:' || $1 || ':%' and d.key like 'daily:%' order by day, recipient`,
    [id],
  );
  expect(lines.filter(({ recipient }) => recipient === ELSEWHERE)).toEqual([
    { recipient: ELSEWHERE, day: '2026-11-25' },
  ]);
  expect(lines.filter(({ recipient }) => recipient === PROMOTER).map(({ day }) => day)).toEqual([
    '2026-11-25',
    '2026-11-26',
  ]);
  expect(lines.filter(({ recipient }) => recipient === COLLEAGUE).map(({ day }) => day)).toEqual([
    '2026-11-25',
    '2026-11-26',
  ]);
});

test('もう一度お願いする reaches who has not answered after the last reminder, on the next morning or at once', async () => {
  practice.clock.set('2026-12-26T10:00:00+09:00');
  const id = await ask(practice, {
    title: '返事のない照会',
    answerForm: 'confirmation',
    dueOn: localDate('2026-12-10'),
  });
  // Everybody was told long ago, and the five reminders are over.
  await rowsOf(
    practice,
    `insert into inquiry_told (workspace_id, inquiry_id, section_id, role, slack_id, told_on)
     select t.workspace_id, t.inquiry_id, t.section_id, t.role, v.slack_id, '2026-11-20' from inquiry_target t
     join section s on s.id = t.section_id join (values ('福祉課', $2), ('福祉課', $3), ('環境課', $4)) v(name, slack_id) on v.name = s.name
     where t.inquiry_id = $1`,
    [id, PROMOTER, COLLEAGUE, ELSEWHERE],
  );
  await rowsOf(practice, `update inquiry set asked_on = '2026-11-20' where id = $1`, [id]);
  const answer = await openAnswerForm(practice, ELSEWHERE, id, '環境課');
  await answer.fill({ 確認: ['内容を確認しました'] });
  await (await answer.submit()).form?.close({ all: true });

  const again = async (entries: { readonly 送る時?: string }) => {
    const form = await pressAnywhere(practice, SECRETARY, 'inquiry.again', id);
    expect(form.text).toContain('未回答4件の担当の方に、もう一度お願いします。');
    await form.fill(entries);
    const { form: done } = await form.submit({ twice: true });
    return done?.text;
  };
  expect(await again({})).toContain('未回答の4名に、令和8年12月28日(月)の朝、もう一度お願いします。');
  const told = await morningOf('2026-12-28', PROMOTER, '返事のない照会');
  expect(told.buttons).toContain('回答する');
  expect(await again({ 送る時: '今すぐ' })).toContain('未回答の4名に、もう一度お願いしました。');
  await practice.slack
    .dm(PROMOTER)
    .next(({ plain }) => plain.startsWith('照会への回答のお願い') && plain.includes('返事のない照会'));
  const asked = await rowsOf(
    practice,
    `select count(*)::int as count, count(*) filter (where recipient = $2)::int as answered from delivery
     where kind = 'inquiry-asked' and subject = 'inquiry:' || $1`,
    [id, ELSEWHERE],
  );
  expect(asked).toEqual([{ count: 4, answered: 0 }]);
});
