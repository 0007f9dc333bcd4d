import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { openEmbedded } from '../src/db/embedded/embedded.ts';
import { createLog, openRecord, systemClock } from '../src/deps.ts';
import { readPromoterFile } from '../src/documents/csv/promoter.ts';
import { trusted } from '../src/domain/actor.ts';
import { importPromoters } from '../src/services/roster/import-promoters.ts';
import { prepareWorkspace } from '../src/services/settings/prepare-workspace.ts';

/**
 * What importing a roster of 5,000 lines costs, from the bytes of the file to the commit, beside the same rows written by
 * plain SQL, a statement a row in one transaction. Rounds take turns, each in workspaces of its own.
 */

const LINES = 5000;
const SECTIONS = 2500;
const ROUNDS = 3;
const HEADERS = '氏名,メール,部局,課,役割,任期開始日,任期終了日';

const fileOf = (until: string): Uint8Array =>
  Buffer.from(
    [
      HEADERS,
      ...Array.from({ length: LINES }, (_, index) => {
        const section = index % SECTIONS;
        return `架空 ${index},kaku-${index}@city.example,部局${section % 50},課${section},推進員,令和8年4月1日,${until}`;
      }),
    ].join('\r\n'),
  );

/** The rows that an import leaves, by hand. */
const writePlainly = async (client: pg.Client, workspace: string): Promise<void> => {
  const departments = Array.from({ length: 50 }, () => randomUUID());
  const sections = Array.from({ length: SECTIONS }, () => randomUUID());
  const write = (sql: string, ...values: readonly unknown[]) => client.query(sql, [workspace, ...values]);
  const audit = (subject: string) =>
    write(
      `insert into audit_line (workspace_id, at, actor, via, action, subject, after)
       values ($1, now(), 'bench', 'cli', 'bench', $2, '{"name": "架空", "startsOn": "2026-04-01"}')`,
      subject,
    );
  await client.query('begin');
  await write('insert into workspace (id, created_at) values ($1, now())');
  for (const [index, id] of departments.entries()) {
    await write(
      'insert into department (workspace_id, id, name, position) values ($1, $2, $3, $4)',
      id,
      `部局${index}`,
      index,
    );
    await audit(`department:${id}`);
  }
  for (const [index, id] of sections.entries()) {
    await write(
      'insert into section (workspace_id, id, department_id, name, position) values ($1, $2, $3, $4, $5)',
      id,
      departments[index % 50],
      `課${index}`,
      index,
    );
    await audit(`section:${id}`);
  }
  for (let index = 0; index < LINES; index += 1) {
    const [person, appointment] = [randomUUID(), randomUUID()];
    await write(
      'insert into person (workspace_id, id, email, name, created_at) values ($1, $2, $3, $4, now())',
      person,
      `kaku-${index}@city.example`,
      `架空 ${index}`,
    );
    await write(
      `insert into appointment (workspace_id, id, person_id, section_id, role, fiscal_year, starts_on, ends_on,
         recorded_by, recorded_at, confirmed_at)
       values ($1, $2, $3, $4, 'promoter', 2026, date '2026-04-01', date '2027-03-31', 'bench', now(), now())`,
      appointment,
      person,
      sections[index % SECTIONS],
    );
    await audit(`appointment:${appointment}`);
  }
  await client.query('commit');
};

/** Seconds that it took, by the clock on the wall. */
const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
};

const directory = mkdtempSync(path.join(tmpdir(), 'kyodo-bench-'));
const { db, close } = await openRecord({ databaseUrl: undefined, dataDir: directory }, createLog('silent'));
const embedded = await openEmbedded(directory);
const client = new pg.Client(embedded.connection);
await client.connect();

const importInto = async (workspace: string, bytes: Uint8Array): Promise<void> => {
  const read = readPromoterFile(bytes);
  if (!read.ok) throw new Error(read.error.kind);
  const actor = trusted(workspace, 'cli:bench', 'cli');
  const imported = await importPromoters({ clock: systemClock, db }, read.value.rows, false, actor);
  if (!imported.ok) throw new Error(JSON.stringify(imported.error).slice(0, 500));
};

const best = {
  import: Number.POSITIVE_INFINITY,
  again: Number.POSITIVE_INFINITY,
  change: Number.POSITIVE_INFINITY,
  plain: Number.POSITIVE_INFINITY,
};
for (let round = 0; round < ROUNDS; round += 1) {
  const workspace = `T0BENCH${round}`;
  await prepareWorkspace({ clock: systemClock, db }, workspace);
  const keep = async (name: keyof typeof best, work: () => Promise<unknown>): Promise<void> => {
    best[name] = Math.min(best[name], await timed(work));
  };
  await keep('import', () => importInto(workspace, fileOf('')));
  await keep('again', () => importInto(workspace, fileOf('')));
  await keep('change', () => importInto(workspace, fileOf('令和9年2月28日')));
  await keep('plain', () => writePlainly(client, `T0PLAIN${round}`));
}
const line = (name: string, seconds: number): string =>
  `${name.padEnd(44)} ${seconds.toFixed(2).padStart(6)} s\n`;
process.stdout.write(
  [
    line(`import ${LINES} new lines`, best.import),
    line('the same file again, which changes nothing', best.again),
    line(`import ${LINES} lines with other dates`, best.change),
    line('write the rows of the first only (SQL)', best.plain),
    `the best of ${ROUNDS} rounds each; the import takes ${(best.import / best.plain).toFixed(2)} times the rows alone\n`,
  ].join(''),
);

await client.end();
await embedded.release();
await close();
rmSync(directory, { recursive: true, force: true });
process.exit(0);
