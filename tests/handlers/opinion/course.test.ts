import { afterAll, beforeAll, expect, test } from 'vitest';
import { trusted } from '../../../src/domain/actor.ts';
import { ConsiderationDraft } from '../../../src/domain/opinion/consideration.ts';
import { saveConsideration } from '../../../src/services/opinion/save-consideration.ts';
import { putAnnouncedWrittenMeeting } from '../../support/asked-written-meetings.ts';
import { putOpinionLines } from '../../support/opinion-lines.ts';
import { type Practice, SECRETARY } from '../../support/practice.ts';
import { putRoster } from '../../support/promoters.ts';
import { startAskedBody } from '../asked-body.ts';
import { homeOf, openAnswerForm, pressAnywhere } from '../asked-city.ts';
import { answerTo, bodyId, recordByForm, rowsOf, WORKSPACE, withDatabase } from '../steps.ts';

/** Thirty 評価・意見 of a year from 登録 to 公表済, asked of twelve sections: how many stand where is counted from the rows at each step. */

const NUMBERS = Array.from({ length: 30 }, (_, index) => index + 1);
const SECTIONS = Array.from({ length: 12 }, (_, index) => `第${index + 1}課`);
/** The eleventh has no Slack, and nobody serves for the twelfth: what is theirs comes to the secretariat. */
const PEOPLE = SECTIONS.slice(0, 10).map((section, index) => ({
  section,
  id: `U0SECTION${index + 1}`,
  real_name: `${section}の推進員`,
  email: `section${index + 1}@city.example`,
}));

