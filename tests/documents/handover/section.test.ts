import { afterAll, beforeAll, expect, test } from 'vitest';
import { scopeOfPost } from '../../../src/domain/handover.ts';
import { succeed } from '../../../src/domain/result.ts';
import { readSectionHandover } from '../../../src/services/handover/read-section.ts';
import { putOpinions } from '../../support/asked-opinions.ts';
import { AT } from '../../support/city-year/seen.ts';
import { rowsUnder, under, wordsOf } from '../../support/handover.ts';
import type { ReadDocument } from '../../support/read-document.ts';
import {
  as,
  BESIDE,
  chief,
  clerk,
  clock,
  database,
  deps,
  ELSEWHERE,
  fileOf,
  ids,
  OWN,
  promoter,
  putAnswered,
  SECRET,
  startPlaces,
  WORKSPACE,
} from './places.ts';

/** 引継資料 of 部局1 第1課, and of its department, in an invented year: read back from Word, counted by SQL, searched for planted words. */

beforeAll(startPlaces);
afterAll(() => database.drop());

const titlesOpen = (document: ReadDocument): readonly string[] =>
  under(document, '3 回答をお願いしている照会').flatMap((part) => ('heading' in part ? [part.heading] : []));

test('the file of a section has the duties, all that it is asked, and what it answered in two years', async () => {
  const read = await fileOf(scopeOfPost(promoter()), as(promoter()));
  expect(read.title).toBe('引継資料(部局1 第1課)');
  expect(under(read, '2 協働推進員の役割')).toHaveLength(8);
  const open = await database.ask(
    `select '令和' || (fiscal_year - 2018) || '年度 第' || number || '号 ' || title as text from inquiry i
      where state = 'open' and asked_on <= '2026-11-24' and exists (select 1 from inquiry_target t where t.inquiry_id = i.id and t.section_id = $1)`,
    [ids.own],
  );
  expect(titlesOpen(read).toSorted()).toEqual(open.map(({ text }) => String(text)).toSorted());
  expect(titlesOpen(read).length).toBeGreaterThan(0);
  const answers = rowsUnder(read, '5 これまでの回答(この2年)');
  const [{ n }] = (await database.ask(
    `select count(*)::int as n from inquiry i join inquiry_target t on t.inquiry_id = i.id
      where t.section_id = $1 and state in ('closed', 'tallied') and asked_on >= '2024-11-24'`,
    [ids.own],
  )) as [{ n: number }];
  expect(answers).toHaveLength(n);
  expect(answers.find(([, what]) => what?.includes('助成金の調査'))).toEqual([
    '令和8年1月28日(水)',
    '令和7年度 第1号\n助成金の調査',
    '第1課',
    `令和8年11月24日(火)に回答済み\n該当あり\n助成金の調査:${OWN}`,
  ]);
  expect(rowsUnder(read, '4 対応事項').map(([text]) => text)).toEqual(['課が対応すること']);
});

test('its 研修 are those that everybody may see of, past and to come', async () => {
  const read = await fileOf(scopeOfPost(promoter()), as(promoter()));
  const [{ n }] = (await database.ask(
    'select count(*)::int as n from training_session where cancelled_at is null',
  )) as [{ n: number }];
  expect(rowsUnder(read, '6 研修の日程')).toHaveLength(n);
});

test('it has no other section’s answer, nobody’s name, nothing asked tomorrow, too old or called off, and no personal matter', async () => {
  const words = wordsOf(await fileOf(scopeOfPost(promoter()), as(promoter())));
  const unsaid = [
    BESIDE,
    ELSEWHERE,
    SECRET,
    '不在',
    '明日の朝に送る照会',
    '三年前の調査',
    '取りやめた調査',
    'ほかの課',
    '第2課',
  ];
  expect(unsaid.filter((one) => words.includes(one))).toEqual([]);
  expect(words).not.toMatch(/協働 \d/u);
  expect(words).toContain(OWN);
});

test('that of a 主任 has the answers of all sections of the department, and no other’s', async () => {
  const read = await fileOf(scopeOfPost(chief()), as(chief()));
  expect(read.title).toBe('引継資料(部局1)');
  const words = wordsOf(read);
  expect([OWN, BESIDE, ELSEWHERE].map((one) => words.includes(one))).toEqual([true, true, false]);
  expect(words).toContain('第2課 未回答');
  expect(words).not.toMatch(/協働 \d/u);
});

test('no table is called again what its heading says', async () => {
  const { parts } = await fileOf(scopeOfPost(promoter()), as(promoter()));
  const said = parts.map((part) => ('line' in part ? part.line : 'heading' in part ? part.heading : ''));
  const bare = (text: string): string => text.replace(/^\d /u, '');
  expect(
    said.filter((text, at) => text !== '' && said.findIndex((one) => bare(one) === bare(text)) < at),
  ).toEqual([]);
});

