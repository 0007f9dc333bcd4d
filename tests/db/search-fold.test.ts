import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fold } from '../../src/domain/search/fold.ts';
import { FOLDED_LETTERS } from '../../src/domain/search/letters.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** What the database makes of texts, in order. */
const foldedThere = async (texts: readonly string[]): Promise<readonly unknown[]> => {
  const rows = await database.ask(
    'select kyodo_fold(words) as folded from unnest($1::text[]) with ordinality as given(words, place) order by place',
    [texts],
  );
  return rows.map(({ folded }) => folded);
};

test('the database has the same table of letters', async () => {
  const letters = [...FOLDED_LETTERS.keys()];
  expect(await foldedThere(letters)).toEqual([...FOLDED_LETTERS.values()]);
});

/** Letters of the kinds that people type, and any other that the record can hold. */
const letter = fc.oneof(
  fc.integer({ min: 0x20, max: 0x2ff }),
  fc.integer({ min: 0x370, max: 0x45f }),
  fc.integer({ min: 0x2000, max: 0x30ff }),
  fc.integer({ min: 0x3200, max: 0x33ff }),
  fc.integer({ min: 0x4e00, max: 0x9fff }),
  fc.integer({ min: 0xf900, max: 0xffef }),
  fc.integer({ min: 0x20000, max: 0x2a6df }),
  fc.integer({ min: 0xe0100, max: 0xe01ef }),
  fc.constantFrom(...[...FOLDED_LETTERS.keys()].map((each) => each.codePointAt(0) ?? 0)),
);
const text = fc.array(letter, { maxLength: 40 }).map((codes) => String.fromCodePoint(...codes));

test('both fold any text alike', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 50, maxLength: 100 }), async (texts) => {
      expect(await foldedThere(texts)).toEqual(texts.map(fold));
    }),
    { numRuns: 30 },
  );
});
