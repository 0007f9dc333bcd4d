import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { createDatabase } from '../src/db/database.ts';
import { openEmbedded } from '../src/db/embedded/embedded.ts';
import { createLog, openRecord, systemClock } from '../src/deps.ts';
import { type Actor, plainStaff, trusted } from '../src/domain/actor.ts';
import { fold } from '../src/domain/search/fold.ts';
import { search } from '../src/services/search.ts';
import { prepareWorkspace } from '../src/services/settings/prepare-workspace.ts';
import { searchMessage } from '../src/views/search/results.ts';
import { quantile } from './quantile.ts';
import { printResults, type Result } from './results.ts';

/**
 * How long the first page of a search takes in a record of 100,000 rows of all kinds, from the words to the message, beside one plain SQL
 * query for the same rows by the driver alone, in turns in the same run. Ends with 1 when a bound is missed; `npm run bench:search -- --json`
 * prints the figures too.
 */

const WORKSPACE = 'T0SEARCH';
const ROUNDS = 25;
const MOST_MS = 300;
const MOST_TIMES = 2;

/** 20,000 meetings with two 案件 each, 10,000 trainings, articles and inquiries each, 5,000 opinions with what was considered of them. */
const FILL: readonly string[] = [
  `insert into department (workspace_id, id, name, position) values ($1, gen_random_uuid(), '福祉部', 10)`,
  `insert into section (workspace_id, id, department_id, name, position)
   select $1, gen_random_uuid(), id, '福祉課', 10 from department where workspace_id = $1`,
  `insert into meeting (workspace_id, id, body_id, fiscal_year, way, precision, held_on, place, decisions, attendees,
     attendees_without_slack, recorded_by, recorded_at, confirmed_at, held_confirmed_at)
   select $1, gen_random_uuid(), (array(select body_id from body_year where workspace_id = $1 order by position))[1 + number % 5],
     2016 + number % 10, 'onsite', 'day', make_date(2016 + number % 10, 4 + number % 9, 1 + number % 28), '市役所第' || number % 20 || '会議室',
     '原案のとおり承認した。次回は' || number % 12 + 1 || '月に開催する。', '{}', '{}', 'U0JIMU', now(), now(), now()
   from generate_series(1, 20000) number`,
  `insert into agenda_item (workspace_id, meeting_id, position, text)
   select $1, id, position, case when row_number() over () % 4000 = 0 then '蛍池の水辺の保全について'
     else '市民公益活動推進委員会の評価・意見に対する市の調査・検討について' end
   from meeting cross join generate_series(1, 2) position where workspace_id = $1`,
  `insert into training_session (workspace_id, id, other_name, fiscal_year, way, precision, held_on, place, content, recorded_by,
     recorded_at, confirmed_at, held_confirmed_at)
   select $1, gen_random_uuid(), '職員研修' || number, 2016 + number % 10, 'onsite', 'day',
     make_date(2016 + number % 10, 4 + number % 9, 1 + number % 28), '市役所',
     case when number % 1000 = 0 then '蛍池の水辺の事例' else '協働とは何か。ＮＰＯとの対話の進め方。' end, 'U0JIMU', now(), now(), now()
   from generate_series(1, 10000) number`,
  `insert into article (workspace_id, id, title, body, category, written_by, written_at)
   select $1, gen_random_uuid(), '協働の現場から' || number,
     repeat('校区の皆さんと花壇を作りました。', 20) || case when number % 1000 = 0 then '蛍池の水辺' else '' end, 'example', 'U0KAKU',
     timestamptz '2016-04-01' + number * interval '8 hours'
   from generate_series(1, 10000) number`,
  `insert into newsletter_issue (workspace_id, id, fiscal_year, number, parts, state, created_by, created_at, published_at)
   select $1, gen_random_uuid(), 2016 + number / 12, 1 + number % 12, '{}', 'published', 'U0JIMU', now(), now()
   from generate_series(0, 119) number`,
  `insert into issue_article (workspace_id, issue_id, article_id, position)
   select $1, (array(select id from newsletter_issue where workspace_id = $1))[1 + n % 120], id, n
   from (select id, row_number() over ()::int as n from article where workspace_id = $1) a`,
  `insert into inquiry (workspace_id, id, fiscal_year, number, title, content, duty, due_on, audience, department_ids, chosen,
     answer_form, state, created_by, created_at, asked_on)
   select $1, gen_random_uuid(), 2016 + number % 10, number, '協働事業についての調査' || number,
     case when number % 1000 = 0 then '蛍池の水辺について' else '該当の有無をお知らせください。' end, 'other', date '2026-10-01', 'promoters',
     '{}', '{}', 'applicability', 'closed', 'U0JIMU', timestamptz '2016-04-01' + number * interval '8 hours', date '2026-09-01'
   from generate_series(1, 10000) number`,
  `insert into inquiry_target (workspace_id, inquiry_id, section_id, role)
   select $1, i.id, s.id, 'promoter' from inquiry i join section s using (workspace_id) where workspace_id = $1`,
  `insert into opinion (workspace_id, id, fiscal_year, number, item, kind, words, recorded_by, recorded_at)
   select $1, gen_random_uuid(), 2016 + number % 10, number::text, '第5章 職員の育成', 'opinion',
     case when number % 1000 = 0 then '蛍池の水辺を守ること' else '研修の回数を増やし、協働の考え方を広めること。' end, 'U0JIMU',
     timestamptz '2016-04-01' + number * interval '16 hours'
   from generate_series(1, 5000) number`,
  `insert into opinion_year (workspace_id, opinion_id, fiscal_year, consideration, response, saved_at, saved_by, published_at, published_by)
   select $1, id, fiscal_year, '研修の機会を年度の前半に設けることを検討します。', 'will_do', now(), 'U0JIMU', now(), 'U0JIMU'
   from opinion where workspace_id = $1`,
];

