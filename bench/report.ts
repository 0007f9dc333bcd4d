import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { bundled } from '../src/cli/bundle.mjs';
import { openEmbedded } from '../src/db/embedded/embedded.ts';
import { createLog, openRecord, systemClock } from '../src/deps.ts';
import { FILE_FORMATS } from '../src/domain/file-format.ts';
import { prepareWorkspace } from '../src/services/settings/prepare-workspace.ts';
import { printResults, type Result } from './results.ts';

/**
 * What chapter 5 of a year with 10,000 meetings and 2,000 trainings costs in each format, beside the time that its statements alone take in the same
 * run, and in how much memory. Ends with 1 when a bound is missed; `npm run bench:report -- --json` prints the figures too.
 */

const YEAR = 2023;
/** What writing may keep in memory beside the program itself; left alone, Node lets garbage pile up where there is room. */
const HEAP_MEGABYTES = 180;
const FEW = 'T0FEW';
const MANY = 'T0MANY';

/** A year of so many meetings with two 案件 each, and so many trainings, every fourth with the attendances of twenty people. */
const fill = async (
  client: pg.Client,
  workspace: string,
  meetings: number,
  sessions: number,
): Promise<void> => {
  const write = (sql: string, ...values: readonly unknown[]) => client.query(sql, [workspace, ...values]);
  await write(
    `insert into meeting (workspace_id, id, body_id, fiscal_year, way, precision, held_on, note, place, attendees, attendees_without_slack,
       recorded_by, recorded_at, confirmed_at, held_confirmed_at)
     select $1, gen_random_uuid(), (array(select body_id from body_year where workspace_id = $1 and kind = 'meeting' order by position))[1 + number % 5],
       ${YEAR}, 'written', 'until', date '2023-04-01' + number % 366, '開催案内送付', '市役所', '{}', '{}', 'U0JIMU', now(),
       now() + (number % 2) * interval '1 minute', now()
     from generate_series(1, $2::int) number`,
    meetings,
  );
  await write(
    `insert into agenda_item (workspace_id, meeting_id, position, text, kind)
     select $1, id, position, '市民公益活動推進委員会の評価・意見に対する市の調査・検討について', 'deliberation'
     from meeting cross join generate_series(1, 2) position where workspace_id = $1`,
  );
  await write(
    `insert into audit_line (workspace_id, at, actor, via, action, subject, names)
     select $1, confirmed_at, 'U0KAKU', 'slack', 'confirm-meeting', 'meeting:' || id, '{}' from meeting where workspace_id = $1`,
  );
  await write(
    `insert into person (workspace_id, id, email, name, created_at)
     select $1, gen_random_uuid(), 'kaku-' || number || '@city.example', '架空 ' || number, now() from generate_series(1, 112) number`,
  );
  await write(
    `insert into department (workspace_id, id, name, position) values ($1, gen_random_uuid(), '部局', 10)`,
  );
  await write(
    `insert into section (workspace_id, id, department_id, name, position) select $1, gen_random_uuid(), id, '課', 10 from department where workspace_id = $1`,
  );
  await write(
    `insert into appointment (workspace_id, id, person_id, section_id, role, fiscal_year, starts_on, ends_on, recorded_by, recorded_at, confirmed_at)
     select $1, gen_random_uuid(), person.id, section.id, 'promoter', ${YEAR}, date '2023-04-01', date '2024-03-31', 'U0JIMU', now(), now()
     from person join section using (workspace_id) where workspace_id = $1`,
  );
  await write(
    `insert into training_session (workspace_id, id, programme_id, fiscal_year, way, precision, held_on, place, audience, head_count,
       content, recorded_by, recorded_at, confirmed_at, held_confirmed_at)
     select $1, gen_random_uuid(), (array(select programme_id from programme_year where workspace_id = $1 order by position))[1 + number % 3],
       ${YEAR}, 'onsite', 'day', date '2023-04-01' + number % 366, '市役所', 'open', case when number % 4 = 0 then null else number % 100 end,
       '協働とは何か', 'U0JIMU', now(), now(), now()
     from generate_series(1, $2::int) number`,
    sessions,
  );
  await write(
    `with attending as (
       select session.id as session_id, person.id as person_id
       from training_session session cross join lateral (select id from person where workspace_id = $1 order by id limit 20) person
       where session.workspace_id = $1 and head_count is null
     ), kept as (
       insert into attendance (workspace_id, session_id, person_id, state, updated_at)
       select $1, session_id, person_id, 'present', now() from attending
     )
     insert into attendance_event (workspace_id, session_id, person_id, state, at, by, source)
     select $1, session_id, person_id, 'present', now(), 'U0JIMU', 'organiser' from attending`,
  );
};

const directory = mkdtempSync(path.join(tmpdir(), 'kyodo-bench-'));
const { db, close } = await openRecord({ databaseUrl: undefined, dataDir: directory }, createLog('silent'));
const embedded = await openEmbedded(directory);
const client = new pg.Client(embedded.connection);
await client.connect();
await client.query("set time zone 'UTC'");
for (const [workspace, meetings, sessions] of [
  [FEW, 20, 8],
  [MANY, 10_000, 2000],
] as const) {
  await prepareWorkspace({ clock: systemClock, db }, workspace);
  await fill(client, workspace, meetings, sessions);
}
await client.query('analyze');

type Figures = {
  readonly format: string;
  readonly statements: number;
  readonly bytes: number;
  readonly megabytes: number;
  readonly sqlMs: number;
  readonly readMs: number;
  readonly writeMs: number;
  readonly wholeMs: number;
};

const child = await bundled('bench/write-report.ts');
const measured = (workspace: string, format: string): Figures =>
  JSON.parse(
    execFileSync(
      process.execPath,
      [
        `--max-old-space-size=${HEAP_MEGABYTES}`,
        child,
        JSON.stringify(embedded.connection),
        workspace,
        String(YEAR),
        format,
      ],
      { encoding: 'utf8' },
    ),
  );

const few = measured(FEW, 'md');
const figures = FILE_FORMATS.map((format) => measured(MANY, format));
const rounded = (value: number): number => Math.round(value * 100) / 100;
const results: readonly Result[] = figures.flatMap((one) => [
  {
    what: `${one.format}: times the time of its statements alone (${Math.round(one.wholeMs)} ms, ${Math.round(one.sqlMs)} ms)`,
    is: rounded(one.wholeMs / one.sqlMs),
    bound: [0, 3],
  },
  { what: `${one.format}: memory at most, MB`, is: Math.round(one.megabytes), bound: [0, 300] },
  {
    what: `${one.format}: statements more than for a year of 20 meetings`,
    is: one.statements - few.statements,
    bound: [0, 0],
  },
]);
const isKept = printResults(results, figures);

await client.end();
await embedded.release();
await close();
rmSync(directory, { recursive: true, force: true });
process.exit(isKept ? 0 : 1);
