import fc from 'fast-check';

/** Notes of a meeting as people might type them: with (書面開催) in all its spellings, whole and in pieces, among other text. */
export const noteText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      {
        weight: 3,
        arbitrary: fc.constantFrom('(書面開催)', '（書面開催）', '( 書面開催　)', '(書', '面開催)'),
      },
      { weight: 2, arbitrary: fc.constantFrom('書面開催', '(', ')', '（', '）', ' ', '　', '開催案内送付') },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 5 }) },
    ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join('').trim().slice(0, 100));

/** How often a text says (書面開催), in half or full width, with spaces or without. */
export const writtenMarksIn = (text: string): number =>
  text.normalize('NFKC').replaceAll(/\s/gu, '').split('(書面開催)').length - 1;
