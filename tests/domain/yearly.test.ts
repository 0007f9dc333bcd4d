import { describe, expect, test } from 'vitest';
import {
  allIn,
  factsIn,
  nameProblem,
  oneIn,
  ownAndOthers,
  positionIn,
  spanOf,
  type YearlyFacts,
} from '../../src/domain/yearly.ts';

type Facts = { readonly since: number; readonly name: string; readonly position: number };

/** A history from e.g. `2023 幹事会 20`, one a year, oldest first. */
const history = (id: string, ...years: readonly string[]): YearlyFacts<Facts> => ({
  id,
  digest: `digest of ${id}`,
  years: years.map((year) => {
    const [since, name = '', position] = year.split(' ');
    return { since: Number(since), name, position: Number(position) };
  }),
});

const HQ = history('hq', '2020 本部 10', '2023 本部会議 10', '2026 新本部 30');
const BOARD = history('board', '2024 幹事会 20');
const ALL = [BOARD, HQ];

test.each([
  [2019, '本部'],
  [2020, '本部'],
  [2022, '本部'],
  [2023, '本部会議'],
  [2025, '本部会議'],
  [2030, '新本部'],
])('in %i the facts of 本部 are those of %s', (year, name) => {
  expect([factsIn(HQ.years, year)?.name, oneIn(ALL, 'hq', year)]).toEqual([
    name,
    { facts: expect.objectContaining({ name }), digest: 'digest of hq' },
  ]);
});

test('without a year of its own nothing has facts, and what is not there is not found', () => {
  expect([factsIn([], 2023), oneIn([history('new')], 'new', 2023), oneIn(ALL, 'other', 2023)]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test.each([
  [2023, ['本部会議', '幹事会']],
  [2026, ['幹事会', '新本部']],
])('in %i they stand in the order of that year, also what begins later', (year, names) => {
  expect(allIn([...ALL, history('new')], year).map(({ name }) => name)).toEqual(names);
});

test.each([
  [2018, { first: 1989, last: 2019 }],
  [2020, { first: 1989, last: 2022 }],
  [2021, { first: 2021, last: 2022 }],
  [2023, { first: 2023, last: 2025 }],
  [2027, { first: 2027, last: Number.POSITIVE_INFINITY }],
])('what is set for %i holds in %j', (year, span) => {
  expect(spanOf(HQ.years, year)).toEqual(span);
});

describe('a name', () => {
  const taken = (name: string, fiscalYear: number) => ({
    field: 'name',
    kind: 'name-taken',
    name,
    fiscalYear,
  });
  test.each([
    ['nobody has', undefined, '部会', 2023, undefined],
    ['another has in that year', undefined, '幹事会', 2024, taken('幹事会', 2024)],
    ['another has since before', undefined, '幹事会', 2027, taken('幹事会', 2027)],
    ['another lends to the years before its first', undefined, '幹事会', 2022, taken('幹事会', 2022)],
    ['another will have', undefined, '新本部', 2023, taken('新本部', 2026)],
    ['another had and gave up', undefined, '本部会議', 2026, undefined],
    ['another had before that year only', undefined, '本部', 2023, undefined],
    ['is one’s own already', 'hq', '本部会議', 2024, undefined],
    ['another will have, but not before one’s own next year', 'board', '新本部', 2022, undefined],
    [
      'another has when one’s own next year comes, not before',
      'board',
      '新本部',
      2024,
      taken('新本部', 2026),
    ],
  ])('that %s', (_what, id, name, year, problem) => {
    expect(nameProblem(ownAndOthers(ALL, id), name, year)).toEqual(problem);
  });

  test('that two have is refused for the first year in which either has it', () => {
    const late = history('late', '2020 甲 1', '2025 部会 1');
    const early = history('early', '2020 乙 1', '2023 部会 1');
    expect(nameProblem(ownAndOthers([late, early], undefined), '部会', 2021)).toEqual(taken('部会', 2023));
  });
});

describe('並び順', () => {
  test.each([
    ['as typed', 'hq', 5, 2026, 5],
    ['as it stands in that year', 'hq', undefined, 2026, 30],
    ['as it stands in its first year, before that', 'board', undefined, 2020, 20],
    ['behind the others of that year', undefined, undefined, 2023, 30],
    ['behind the others, who have moved', undefined, undefined, 2026, 40],
  ])('is %s', (_how, id, typed, year, position) => {
    expect(positionIn(ownAndOthers(ALL, id), typed, year)).toBe(position);
  });

  test('is 10 for the first, and never more than a form takes', () => {
    expect(positionIn(ownAndOthers<Facts>([], undefined), undefined, 2023)).toBe(10);
    expect(positionIn(ownAndOthers([history('last', '2023 終 9995')], undefined), undefined, 2023)).toBe(
      9999,
    );
  });
});
