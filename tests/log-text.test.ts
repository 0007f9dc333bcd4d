import { expect, test } from 'vitest';
import { createLog } from '../src/deps.ts';
import { forPeople } from '../src/log-text.ts';

const linesOf = (write: (log: ReturnType<typeof createLog>) => void): string => {
  let told = '';
  const log = createLog(
    'trace',
    forPeople((text) => {
      told += text;
    }),
  );
  write(log);
  return told.replaceAll(/^\[\d\d:\d\d:\d\d\]/gmu, '[時刻]');
};

test('a line for people says when, how grave, what, and the rest on the same line', () => {
  const told = linesOf((log) => {
    log.info({ mode: 'http' }, 'started');
    log.warn({ why: 'Slackのホスト名が見つかりません' }, 'waiting for Slack');
    log.fatal({}, 'gone');
  });
  expect(told).toBe(
    '[時刻] 情報: started {"mode":"http"}\n[時刻] 注意: waiting for Slack {"why":"Slackのホスト名が見つかりません"}\n[時刻] 重大: gone\n',
  );
});

test('an error is told with the lines it came through, tokens are blotted out, and a terminal obeys nothing', () => {
  const told = linesOf((log) => {
    log.error({ err: new Error('\u001b[2Jno'), token: 'xoxb-very-secret' }, 'request failed');
  });
  expect(told).toContain('[時刻] エラー: request failed {"token":"***"}\n');
  expect(told).toMatch(/Error: \[2Jno\n +at .*log-text\.test\.ts/u);
  expect(told).not.toContain('\u001b');
});