test('that of a 主任 follows the order of the sections, also where it was changed since', async () => {
  const orderIn = async (): Promise<readonly string[]> =>
    rowsUnder(await fileOf(scopeOfPost(chief()), as(chief())), '5 これまでの回答(この2年)')
      .filter(([, what]) => what?.includes('助成金の調査'))
      .map(([, , place = '']) => place);
  expect(await orderIn()).toEqual(['第1課', '第2課']);
  await database.ask('update section set position = 999 where id = $1', [ids.own]);
  expect(await orderIn()).toEqual(['第2課', '第1課']);
  await database.ask('update section set position = 1 where id = $1', [ids.own]);
});

test('of 調査・検討を依頼 each place has the 評価・意見 about which it is asked, whole, and no other’s', async () => {
  const [first = '', second = '', cancelled = ''] = await putOpinions(database.db, WORKSPACE, AT, [
    { number: '3', words: '自課に関係する意見の全文' },
    { number: '4', words: 'ほかの部局に関係する意見の全文' },
    { number: '5', words: '取り消された意見の全文' },
  ]);
  await putAnswered('調査・検討のお願い', 3, 'open');
  const [row] = await database.ask("select id from inquiry where title = '調査・検討のお願い'");
  const id = String(row?.id);
  await database.ask("update inquiry set audience = 'related', answer_form = 'words' where id = $1", [id]);
  await database.ask("update opinion set cancelled_at = now(), cancel_reason = '' where id = $1", [
    cancelled,
  ]);
  await database.db.act({ actor: clerk, action: 'fill', at: AT }, async (record) => {
    await record.inquiryQuestions.put(id, [
      { sectionId: ids.own, opinionId: first, position: 1, fiscalYear: 2025 },
      { sectionId: ids.own, opinionId: cancelled, position: 2, fiscalYear: 2025 },
      { sectionId: ids.beside, opinionId: first, position: 1, fiscalYear: 2025 },
      { sectionId: ids.elsewhere, opinionId: second, position: 1, fiscalYear: 2025 },
    ]);
    return succeed(null);
  });
  const own = await fileOf(scopeOfPost(promoter()), as(promoter()));
  const heading = titlesOpen(own).find((title) => title.includes('調査・検討のお願い')) ?? '';
  const said = ['No 3\n第5章 職員の育成', '自課に関係する意見の全文'];
  expect(rowsUnder(own, heading)).toEqual([[...said, '第1課']]);
  const department = await fileOf(scopeOfPost(chief()), as(chief()));
  expect(rowsUnder(department, heading)).toEqual([[...said, '第1課\n第2課']]);
  expect(wordsOf(department)).not.toMatch(/ほかの部局に関係する意見|取り消された意見/u);
});

test('who does not hold the place gets none', async () => {
  const tried = [
    [scopeOfPost(promoter()), as()],
    [scopeOfPost(promoter()), as({ ...promoter(), sectionId: ids.beside })],
    [scopeOfPost(chief()), as(promoter())],
    [scopeOfPost(chief()), as({ ...chief(), departmentId: ids.elsewhere })],
  ] as const;
  const refused = await Promise.all(
    tried.map(async ([scope, actor]) =>
      scope.kind === 'secretariat' ? null : (await readSectionHandover(deps(), scope, actor)).ok,
    ),
  );
  expect(refused).toEqual([false, false, false, false]);
});

test('of a section that is no more, the department hands over what was asked and answered', async () => {
  await database.ask("update section set ended_on = '2026-10-31' where id = $1", [ids.beside]);
  const words = wordsOf(await fileOf(scopeOfPost(chief()), as(chief())));
  expect([words.includes(BESIDE), words.includes('第2課 未回答')]).toEqual([true, true]);
  await database.ask('update section set ended_on = null where id = $1', [ids.beside]);
});

test('while 選任報告 is awaited, that of a 主任 says until when and of how many places, and none of a section does', async () => {
  clock.set('2027-03-10T10:00:00+09:00');
  const said = '選任報告の報告待ちが';
  const words = wordsOf(await fileOf(scopeOfPost(chief()), as(chief())));
  expect(words).toMatch(/選任報告の報告待ちが\d+件あります\(期限:令和9年4月30日\(金\)\)/u);
  expect(wordsOf(await fileOf(scopeOfPost(promoter()), as(promoter())))).not.toContain(said);
  clock.set(AT.toISOString());
  expect(wordsOf(await fileOf(scopeOfPost(chief()), as(chief())))).not.toContain(said);
});
