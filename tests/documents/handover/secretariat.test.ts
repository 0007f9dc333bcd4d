import { afterAll, beforeAll, expect, test } from 'vitest';
import { chapter5Of } from '../../../src/documents/chapter5/model.ts';
import { secretariatDocument } from '../../../src/documents/handover/secretariat.ts';
import { handoverYear } from '../../../src/documents/handover/years.ts';
import { writeDocument } from '../../../src/documents/writing/write.ts';
import { trusted } from '../../../src/domain/actor.ts';
import { readSecretariatHandover } from '../../../src/services/handover/read-secretariat.ts';
import { readChapter5 } from '../../../src/services/read-chapter5.ts';
import { prepareWorkspace } from '../../../src/services/settings/prepare-workspace.ts';
import { fillCityYear } from '../../support/city-year/city-year.ts';
import { AT } from '../../support/city-year/seen.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { fillHandedOver, SECRET } from '../../support/handed-over.ts';
import { linesUnder, rowsUnder, wordsOf } from '../../support/handover.ts';
import { createTestClock } from '../../support/practice.ts';
import type { ReadDocument } from '../../support/read-document.ts';
import { readFile } from '../../support/read-file.ts';

/** 引継資料(事務局) of an invented year, read back from Word and counted over the rows of the record by SQL of its own. */

const WORKSPACE = 'T0HANDOVER';
const clerk = trusted(WORKSPACE, 'cli:test', 'cli');
const clock = createTestClock(AT.toISOString());

/** Slack, as far as it is asked who of the secretariat has left. */
const NOBODY_LEFT = { hasLeft: async () => false, idsOf: async () => [] };

let database: TestDatabase;
let read: ReadDocument;

beforeAll(async () => {
  database = await createTestDatabase();
  const deps = { clock, db: database.db, people: NOBODY_LEFT, workspace: { secretariat: [] } };
  await prepareWorkspace(deps, WORKSPACE);
  await fillCityYear(database.db, WORKSPACE, 1);
  await fillHandedOver(database, WORKSPACE);
  const handover = await readSecretariatHandover(deps, clerk);
  if (!handover.ok) throw new Error(handover.error.kind);
  const years = await Promise.all(
    [2025, 2026].map(async (year) =>
      handoverYear(year, chapter5Of(await readChapter5(deps, WORKSPACE, year))),
    ),
  );
  const names = { secretariat: ['事務 局子'], logChannel: '#運用' };
  const document = secretariatDocument(handover.value, years, names);
  const bytes = await writeDocument(document, 'docx');
  read = await readFile(bytes, 'docx');
});
afterAll(() => database.drop());

/** One number that the database counts. */
const count = async (sql: string): Promise<number> =>
  Number((await database.ask(`select count(*)::int as n from ${sql}`))[0]?.n);
/** One text a row. */
const texts = async (sql: string): Promise<readonly string[]> =>
  (await database.ask(sql)).map(({ text }) => String(text)).toSorted();
const column = (rows: readonly (readonly string[])[], index: number): readonly string[] =>
  rows.map((row) => row[index] ?? '').toSorted();

test('what is due comes first: what is to be done on the first day, then what is due within 30 days', () => {
  expect(read.title).toBe('引継資料(事務局)');
  expect(read.parts.flatMap((part) => ('heading' in part && part.level === 1 ? [part.heading] : []))).toEqual(
    [
      '1 最初に見るもの',
      '2 進めているもの',
      '3 これからの12か月',
      '4 この1年に送ったもの',
      '5 決めてあること',
      '6 第5章の文章',
      '7 このボットの動かし方',
    ],
  );
});

test('every 照会 that is open or waits for 集計, with the sections of each department that have not answered', async () => {
  const rows = rowsUnder(read, '照会');
  expect(column(rows, 0)).toEqual(
    await texts(
      `select '令和8年度 第' || number || '号' || chr(10) || title as text from inquiry where state in ('open', 'closed')`,
    ),
  );
  expect(column(rows, 3)).toEqual(
    await texts(
      `select string_agg(d.name || ':' || sections, chr(10) order by d.position) as text
        from inquiry i cross join department d
        join lateral (
          select string_agg(s.name || '(差戻し)', '、' order by s.position) as sections from inquiry_target t
          join section s on s.id = t.section_id
          where t.inquiry_id = i.id and t.answer_id is null and s.department_id = d.id
        ) open on sections is not null
        where i.state in ('open', 'closed') group by i.id`,
    ),
  );
  expect(column(rowsUnder(read, '照会の下書き'), 0)).toEqual(
    await texts(`select title as text from inquiry where state = 'draft'`),
  );
});

test('every 書面開催 that is under way, in numbers, and every draft of one', async () => {
  expect(column(rowsUnder(read, '書面開催'), 2)).toEqual(
    await texts(
      `select case state when 'open' then '回答受付中' else '受付終了' end || chr(10) || '回答0/' ||
          (select count(*) from written_voter v where v.meeting_id = m.id) as text
        from written_meeting m where state in ('open', 'closed')`,
    ),
  );
  expect(rowsUnder(read, '書面開催の下書き')).toHaveLength(
    await count(`written_meeting where state = 'draft'`),
  );
});