let practice: Practice;
let ids: Readonly<Record<string, string>>;
beforeAll(async () => {
  practice = await startAskedBody('2026-11-20T08:30:00+09:00', {
    people: PEOPLE.map(({ section: _, ...person }) => person),
  });
  await withDatabase(practice, (db) =>
    putRoster(
      db,
      WORKSPACE,
      SECTIONS.map((section, index) => {
        const person = PEOPLE[index];
        const place = { department: '市民部', section };
        if (person !== undefined) return { ...place, name: person.real_name, slackId: person.id };
        return index === 10 ? { ...place, name: '紙山 かみこ' } : place;
      }),
      practice.clock.now(),
    ),
  );
  ids = await withDatabase(practice, (db) =>
    putOpinionLines(
      db.record(WORKSPACE),
      NUMBERS.map((number) => ({
        number: String(number),
        sections: [SECTIONS[number % 12], ...(number % 3 === 0 ? [SECTIONS[(number + 5) % 12]] : [])].flatMap(
          (section) => section ?? [],
        ),
      })),
      practice.clock.now(),
    ),
  );
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

/** How many stand where, by nothing but the rows. */
const counted = async (): Promise<string> => {
  const rows = await rowsOf(
    practice,
    `with held as (
       select m.opinion_id, b.name from opinion_meeting m join meeting on meeting.id = m.meeting_id
       join body_year b on b.body_id = meeting.body_id
       where m.fiscal_year = 2025 and meeting.cancelled_at is null and coalesce(held_until, held_on) <= $1::date
     ), standing as (
       select case
         when y.published_at is not null then 6
         when exists (select 1 from held where opinion_id = o.id and name like '%本部会議') then 5
         when exists (select 1 from held where opinion_id = o.id and name like '%幹事会') then 4
         when y.saved_at is not null then 3
         when exists (select 1 from inquiry_question q join inquiry i on i.id = q.inquiry_id
           where q.opinion_id = o.id and i.state = 'open') then 2
         else 1 end as step
       from opinion o left join opinion_year y on y.opinion_id = o.id and y.fiscal_year = 2025
       where o.cancelled_at is null
     )
     select (array['登録', '依頼中', '案あり', '幹事会審議済', '本部会議審議済', '公表済'])[step] as state, count(*)::int as count
     from standing group by step order by step`,
    [practice.clock.now().toISOString().slice(0, 10)],
  );
  return rows.map(({ state, count }) => `${state} ${count}件`).join('・');
};

/** The rows and the list that the secretariat reads say both the same. */
const expectStates = async (expected: string): Promise<void> => {
  expect(await counted()).toBe(expected);
  expect((await answerTo(practice.secretary, '/kyodo-opinion', '一覧 令和7年度')).plain).toContain(expected);
};

const answer = async (inquiry: string, section: string, person: string, word: string, received = {}) => {
  const form = await openAnswerForm(practice, person, inquiry, section);
  const own = form.labels.filter((label) => label.startsWith('No '));
  await form.fill({
    ...Object.fromEntries(own.map((label) => [label, `${section}の${label}:${word}`])),
    ...received,
  });
  const { form: done } = await form.submit();
  expect(done?.title).toBe('回答しました');
  return own.length;
};

const SERVED = { 受けた方法: '電話', 受けた日: '2026-11-20' };

/** What the form of an opinion begins with. */
const beginningOf = async (number: number): Promise<unknown> =>
  (await pressAnywhere(practice, SECRETARY, 'consideration.open', `${ids[number]}:2025`)).values[
    '市の調査・検討'
  ];

const save = (numbers: readonly number[], facts: object): Promise<void> =>
  withDatabase(practice, async (db) => {
    const kept = await rowsOf(
      practice,
      'select opinion_id as id, revision from opinion_year where fiscal_year = 2025',
    );
    for (const number of numbers) {
      const opinionId = ids[number] ?? '';
      const revision = Number(kept.find(({ id }) => id === opinionId)?.revision ?? 0);
      const target = { opinionId, year: 2025, revision, seen: '' };
      const draft = ConsiderationDraft.parse({
        consideration: `第${number}号の案`,
        response: 'will_do',
        ...facts,
      });
      const form = { key: crypto.randomUUID(), draft };
      const saved = await saveConsideration(
        { clock: practice.clock, db },
        target,
        form,
        trusted(WORKSPACE, 'cli:test', 'cli'),
      );
      if (!saved.ok) throw new Error(saved.error.kind);
    }
  });

test('thirty are asked, answered in every way and gathered', async () => {
  await expectStates('登録 30件');
  const form = await pressAnywhere(practice, SECRETARY, 'opinion-ask.all', '2025');
  expect(form.text).toContain('評価・意見30件を、12課・室等にお願いします。');
  await form.fill({ 回答期限: '2026-12-10', 送信: '今すぐ送る' });
  const confirmation = await (await form.submit()).form?.until(({ title }) => title === '送信の確認');
  expect(confirmation?.text).toContain('市民部 第12課(未選任)→ 事務局');
  await confirmation?.submit();
  const inquiry = String((await rowsOf(practice, 'select id from inquiry'))[0]?.id);
  await expectStates('依頼中 30件');

  // Ten answer themselves, two by 代理入力; of each what it was asked, and nothing else.
  const asked: number[] = [];
  for (const { section, id } of PEOPLE.slice(1)) asked.push(await answer(inquiry, section, id, '回答'));
  for (const section of SECTIONS.slice(10))
    asked.push(await answer(inquiry, section, SECRETARY, '回答', SERVED));
  expect(await beginningOf(12)).toBe('【市民部 第6課】\n第6課のNo 12 への回答:回答');
  // One is changed, one given back and answered again, and the last comes late.
  await answer(inquiry, '第2課', 'U0SECTION2', '変更');
  const [third] = await rowsOf(practice, `select id from section where name = '第3課'`);
  const back = await pressAnywhere(
    practice,
    SECRETARY,
    'inquiry-return.open',
    `${inquiry}:${third?.id}:promoter`,
  );
  await back.fill({ 理由: '時期も書いてください' });
  await back.submit();
  expect(await beginningOf(2)).toBe(null);
  await answer(inquiry, '第3課', 'U0SECTION3', '再回答');
  practice.clock.set('2026-12-14T10:00:00+09:00');
  asked.push(await answer(inquiry, '第1課', 'U0SECTION1', '期限後'));
  expect(asked.reduce((sum, count) => sum + count, 0)).toBe(40);
  const [tally] = await rowsOf(
    practice,
    `select count(*)::int as parts, count(distinct p.opinion_id)::int as opinions, count(distinct t.section_id)::int as sections,
       count(distinct t.section_id) filter (where a.received_by is not null)::int as behalf
     from inquiry_target t join inquiry_answer a on a.id = t.answer_id join inquiry_answer_part p on p.answer_id = a.id`,
  );
  expect(tally).toEqual({ parts: 40, opinions: 30, sections: 12, behalf: 2 });
  expect([await beginningOf(1), await beginningOf(2), await beginningOf(12)]).toEqual([
    '【市民部 第2課】\n第2課のNo 1 への回答:変更',
    '【市民部 第3課】\n第3課のNo 2 への回答:再回答',
    '【市民部 第1課】\n第1課のNo 12 への回答:期限後\n\n【市民部 第6課】\n第6課のNo 12 への回答:回答',
  ]);
  await expectStates('依頼中 30件');
});

test('thirty are deliberated by 幹事会 and then by 本部会議 in writing, and 公表済', async () => {
  await save(NUMBERS.slice(0, 20), {});
  await expectStates('依頼中 10件・案あり 20件');
  await save(NUMBERS.slice(20), { response: 'continuing' });
  await expectStates('案あり 30件');

  // 幹事会 in a meeting, of which one opinion waits for the next; a meeting that is still to come has not deliberated yet.
  await recordByForm(practice, {
    会議体: '協働推進本部会議幹事会',
    開催日: '2026-12-21',
    案件: '市の調査・検討について(審議)',
  });
  const committee = String((await rowsOf(practice, 'select id from meeting'))[0]?.id);
  await save(NUMBERS.slice(0, 29), { meetingIds: [committee] });
  await expectStates('案あり 30件');
  const shown = async () =>
    (await pressAnywhere(practice, SECRETARY, 'opinion.show', `${ids['1']}:2025`)).text;
  expect(await shown()).toContain('審議した会議:【予定】協働推進本部会議幹事会 令和8年12月21日');
  practice.clock.set('2026-12-22T10:00:00+09:00');
  expect(await shown()).toContain('審議した会議:協働推進本部会議幹事会 令和8年12月21日');
  const held = await counted();
  expect(held).toBe('案あり 1件・幹事会審議済 29件');

  // 本部会議 in writing: its record is the meeting of the day of its deadline.
  const headquarters = await bodyId(practice, '協働推進本部会議');
  const { recordId } = await withDatabase(practice, (db) =>
    putAnnouncedWrittenMeeting(db, WORKSPACE, practice.clock.now(), { bodyId: headquarters }),
  );
  await save(NUMBERS.slice(0, 28), { meetingIds: [committee, recordId] });
  await expectStates('案あり 1件・幹事会審議済 1件・本部会議審議済 28件');
  await save(NUMBERS.slice(0, 27), { meetingIds: [committee, recordId], published: ['published'] });
  await expectStates('案あり 1件・幹事会審議済 1件・本部会議審議済 1件・公表済 27件');
  await save([27], { meetingIds: [committee, recordId] });
  await expectStates('案あり 1件・幹事会審議済 1件・本部会議審議済 2件・公表済 26件');
  // Staff read what is 公表済, and nothing tells them that there is more.
  const staff = await answerTo(practice.slack.person('U0SECTION4'), '/kyodo-opinion', '一覧 令和7年度');
  expect(staff.plain).toContain('第1号の案');
  expect(staff.plain).not.toMatch(/第2[789]号の案|第30号の案|案あり/u);
});

test('what is under way stays on Home after 31 March, beside what is carried into the next year, until all is 公表済', async () => {
  practice.clock.set('2027-04-05T09:30:00+09:00');
  const after = (await homeOf(practice)).text;
  expect(after).toContain(
    '令和7年度の評価・意見(30件)\n案あり 1件・幹事会審議済 1件・本部会議審議済 2件・公表済 26件',
  );
  expect(after).toContain('令和8年度の評価・意見(30件)\n登録 30件');
  await save(NUMBERS.slice(26), { published: ['published'] });
  const done = (await homeOf(practice)).text;
  expect(done).not.toContain('令和7年度の評価・意見(');
  expect(done).toContain('令和8年度の評価・意見(30件)');
});

test('what is 対応済み ends; two go on in the next year, with the words of the year before', async () => {
  await save(NUMBERS.slice(2), { response: 'done', published: ['published'] });
  const next = (await answerTo(practice.secretary, '/kyodo-opinion', '一覧 令和8年度')).plain;
  expect(next).toContain('登録 2件');
  const [, carried = ''] = next.split('前年度からの継続');
  expect(carried.match(/第\d+号の案/gu)).toEqual(['第1号の案', '第2号の案']);
});
