import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chapter5Document } from '../../../src/documents/chapter5/document.ts';
import { chapter5Of } from '../../../src/documents/chapter5/model.ts';
import type { DocumentPart, TextDocument } from '../../../src/documents/writing/text-document.ts';
import { writeDocument } from '../../../src/documents/writing/write.ts';
import { firstDayOf, lastDayOf } from '../../../src/domain/calendar/fiscal-year.ts';
import { addDays, daysBetween, monthOf } from '../../../src/domain/calendar/local-date.ts';
import { CHAPTER_ITEMS } from '../../../src/domain/chapter5/items.ts';
import { FILE_FORMATS } from '../../../src/domain/file-format.ts';
import { AGENDA_KINDS } from '../../../src/domain/meeting/agenda.ts';
import { MEETING_WAYS } from '../../../src/domain/meeting/meeting.ts';
import { DATE_PRECISIONS, type RecordDate, recordDateFrom } from '../../../src/domain/occasion/date.ts';
import type { BodyChapter, Chapter5Facts, ProgrammeChapter } from '../../../src/services/read-chapter5.ts';
import { aMeeting } from '../../support/meetings.ts';
import type { ReadDocument, ReadPart } from '../../support/read-document.ts';
import { readFile } from '../../support/read-file.ts';
import { aProgramme, attended, inChapter, peopleUpTo } from '../../support/trainings.ts';
import { chapterOf, FACTS_2023, NOTHING_2023 } from './facts-2023.ts';
import { TEXTS_2023 } from './texts-2023.ts';

const partsOf = (part: DocumentPart): readonly ReadPart[] => {
  switch (part.kind) {
    case 'heading':
      return [{ heading: part.text, level: part.level ?? 1 }];
    case 'lines':
      return part.lines.map((line) => ({ line }));
    case 'table':
      return [
        {
          table: [
            part.columns.map(({ heading }) => heading),
            ...part.rows.map((cells) => cells.map((lines) => lines.join('\n'))),
          ],
        },
      ];
    default:
      throw new Error(`chapter 5 has no ${part.kind}`);
  }
};

/** What a reader has to find of a document. */
const expectedOf = ({ title, parts }: TextDocument): ReadDocument => ({
  title,
  parts: parts.flatMap(partsOf),
});

/** What a reader finds in each format, each read by another library than wrote it. */
const readBack = async (document: TextDocument): Promise<Readonly<Record<string, ReadDocument>>> => {
  const read = FILE_FORMATS.map(
    async (format) => [format, await readFile(await writeDocument(document, format), format)] as const,
  );
  return Object.fromEntries(await Promise.all(read));
};

const allAgree = async (facts: Chapter5Facts): Promise<void> => {
  const document = chapter5Document(chapter5Of(facts));
  const expected = expectedOf(document);
  expect(await readBack(document)).toEqual({
    md: expected,
    html: expected,
    docx: expected,
    xlsx: expected,
  });
};

test('fiscal 2023 with a text of every 項目 comes back from every format as it is', async () => {
  const facts = { ...FACTS_2023, texts: TEXTS_2023 };
  const { parts } = expectedOf(chapter5Document(chapter5Of(facts)));
  expect(parts.filter((part) => 'table' in part)).toHaveLength(4);
  expect(parts.flatMap((part) => ('heading' in part ? [part.heading] : []))).toEqual([
    '前文',
    '1 協働推進本部会議',
    'トピックス',
    '体制',
    '会議の実施状況',
    '協働推進本部会議',
    '協働推進本部会議幹事会',
    '協働推進員の取組み',
    '2 職員の育成',
    'トピックス',
    '年度実績',
    '職員研修',
    '3 豊能地区市町NPO担当課長連絡会議等',
    '豊能地区市町NPO担当課長連絡会議',
    '豊能地区市町合同研修',
    'NATSにおける市民公益活動推進の連携',
    '取組みの振返り',
    '参考・お問合せ',
  ]);
  for (const text of TEXTS_2023.values())
    for (const line of text.split(/\r?\n/u).filter((each) => each !== ''))
      expect(parts).toContainEqual({ line });
  await allAgree(facts);
});

