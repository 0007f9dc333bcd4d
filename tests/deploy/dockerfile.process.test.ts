import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { DockerfileParser } from 'dockerfile-ast';
import { afterAll, expect, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import { isRoot } from '../support/embedded-places.ts';
import { SECRETARY } from '../support/practice.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string): string => readFileSync(path.join(ROOT, 'deploy', file), 'utf8');

const instructions = DockerfileParser.parse(read('Dockerfile'))
  .getInstructions()
  .map((one) => [one.getInstruction(), one.getRawArgumentsContent() ?? ''] as const);
const all = (word: string): readonly string[] =>
  instructions.filter(([name]) => name === word).map(([, rest]) => rest);
const list = (word: string): readonly string[] => JSON.parse(all(word)[0] ?? '[]');

const scratch = mkdtempSync(path.join(tmpdir(), 'kyodo-image-'));
chmodSync(scratch, 0o755);
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const app = path.join(scratch, 'app');
const data = path.join(scratch, 'data');

/** What stands in for a machine of its own: Node's folder, and a home that nobody has. */
const machine = { PATH: `${path.dirname(process.execPath)}:/usr/bin:/bin`, HOME: scratch };

/** Copies what the build may read, no more. */
const copyContext = (): void => {
  const lines = read('Dockerfile.dockerignore').split('\n');
  const without = lines.filter((line) => /^\w/u.test(line)).map((line) => path.join(ROOT, line));
  for (const name of lines.filter((line) => line.startsWith('!')).map((line) => line.slice(1)))
    cpSync(path.join(ROOT, name), path.join(app, name), {
      recursive: true,
      filter: (file) => !without.includes(file),
    });
};

test('the steps of the Dockerfile, in a clean folder, make a bot that runs as 1000 and writes only to /data', async () => {
  copyContext();
  const [build = '', makeData = ''] = all('RUN');
  // What was fetched for the checkout is not fetched again.
  const npm = { npm_config_prefer_offline: 'true', npm_config_cache: path.join(homedir(), '.npm') };
  execFileSync('/bin/sh', ['-c', build], { cwd: app, env: { ...machine, ...npm }, stdio: 'pipe' });
  const own = isRoot ? makeData : makeData.replaceAll(/--(?:owner|group)=\d+/gu, '');
  execFileSync('/bin/sh', ['-c', own.replace('/data', data)]);

  const slack = await startSandbox({
    people: [{ id: SECRETARY, real_name: '事務 局子', email: 'jimukyoku@city.example' }],
  });
  const [uid = 0, gid = 0] = (all('USER')[0] ?? '').split(':').map(Number);
  const as = isRoot ? { uid, gid } : {};
  const [, ...words] = [...list('ENTRYPOINT'), ...list('CMD')];
  const bot = spawn(process.execPath, words, {
    cwd: app,
    env: {
      ...machine,
      NODE_ENV: 'production',
      DATA_DIR: data,
      PORT: '0',
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_SIGNING_SECRET: slack.signingSecret,
      SLACK_API_URL: slack.apiUrl,
      SECRETARIAT: 'jimukyoku@city.example',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...as,
  });
  const ended = once(bot, 'close');
  try {
    const said: string[] = [];
    for (const stream of [bot.stdout, bot.stderr])
      createInterface({ input: stream }).on('line', (line) => said.push(line));
    const url = (): string | undefined => /^協DOボットを起動しました:(\S+)$/mu.exec(said.join('\n'))?.[1];
    await expect.poll(() => url() ?? said.at(-1), { timeout: 60_000 }).toMatch(/^http:/u);
    expect((await fetch(`${url()}/readyz`)).status).toBe(200);

    const [program = '', ...probe] = JSON.parse((all('HEALTHCHECK')[0] ?? '').replace(/^[^[]*/u, ''));
    expect(program).toBe('node');
    const looked = (port: string): number | null =>
      spawnSync(process.execPath, probe, { env: { ...machine, PORT: port } }).status;
    // It is asked from outside of this process, as the other end may be in it.
    expect([looked(new URL(url() ?? '').port), looked('1')]).toEqual([0, 1]);

    // Nothing of the program may be written by who runs it: there is nothing newer than the build but the record.
    const written = execFileSync('find', [app, '-user', String(uid), '-o', '-newer', data, '-type', 'f']);
    if (isRoot) expect(written.toString()).toBe('');
    bot.kill('SIGTERM');
    expect((await ended)[0]).toBe(0);
  } finally {
    bot.kill('SIGKILL');
    await slack.stop();
  }
}, 600_000);
