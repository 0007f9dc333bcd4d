import { spawn, spawnSync } from 'node:child_process';
import { chownSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { ask, createEmbeddedPlaces, isAlive, isRoot, NOBODY } from '../../support/embedded-places.ts';
import { startEmbeddedProcess } from '../../support/embedded-process.ts';

const { place, open, prepare, release, remove } = createEmbeddedPlaces();
beforeAll(prepare);
afterEach(release);
afterAll(remove);

describe('the lock file of a server that is no more', () => {
  /** A place whose last server ended without tidying up, and whose process number is now `pid`. */
  const abandoned = async (pid: number): Promise<string> => {
    const directory = place('database');
    const server = await open(directory);
    const names = ['postmaster.pid', '.s.PGSQL.5432.lock'].map((name) =>
      path.join(directory, 'postgres', name),
    );
    const written = names.map((name) => readFileSync(name, 'utf8').replace(/^\d+/, String(pid)));
    const { uid, gid } = statSync(path.join(directory, 'postgres'));
    await server.release();
    names.forEach((name, index) => {
      writeFileSync(name, written[index] ?? '', { mode: 0o600 });
      chownSync(name, uid, gid);
    });
    return directory;
  };

  const another = async (): Promise<number> => (await open(place('database'))).pid;

  const strangers: Readonly<Record<string, () => Promise<number>>> = {
    'a process that has ended': async () => spawnSync('true').pid,
    'another program of the same user': async () => {
      const sleeper = spawn('sleep', ['60'], isRoot ? { uid: NOBODY, gid: NOBODY } : {});
      onTestFinished(() => {
        sleeper.kill();
      });
      return sleeper.pid ?? 0;
    },
    'the server of another directory': another,
    'this very process': async () => process.pid,
  };

  test.each(Object.entries(strangers))('is set aside when its number is that of %s', async (_, stranger) => {
    const pid = await stranger();
    const wasAlive = isAlive(pid);
    const directory = await abandoned(pid);
    const server = await open(directory);
    expect([server.how, server.pid === pid]).toEqual(['started', false]);
    expect(await ask(server, 'select 1')).toEqual([[1]]);
    expect(isAlive(pid)).toBe(wasAlive);
    expect(readdirSync(path.join(directory, 'postgres')).filter((name) => name.includes('pid.'))).toEqual([]);
  });

  test('leads to one server when three processes start over it', async () => {
    const directory = await abandoned(await another());
    const processes = [1, 2, 3].map(() => startEmbeddedProcess(directory));
    const opened = await Promise.all(processes.map((process) => process.opened));
    expect(new Set(opened.map(({ pid }) => pid)).size).toBe(1);
    await Promise.all(processes.map((process) => process.release()));
  }, 60_000);
});