/** Words as people type them, some of which a format could read as its own. */
const words = fc
  .array(
    fc.constantFrom(
      '会議',
      '髙﨑',
      '|',
      '<b>',
      '*',
      '=1+1',
      '&amp;',
      '(1)',
      '🎉',
      '#',
      '1.',
      ' ',
      '~',
      '\\',
      'ｱ',
      '_',
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((pieces) => pieces.join('').trim().replaceAll(/ +/gu, ' '))
  .filter((text) => text !== '');

/** A day, days, a month, months or a 期限 in a year, also over New Year. */
const dateIn = (year: number): fc.Arbitrary<RecordDate> => {
  const days = daysBetween(firstDayOf(year), lastDayOf(year));
  const within = fc.integer({ min: 0, max: days }).map((after) => addDays(firstDayOf(year), after));
  return fc
    .record({
      one: within,
      other: within,
      precision: fc.constantFrom(...DATE_PRECISIONS),
      isRange: fc.boolean(),
    })
    .map(({ one, other, precision, isRange }) => {
      const [heldOn, last] = one < other ? [one, other] : [other, one];
      const date = recordDateFrom({
        heldOn,
        heldUntil: isRange && precision !== 'until' ? last : undefined,
        precision,
      });
      if (!date.ok) throw new Error(`${monthOf(heldOn)}: ${date.error.kind}`);
      return date.value;
    });
};

const item = fc.record({ text: words, kind: fc.constantFrom(null, ...AGENDA_KINDS) });

const bodyIn = (year: number): fc.Arbitrary<BodyChapter> =>
  fc
    .record({
      name: words,
      kind: fc.constantFrom('meeting', 'meeting', 'effort'),
      section: fc.constantFrom('meetings', 'liaison', 'none'),
      composition: fc.array(words, { maxLength: 3 }),
      role: fc.option(words, { nil: '' }),
      didNotMeet: fc.boolean(),
      meetings: fc.array(
        fc.record({
          date: dateIn(year),
          way: fc.constantFrom(...MEETING_WAYS),
          note: fc.option(words, { nil: '' }),
          items: fc.oneof(
            { weight: 5, arbitrary: fc.array(item, { maxLength: 3 }) },
            fc.array(item, { minLength: 60, maxLength: 60 }),
          ),
          confirmedAt: fc.constantFrom(
            null,
            new Date('2020-01-01T00:00:00Z'),
            new Date('2021-01-01T00:00:00Z'),
          ),
        }),
        { maxLength: 4 },
      ),
    } as const)
    .map(({ meetings, didNotMeet, composition, ...body }) =>
      chapterOf(
        { ...body, composition: composition.join('\n') },
        meetings.map((meeting) => aMeeting(meeting)),
        didNotMeet,
      ),
    );

const programmeIn = (year: number): fc.Arbitrary<ProgrammeChapter> =>
  fc
    .record({
      name: words,
      notHeld: fc.boolean(),
      forPromoters: fc.boolean(),
      sessions: fc.array(
        fc.record({
          date: dateIn(year),
          way: fc.constantFrom('onsite', 'video'),
          place: fc.option(words, { nil: '' }),
          headCount: fc.option(fc.integer({ min: 0, max: 99_999 })),
          printedTogether: fc.boolean(),
          content: fc.array(words, { maxLength: 2 }),
          came: fc.integer({ min: 0, max: 12 }),
        } as const),
        { maxLength: 4 },
      ),
    })
    .map(({ name, notHeld, forPromoters, sessions }) => ({
      programme: aProgramme({ name, forPromoters }),
      name,
      notHeld,
      sessions: sessions.map(({ came, content, ...facts }) =>
        inChapter(
          { ...facts, contents: { lecturer: '', content: content.join('\n'), link: '' } },
          { attendances: attended(came), promoters: peopleUpTo(30) },
        ),
      ),
    }));

/** A year of any shape: 令和元年度 too, texts of any length or none, bodies of one name. */
const facts: fc.Arbitrary<Chapter5Facts> = fc.constantFrom(2018, 2019, 2023).chain((year) =>
  fc.record({
    year: fc.constant(year),
    bodies: fc.array(bodyIn(year), { maxLength: 5 }),
    programmes: fc.array(programmeIn(year), { maxLength: 4 }),
    appointed: fc.record({ onFirstDay: fc.nat(300), later: fc.nat(5) }),
    texts: fc
      .array(fc.array(words, { maxLength: 8 }), {
        minLength: CHAPTER_ITEMS.length,
        maxLength: CHAPTER_ITEMS.length,
      })
      .map((texts) => new Map(CHAPTER_ITEMS.map((item, index) => [item, texts[index]?.join('\n') ?? '']))),
    sources: fc.constant(NOTHING_2023.sources),
  }),
);

test('whatever a year holds, all four formats have the same headings, texts and cells', async () => {
  await fc.assert(fc.asyncProperty(facts, allAgree), { numRuns: 25 });
}, 120_000);