test('every 評価・意見 that is not 公表済, and those that go on from the year before', async () => {
  expect(rowsUnder(read, '評価・意見').map(([no, , , standing]) => [no, standing])).toEqual([
    ['令和7年度 No 2\n第5章 職員の育成', '案あり'],
    ['令和7年度 No 3\n第5章 職員の育成', '登録'],
    ['令和6年度 No 1\n第5章 職員の育成', '登録\n前年度からの継続'],
  ]);
  expect(
    await count(
      `opinion o where cancelled_at is null and not exists (
        select 1 from opinion_year y where y.opinion_id = o.id and y.fiscal_year = 2025 and y.published_at is not null)`,
    ),
  ).toBe(3);
});

test('every issue that is not out, and every article that is in none', async () => {
  expect(rowsUnder(read, 'きょうどう通信')).toHaveLength(
    await count(`newsletter_issue where state in ('draft', 'scheduled', 'late')`),
  );
  expect(linesUnder(read, 'どの号にも入っていない記事').toSorted()).toEqual(
    await texts(
      'select title as text from article where withdrawn_at is null and id not in (select article_id from issue_article)',
    ),
  );
});

test('every 対応事項 that is not settled', async () => {
  expect(column(rowsUnder(read, '対応事項'), 0)).toEqual(
    await texts('select text from action_item where outcome is null'),
  );
});

test('every record and every term that waits for 確認, or of which nobody has said that it took place', async () => {
  const waiting = `cancelled_at is null and (confirmed_at is null or (held_confirmed_at is null and held_on <= '2026-11-24'))`;
  expect(rowsUnder(read, '確認が必要な会議・研修の記録')).toHaveLength(
    (await count(`meeting where ${waiting}`)) + (await count(`training_session where ${waiting}`)),
  );
  expect(rowsUnder(read, '未確認の選任')).toHaveLength(
    await count(
      `appointment where confirmed_at is null and cancelled_at is null and ends_on >= '2026-11-24'`,
    ),
  );
});

test('every section without 協働推進員, and everybody whose account was closed', async () => {
  expect(linesUnder(read, '未選任の課・室等')).toEqual(
    (
      await database.ask(
        `select d.name || ' ' || s.name as text from section s join department d on d.id = s.department_id
          where not exists (
            select 1 from appointment a where a.section_id = s.id and a.confirmed_at is not null and a.cancelled_at is null
              and '2026-11-24' between a.starts_on and a.ends_on
          ) order by d.position, s.position`,
      )
    ).map(({ text }) => text),
  );
  expect(linesUnder(read, '後任の登録が必要な協働推進員(Slackのアカウントが停止された方)')).toHaveLength(
    await count('person where deactivated_at is not null'),
  );
});

test('every message that could not be sent, by kind', async () => {
  const counted = rowsUnder(read, '送れなかったメッセージ').map(([, , each = '']) =>
    Number.parseInt(each, 10),
  );
  expect(counted.reduce((sum, each) => sum + each, 0)).toBe(await count(`delivery where state = 'dead'`));
});

test('what is left of chapter 5, of the year that is written and of the one under way', () => {
  const left = (year: string) => linesUnder(read, year);
  expect(left('令和7年度の第5章')).toContain('1 トピックス:文章がありません。');
  expect(left('令和7年度の第5章')).not.toContain('前文:文章がありません。');
  expect(linesUnder(read, '前文')).toEqual(['前文の言葉です。']);
  expect(left('令和8年度の第5章')).toContain(
    '部会1 令和8年11月25日:予定の記録です。開催日を過ぎるまで掲載しません。',
  );
});

test('every date to come stands in its month, once; the like of last year only where there is none', async () => {
  const rows = ['11月', '12月'].map((month) => `令和8年${month}`);
  const months = [...rows, ...Array.from({ length: 10 }, (_, index) => `令和9年${index + 1}月`)];
  const all = months.flatMap((month) => rowsUnder(read, month));
  const planned = `cancelled_at is null and held_on > '2026-11-24'`;
  expect(all.filter(([, , , standing]) => standing === '予定')).toHaveLength(
    (await count(`meeting where ${planned}`)) + (await count(`training_session where ${planned}`)),
  );
  const likes = all.filter(([, what, , standing]) => standing === '前年度の例' && !what?.startsWith('照会'));
  expect(likes).toHaveLength(
    (await count(`meeting where cancelled_at is null and held_on between '2026-04-01' and '2026-10-31'`)) +
      (await count(
        `training_session where cancelled_at is null and held_on between '2026-04-01' and '2026-10-31'`,
      )),
  );
});

test('what was sent in a year is counted by kind and month, without whom it went to', async () => {
  const rows = rowsUnder(read, '送ったメッセージ');
  const sum = (word: string): number =>
    rows
      .filter(([, kind]) => kind === word)
      .reduce((all, [, , , each = '']) => all + Number.parseInt(each, 10), 0);
  const since = `sending_at >= '2025-11-24 00:00+09'`;
  expect([sum('回答・確認のお願い'), sum('照会のお願い'), sum('運用ログへの報告')]).toEqual([
    await count(`delivery where state = 'sent' and kind = 'morning' and ${since}`),
    await count(`delivery where state = 'sent' and kind = 'inquiry-asked' and ${since}`),
    0,
  ]);
  expect(rowsUnder(read, '送った照会')).toHaveLength(
    await count(`inquiry where asked_on between '2025-11-24' and '2026-11-24'`),
  );
});

test('nothing of 不在, of personal matters, of tokens, and no opinion is told', () => {
  const unsaid = ['不在', '令和9年1月16日', '令和9年1月17日', SECRET, 'xoxb-', 'xapp-'];
  expect(unsaid.filter((words) => wordsOf(read).includes(words))).toEqual([]);
});
