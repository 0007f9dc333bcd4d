import { expect, test } from 'vitest';
import { sortLines } from '../../../src/db/embedded/lines.ts';

const AT = '2026-11-30 06:13:53.856 UTC [3257]';

const harmIn = (...lines: readonly string[]): readonly string[] => {
  const told: string[] = [];
  const take = sortLines({ harm: (line) => void told.push(line), rest: () => undefined });
  for (const line of lines) take(line);
  return told;
};

test.each([
  ['that it is ready', `${AT} 00000 LOG:  database system is ready to accept connections`],
  ['that it stops', `${AT} 00000 LOG:  received fast shutdown request`],
  [
    'that it cuts who is there as it stops',
    `${AT} 57P01 FATAL:  terminating connection due to administrator command`,
  ],
  ['that it is not ready yet', `${AT} 57P03 FATAL:  the database system is starting up`],
  [
    'of a statement that failed',
    `${AT} 23505 ERROR:  duplicate key value violates unique constraint "person_pkey"`,
  ],
  ['of who hung up', `${AT} 08006 LOG:  unexpected EOF on client connection with an open transaction`],
])('tells of no harm: %s', (_what, line) => {
  expect(harmIn(line)).toEqual([]);
});

test.each([
  ['a full disk', `${AT} 53100 ERROR:  could not extend file "base/5/16400": No space left on device`],
  [
    'a disk that fails',
    `${AT} 58030 PANIC:  could not write to file "pg_wal/xlogtemp.9": Input/output error`,
  ],
  ['damaged pages', `${AT} XX001 ERROR:  invalid page in block 0 of relation base/5/16400`],
  ['damaged pages, as a warning', `${AT} 01000 WARNING:  page verification failed, calculated checksum 1`],
  ['somebody who may not come in', `${AT} 28000 FATAL:  Peer authentication failed for user "kyodo"`],
  ['no connection left', `${AT} 53300 FATAL:  sorry, too many clients already`],
  [
    'a process that was killed',
    `${AT} 00000 LOG:  server process (PID 9) was terminated by signal 9: Killed`,
  ],
  [
    'what a power cut leaves',
    `${AT} 00000 LOG:  database system was not properly shut down; automatic recovery in progress`,
  ],
  ['what comes before it has a log', 'postgres: could not find the database system'],
])('tells of harm: %s', (_what, line) => {
  expect(harmIn(line)).toEqual([line]);
});

test('what is said about a line goes with it', () => {
  const [full, hint, more] = [
    `${AT} 53100 ERROR:  could not extend file "base/5/16400": No space left on device`,
    `${AT} 53100 HINT:  Check free disk space.`,
    '\tand a line more',
  ];
  const ready = `${AT} 00000 LOG:  database system is ready to accept connections`;
  expect(harmIn(full, hint, more, ready, `${AT} 00000 DETAIL:  nothing`, more)).toEqual([full, hint, more]);
});
