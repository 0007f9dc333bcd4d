import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Message } from '../../../src/sandbox/driver/messages-read.ts';
import { type Practice, STAFF, startPractice } from '../../support/practice.ts';
import { answerTo, bodyId, rowsOf, send, WORKSPACE } from '../steps.ts';

/** What people see of a search: words, marks, pages, and what nothing found says. */

let practice: Practice;
let body: string;
beforeAll(async () => {
  practice = await startPractice();
  body = await bodyId(practice, '協働推進本部会議');
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const staff = () => practice.slack.person(STAFF);
const look = (words: string): Promise<Message> => answerTo(staff(), '/kyodo', `検索 ${words}`);

const putMeeting = async (heldOn: string, ...items: readonly string[]): Promise<string> => {
  const id = randomUUID();
  await rowsOf(
    practice,
    `insert into meeting (workspace_id, id, body_id, fiscal_year, way, precision, held_on, attendees, attendees_without_slack,
       recorded_by, recorded_at, confirmed_at, held_confirmed_at)
     values ($1, $2, $3, case when $4::date < '2026-04-01' then 2025 else 2026 end, 'onsite', 'day', $4, '{}', '{}', 'U0JIMU', now(), now(), now())`,
    [WORKSPACE, id, body, heldOn],
  );
  await rowsOf(
    practice,
    `insert into agenda_item (workspace_id, meeting_id, position, text)
     select $1, $2, place, text from unnest($3::text[]) with ordinality as given(text, place)`,
    [WORKSPACE, id, items],
  );
  return id;
};

/** What is bold in an answer. */
const boldIn = ({ blocks }: Message): readonly string[] =>
  [...JSON.stringify(blocks).matchAll(/"text":"((?:[^"\\]|\\.)*)","style":\{"bold":true\}/gu)].map(
    ([, text = '']) => JSON.parse(`"${text}"`),
  );

test('what is typed in one spelling is found in every other, and shown in its own with the match in bold', async () => {
  await putMeeting('2026-09-01', '髙﨑ﾎｰﾙの會議で「きょうどう」を学ぶ');
  for (const [typed, bold] of [
    ['高崎ホール', '髙﨑ﾎｰﾙ'],
    ['髙﨑ﾎｰﾙ', '髙﨑ﾎｰﾙ'],
    ['会議で', '會議で'],
    ['キョウドウ', 'きょうどう'],
    ['ｷｮｳﾄﾞｳ', 'きょうどう'],
    ['學ぶ', '学ぶ'],
  ] as const) {
    const found = await look(typed);
    expect([typed, boldIn(found), found.buttons]).toEqual([typed, [bold], ['開く', '言葉を変えて検索']]);
  }
});

test('letters that mean something to the database or to Slack mean nothing', async () => {
  await putMeeting('2026-09-02', '達成率100%_目標*太字*と<!channel>と\\記号');
  // Slack escapes letters of what is typed after a command.
  const found = await look('率100%_目標*太字*と&lt;!channel&gt;と\\');
  expect(boldIn(found)).toEqual(['率100%_目標*太字*と<!channel>と\\']);
  for (const none of ['率%目標', '率___%', '達成率100\\%'])
    expect((await look(none)).buttons).toEqual(['言葉を変えて検索']);
});

test('every word has to be there, in one 案件 or another or in the name of the body', async () => {
  await putMeeting('2026-09-03', '庭園の整備', '水路の整備');
  expect((await look('庭園 水路 本部会議')).buttons).toContain('開く');
  expect((await look('庭園 水路 幹事会')).buttons).not.toContain('開く');
});

test('a fiscal year at the end limits; nothing found says which words were read and offers less', async () => {
  await putMeeting('2026-03-05', '竹林の保全');
  expect((await look('竹林 令和7年度')).plain).toContain('令和8年3月5日');
  const none = await look('竹林 保全 R5');
  expect([none.plain, none.buttons]).toEqual([
    '検索の結果\n「竹林」「保全」(令和5年度のもの)を含むものは見つかりませんでした。',
    ['年度を限らずに検索', '「竹林」だけで検索', '「保全」だけで検索', '言葉を変えて検索'],
  ]);
  await staff().press('年度を限らずに検索', { in: none });
  await expect.poll(() => staff().answers.find(({ ts }) => ts === none.ts)?.buttons).toContain('開く');
});

