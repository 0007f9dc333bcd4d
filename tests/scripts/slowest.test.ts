import { expect, test } from 'vitest';
import { slowestFiles } from '../../scripts/slowest.ts';

/** As vitest's reporter `json` writes it, a file for each of these milliseconds. */
const reportOf = (...took: readonly number[]): string =>
  JSON.stringify({
    numTotalTests: took.length,
    testResults: took.map((ms, index) => ({
      name: `/house/tests/${index}.test.ts`,
      status: 'passed',
      startTime: 1_000_000,
      endTime: 1_000_000 + ms,
      assertionResults: [{ title: 'one' }, { title: 'two' }],
    })),
  });

test('the slowest files of a run come first, with their seconds and how many tests they have', () => {
  expect(slowestFiles(reportOf(340, 101_020.5, 2_000), '/house')).toEqual([
    '  101.0 s     2  tests/1.test.ts',
    '    2.0 s     2  tests/2.test.ts',
    '    0.3 s     2  tests/0.test.ts',
  ]);
});

test('25 files are shown', () => {
  expect(slowestFiles(reportOf(...Array<number>(30).fill(10)), '/house')).toHaveLength(25);
});