/** The rows in which every word is, and no more of the rules than what decides which rows they are. */
const bareQuery = (words: number, section: boolean): string => {
  const every = (holds: (word: string) => string): string =>
    Array.from({ length: words }, (_, index) => `(${holds(`$${index + 2}`)})`).join(' and ');
  const page = (columns: string, from: string, where: string, order: string): string =>
    `(select ${columns} from ${from} where x.workspace_id = $1 and ${where} order by ${order} desc, x.id limit 11)`;
  const asked = section
    ? `x.id in (select t.inquiry_id from inquiry_target t where t.workspace_id = $1 and t.section_id = $${words + 2}::uuid)`
    : 'true';
  return [
    page(
      `x.id, array(select g.text from agenda_item g where g.workspace_id = $1 and g.meeting_id = x.id) as texts`,
      'meeting x',
      every(
        (word) =>
          `strpos(x.searched, ${word}) > 0 or ${section ? '' : `strpos(x.searched_contents, ${word}) > 0 or`} x.id in (
             select g.meeting_id from agenda_item g where g.workspace_id = $1 and strpos(g.searched, ${word}) > 0)`,
      ),
      'x.held_on',
    ),
    page(
      'x.id, array[x.content]',
      'training_session x',
      every((word) => `strpos(x.searched, ${word}) > 0`),
      'x.held_on',
    ),
    page(
      'x.id, array[x.body]',
      'article x',
      `${every((word) => `strpos(x.searched, ${word}) > 0`)} and x.id in (select a.article_id from issue_article a
         join newsletter_issue n on n.workspace_id = a.workspace_id and n.id = a.issue_id where a.workspace_id = $1 and n.state = 'published')`,
      'x.written_at',
    ),
    page(
      'x.id, array[x.content]',
      'inquiry x',
      `${every((word) => `strpos(x.searched, ${word}) > 0`)} and ${asked}`,
      'x.created_at',
    ),
    page(
      'x.id, array[x.words]',
      'opinion x',
      every(
        (word) => `strpos(x.searched, ${word}) > 0 or x.id in (
          select y.opinion_id from opinion_year y where y.workspace_id = $1 and strpos(y.searched, ${word}) > 0)`,
      ),
      'x.recorded_at',
    ),
  ].join(' union all ');
};

const directory = mkdtempSync(path.join(tmpdir(), 'kyodo-bench-'));
const { db: prepared, close } = await openRecord(
  { databaseUrl: undefined, dataDir: directory },
  createLog('silent'),
);
const embedded = await openEmbedded(directory);
const client = new pg.Client(embedded.connection);
await client.connect();
await prepareWorkspace({ clock: systemClock, db: prepared }, WORKSPACE);
for (const sql of FILL) await client.query(sql, [WORKSPACE]);
await client.query('vacuum analyze');
const { rows: sections } = await client.query('select id, department_id from section');
const db = createDatabase(embedded.connection, () => undefined);

const [sectionId, departmentId] = [String(sections[0]?.id), String(sections[0]?.department_id)];
const PEOPLE: Readonly<Record<string, Actor>> = {
  secretariat: trusted(WORKSPACE, 'cli:bench', 'cli'),
  promoter: { ...plainStaff(WORKSPACE, 'U0KAKU'), posts: [{ role: 'promoter', sectionId, departmentId }] },
};
const LOOKED_FOR: Readonly<Record<string, readonly string[]>> = {
  'a word in few rows': ['蛍池'],
  'a word in most rows': ['協働'],
  'two words': ['水辺', 'ホタルガイケ'],
  'a word that is nowhere': ['天王寺'],
};

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
};

const figures: { what: string; ms: number; late: number; bareMs: number; times: number }[] = [];
const rounded = (value: number): number => Math.round(value * 100) / 100;
for (const [who, actor] of Object.entries(PEOPLE))
  for (const [what, words] of Object.entries(LOOKED_FOR)) {
    const sql = bareQuery(words.length, who === 'promoter');
    const values = [WORKSPACE, ...words.map(fold), ...(who === 'promoter' ? [sectionId] : [])];
    const ours: number[] = [];
    const bare: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      bare.push(await timed(() => client.query({ text: sql, values })));
      const look = async () =>
        searchMessage(await search({ clock: systemClock, db }, { words, year: null }, undefined, actor));
      ours.push(await timed(look));
    }
    const [ms, bareMs] = [quantile(ours, 0.5), quantile(bare, 0.5)];
    figures.push({
      what: `${what}, ${who}`,
      ms: rounded(ms),
      late: rounded(quantile(ours, 0.95)),
      bareMs: rounded(bareMs),
      times: rounded(ms / bareMs),
    });
  }

const results: readonly Result[] = figures.flatMap(({ what, late, ms, bareMs, times }) => [
  { what: `${what}: the first page, ms (95 of 100 within ${late})`, is: ms, bound: [0, MOST_MS] },
  { what: `${what}: times a bare query (${ms} ms, ${bareMs} ms)`, is: times, bound: [0, MOST_TIMES] },
]);
const isKept = printResults(results, figures);

await db.close();
await client.end();
await embedded.release();
await close();
rmSync(directory, { recursive: true, force: true });
process.exit(isKept ? 0 : 1);
