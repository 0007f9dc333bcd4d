import { describe, expect, test } from 'vitest';
import {
  inOrderOfNumber,
  isCarriedInto,
  lastConsideredBefore,
  type OpinionResponse,
} from '../../../src/domain/opinion/opinion.ts';
import { aConsideration } from '../../support/opinions.ts';

type Years = readonly (readonly [year: number, response: OpinionResponse | null])[];

describe('前年度からの継続, of an opinion on 令和5年度', () => {
  test.each<[string, Years, number, boolean]>([
    ['対応する goes on', [[2023, 'will_do']], 2024, true],
    ['検討を続ける goes on', [[2023, 'continuing']], 2024, true],
    ['対応済み does not', [[2023, 'done']], 2024, false],
    ['対応しない does not', [[2023, 'declined']], 2024, false],
    ['what has no answer yet does not', [], 2024, false],
    ['nor what has words alone', [[2023, null]], 2024, false],
    ['its own year is no carrying', [[2023, 'will_do']], 2023, false],
    ['a year in which nobody considered it is passed over', [[2023, 'will_do']], 2025, true],
    [
      'done in the next year, it is not carried beyond',
      [
        [2023, 'will_do'],
        [2024, 'done'],
      ],
      2025,
      false,
    ],
    [
      'done in the next year, it stays in that year',
      [
        [2023, 'will_do'],
        [2024, 'done'],
      ],
      2024,
      true,
    ],
    [
      'considered in a year, it stays there though the year before was corrected',
      [
        [2023, 'done'],
        [2024, 'continuing'],
      ],
      2024,
      true,
    ],
  ])('%s', (_name, years, year, carried) => {
    const opinion = {
      fiscalYear: 2023,
      years: years.map(([fiscalYear, response]) => aConsideration({ fiscalYear, response })),
    };
    expect(isCarriedInto(opinion, year)).toBe(carried);
  });

  test('the words above its form are those of the year in which it was considered last', () => {
    const years = [
      aConsideration({ fiscalYear: 2023, consideration: '検討します。' }),
      aConsideration({ fiscalYear: 2024, consideration: '準備しています。' }),
      aConsideration({ fiscalYear: 2026, consideration: '終えました。' }),
    ];
    expect(lastConsideredBefore({ years }, 2026)?.consideration).toBe('準備しています。');
  });
});

test('numbers stand in the order in which people count, those of an earlier year first', () => {
  const opinions = ['10', '2', '3-2', '3-10', '1', '3'].map((number) => ({
    id: number,
    fiscalYear: number === '10' ? 2022 : 2023,
    number,
  }));
  expect(inOrderOfNumber(opinions).map(({ number }) => number)).toEqual(['10', '1', '2', '3', '3-2', '3-10']);
});