test('more than 10 come by もっと見る, each once, though others are recorded meanwhile', async () => {
  const days = Array.from({ length: 23 }, (_, index) => `2026-10-${String(index + 1).padStart(2, '0')}`);
  for (const day of days) await putMeeting(day, '里山の手入れ');
  const first = await look('里山');
  const now = (): Message => staff().answers.find(({ ts }) => ts === first.ts) ?? first;
  const daysIn = ({ plain }: Message): readonly string[] =>
    [...plain.matchAll(/令和8年10月(\d+)日/gu)].map(([, day = '']) => day);
  const pages = [daysIn(first)];
  // One that is newer than all, and one that is among those shown already.
  await putMeeting('2026-10-30', '里山の新しい案件');
  await putMeeting('2026-10-20', '里山の別の案件');
  for (let page = now(); page.buttons.includes('会議をもっと見る'); page = now()) {
    const before = page.plain;
    await staff().press('会議をもっと見る', { in: first });
    await expect.poll(() => now().plain).not.toBe(before);
    pages.push(daysIn(now()));
  }
  expect(pages.map(({ length }) => length)).toEqual([10, 10, 3]);
  expect(pages.flat()).toEqual(days.map((day) => String(Number(day.slice(-2)))).reverse());
  await staff().press('検索の結果に戻る', { in: first });
  await expect.poll(() => now().plain).toContain('令和8年10月30日');
});

test('opinions stand by year and number, though a file brought them in one moment', async () => {
  for (const [year, number] of [
    [2025, '10'],
    [2024, '1'],
    [2025, '3-2'],
    [2025, '２'],
    [2025, '3-1'],
  ] as const) {
    const id = randomUUID();
    await rowsOf(
      practice,
      `insert into opinion (workspace_id, id, fiscal_year, number, item, kind, words, recorded_by, recorded_at)
       values ($1, $2, $3, $4, '項目', 'opinion', '雑木林の意見', 'U0JIMU', '2026-10-01')`,
      [WORKSPACE, id, year, number],
    );
    await rowsOf(
      practice,
      `insert into opinion_year (workspace_id, opinion_id, fiscal_year, consideration, published_at, published_by)
       values ($1, $2, $3, '', now(), 'U0JIMU')`,
      [WORKSPACE, id, year],
    );
  }
  const { plain } = await look('雑木林');
  expect([...plain.matchAll(/令和(\d年度 No \S+)/gu)].map(([, said]) => said)).toEqual([
    '7年度 No ２',
    '7年度 No 3-1',
    '7年度 No 3-2',
    '7年度 No 10',
    '6年度 No 1',
  ]);
});

test('開く shows the meeting with what the reader may do; another than the one found is not there', async () => {
  await putMeeting('2026-09-10', '温室の見学');
  await putMeeting('2026-09-11', '温かい話');
  const opened = await (await staff().press('開く', { in: await look('温室') })).opened();
  expect([opened.title, opened.text]).toEqual([
    '協働推進本部会議',
    expect.stringContaining('令和8年9月10日\n(1)温室の見学'),
  ]);
  expect(opened.text).not.toContain('温かい話');
});

test('without a word, and from the Home tab, a form asks for it; what is found comes in its place', async () => {
  await putMeeting('2026-09-12', '薬草園の案内');
  await staff().openHome();
  const home = await staff().homeUntil(() => true);
  const form = await (await home.press('検索')).opened();
  expect((await send(form, { 探す言葉: '\u200B' })).探す言葉).toBeDefined();
  await form.fill({ 探す言葉: '薬草園' });
  const sent = await form.submit();
  expect(sent.form?.text).toContain('薬草園の案内');
  await sent.form?.close();
  const typed = await (await staff().command('/kyodo', '検索')).opened();
  expect(typed.title).toBe('検索');
  await typed.close();
});
