import pg from 'pg';
import { createDatabase } from '../src/db/database.ts';
import { chapter5Document } from '../src/documents/chapter5/document.ts';
import { chapter5Of } from '../src/documents/chapter5/model.ts';
import { writeDocument } from '../src/documents/writing/write.ts';
import { readFileFormat } from '../src/domain/file-format.ts';
import { readChapter5 } from '../src/services/read-chapter5.ts';

/**
 * Writes chapter 5 of a year in a process of its own and prints how long that took, how long its statements take alone, in milliseconds, and the
 * most memory the process had, in megabytes: `write-report.ts CONNECTION WORKSPACE YEAR FORMAT`.
 */

const ROUNDS = 3;

const [, , given = '{}', workspaceId = '', year = '', typed = ''] = process.argv;
const connection = JSON.parse(given);
const format = readFileFormat(typed);
if (format === undefined) throw new Error(`no format: ${typed}`);
const now = new Date('2024-06-03T09:00:00+09:00');
const db = createDatabase(connection, () => undefined);

const timed = async <T>(work: () => Promise<T>): Promise<{ readonly ms: number; readonly value: T }> => {
  const begun = performance.now();
  const value = await work();
  return { ms: performance.now() - begun, value };
};

const write = async () => {
  const facts = await timed(() => readChapter5({ clock: { now: () => now }, db }, workspaceId, Number(year)));
  const written = await timed(() => writeDocument(chapter5Document(chapter5Of(facts.value)), format));
  return { readMs: facts.ms, writeMs: written.ms, bytes: written.value.length };
};

const best = (all: readonly number[]): number => Math.min(...all);

/** The statements of one report, with their values, as they go to PostgreSQL. */
const statements: { readonly text: string; readonly values: unknown[] }[] = [];
const { query } = pg.Client.prototype;
Reflect.set(pg.Client.prototype, 'query', function (this: pg.Client, ...asked: readonly unknown[]): unknown {
  const [one] = asked;
  if (typeof one === 'object' && one !== null && 'text' in one && 'values' in one)
    statements.push({ text: String(one.text), values: Array.isArray(one.values) ? one.values : [] });
  return Reflect.apply(query, this, asked);
});
const first = await write();
Reflect.set(pg.Client.prototype, 'query', query);
const megabytes = process.resourceUsage().maxRSS / 1024;

const client = new pg.Client(connection);
await client.connect();
await client.query("set time zone 'UTC'");
const askAlone = async (): Promise<void> => {
  for (const { text, values } of statements) await client.query({ text, values, rowMode: 'array' });
};
const rounds: { readonly sqlMs: number; readonly readMs: number; readonly writeMs: number }[] = [];
for (let round = 0; round < ROUNDS; round += 1) {
  const { ms: sqlMs } = await timed(askAlone);
  const { readMs, writeMs } = await write();
  rounds.push({ sqlMs, readMs, writeMs });
}
await client.end();
await db.close();
process.stdout.write(
  `${JSON.stringify({
    format,
    statements: statements.length,
    bytes: first.bytes,
    megabytes,
    firstMs: first.readMs + first.writeMs,
    sqlMs: best(rounds.map(({ sqlMs }) => sqlMs)),
    readMs: best(rounds.map(({ readMs }) => readMs)),
    writeMs: best(rounds.map(({ writeMs }) => writeMs)),
    wholeMs: best(rounds.map(({ readMs, writeMs }) => readMs + writeMs)),
  })}\n`,
);
