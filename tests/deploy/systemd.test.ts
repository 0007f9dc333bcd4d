import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };

const UNIT = fileURLToPath(new URL('../../deploy/kyodo-bot.service', import.meta.url));
const GUIDE = readFileSync(new URL('../../docs/operations.md', import.meta.url), 'utf8');

/** The values of a unit's file by their names, in their order. */
const values = new Map(
  readFileSync(UNIT, 'utf8')
    .split('\n')
    .filter((line) => /^[A-Z]/u.test(line))
    .map((line) => line.split(/=(.*)/su).slice(0, 2) as [string, string]),
);

test('the unit starts the bot as npm start does, from where the guide puts it', () => {
  expect(values.get('ExecStart')).toBe(manifest.scripts.start.replace(/^exec /u, '/usr/bin/'));
  const [, home = ''] = /git clone \S+ (\S+)/u.exec(GUIDE) ?? [];
  expect(values.get('WorkingDirectory')).toBe(home);
  // Where the guide makes a folder for it: a folder that is not there keeps the unit from starting.
  expect(GUIDE).toContain('\nsudo -u kyodo mkdir --mode=700 data\n');
  expect(values.get('ReadWritePaths')).toBe(`${home}/data`);
});

test('the unit gives the bot no right that it does not use', () => {
  const given = ['User', 'CapabilityBoundingSet', 'AmbientCapabilities', 'NoNewPrivileges', 'ProtectSystem'];
  expect(given.map((name) => values.get(name))).toEqual(['kyodo', '', '', 'true', 'strict']);
  // Node makes machine code while it runs, and would end at once.
  expect(values.has('MemoryDenyWriteExecute')).toBe(false);
});

const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0;

test.runIf(hasSystemd)('systemd knows every word of the unit, and rates it as the guide says', () => {
  const asked = spawnSync('systemd-analyze', ['security', '--offline=true', '--no-pager', UNIT], {
    encoding: 'utf8',
  });
  const [, rate] = /Overall exposure level for kyodo-bot\.service: (\d+\.\d+)/u.exec(asked.stdout) ?? [];
  expect(asked.stderr).toBe('');
  expect(GUIDE).toContain(`(\`systemd-analyze security\` の値は${rate})`);
});
