import { expect, test } from 'vitest';
import { createRefused } from '../../src/http-mode/refused.ts';
import { createKeptLog } from '../support/desk.ts';

test('what was refused is one line with its counts, and none when there was nothing', () => {
  const log = createKeptLog();
  const refused = createRefused(log);
  refused.tell();
  for (let request = 0; request < 1000; request += 1) refused.count('signature');
  refused.count('timestamp');
  refused.tell();
  refused.tell();
  expect(log.lines).toEqual([
    { level: 'warn', event: 'requests refused', data: { signature: 1000, timestamp: 1 } },
  ]);
});
