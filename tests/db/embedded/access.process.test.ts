import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { ask, createEmbeddedPlaces, isRoot, NOBODY } from '../../support/embedded-places.ts';

const { root, place, open, prepare, release, remove } = createEmbeddedPlaces();
beforeAll(prepare);
afterEach(release);
afterAll(remove);

/** What somebody else's process gets who tries to read the record: by its socket, and by its files. */
const INTRUDER = `
import { readdirSync } from 'node:fs';
import pg from 'pg';
const [host] = process.argv.slice(1);
const client = new pg.Client({ host, port: 5432, user: 'kyodo', database: 'kyodo' });
client.on('error', () => {});
const asked = await client.connect().then(() => 'let in', (error) => error.code ?? error.message);
let read;
try {
  read = readdirSync(host).length;
} catch (error) {
  read = error.code;
}
console.log(JSON.stringify({ asked, read }));
process.exit(0);
`;

const triedBy = (uid: number, host: string): unknown => {
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', INTRUDER, '--', host], {
    uid,
    gid: uid,
    encoding: 'utf8',
  });
  return JSON.parse(run.stdout);
};

describe.runIf(isRoot)('a server that root has started', () => {
  // Whoever finds the program's number finds its directory, whatever lies above it.
  test.each([
    ['nobody', NOBODY],
    ['another user', 1234],
  ])('lets no process of %s in, and shows it no file', async (_, uid) => {
    const directory = place('database');
    const server = await open(directory);
    chmodSync(root, 0o755);
    chmodSync(directory, 0o755);
    for (const host of [path.join(directory, 'postgres'), `/proc/${server.pid}/cwd`])
      expect(triedBy(uid, host)).toEqual({ asked: 'EACCES', read: 'EACCES' });
    expect(await ask(server, 'select 1')).toEqual([[1]]);
  });

  test('refuses a process of another user even where it reaches the socket', async () => {
    const directory = place('database');
    const server = await open(directory, { unix_socket_permissions: '0777' });
    chmodSync(root, 0o755);
    chmodSync(directory, 0o755);
    chmodSync(path.join(directory, 'postgres'), 0o755);
    // 28000: invalid authorization specification.
    for (const uid of [NOBODY, 1234])
      expect(triedBy(uid, path.join(directory, 'postgres'))).toMatchObject({ asked: '28000' });
    expect(await ask(server, 'select 1')).toEqual([[1]]);
  });

  test.each([
    ['nobody, as earlier versions did', `${NOBODY}:${NOBODY}`],
    ['root, as after a restored backup', '0:0'],
  ])('takes over what was left with %s, and touches nothing that a link leads to', async (_, owner) => {
    const directory = place('database');
    const data = path.join(directory, 'postgres');
    const elsewhere = path.join(directory, 'elsewhere');
    writeFileSync(elsewhere, 'メモ');
    symlinkSync(elsewhere, path.join(data, 'link'));
    spawnSync('chown', ['-R', '-h', owner, data]);
    const server = await open(directory);
    const { uid } = statSync(`/proc/${server.pid}`);
    expect([0, NOBODY]).not.toContain(uid);
    expect(spawnSync('id', ['-nu', String(uid)]).status).not.toBe(0);
    expect(spawnSync('find', [data, '!', '-uid', String(uid)], { encoding: 'utf8' }).stdout).toBe('');
    expect(statSync(elsewhere).uid).toBe(0);
    expect(await ask(server, 'select 1')).toEqual([[1]]);
  });

  test('runs as the owner of DATA_DIR where that is somebody', async () => {
    const directory = place('nothing');
    mkdirSync(directory);
    spawnSync('chown', ['2345:2345', directory]);
    expect(statSync(`/proc/${(await open(directory)).pid}`).uid).toBe(2345);
  });

  test('writes its rules beside a link that its owner has laid, not through it', async () => {
    const directory = place('database');
    const data = path.join(directory, 'postgres');
    const victim = path.join(directory, 'victim');
    writeFileSync(victim, 'メモ');
    spawnSync('chown', ['-R', '3456:3456', data]);
    spawnSync('ln', ['-sf', victim, path.join(data, 'pg_hba.conf')]);
    const server = await open(directory);
    expect(readFileSync(victim, 'utf8')).toBe('メモ');
    expect(await ask(server, 'select 1')).toEqual([[1]]);
  });
});

test('only root and the user of the server are let in, by what the system says of them', async () => {
  const directory = place('database');
  await open(directory);
  const read = (name: string): string => readFileSync(path.join(directory, 'postgres', name), 'utf8');
  expect(read('pg_hba.conf')).toBe('local all kyodo peer map=kyodo\n');
  const names = new Set(['root', os.userInfo().username]);
  expect(read('pg_ident.conf')).toBe([...names].map((name) => `kyodo "${name}" kyodo\n`).join(''));
});
