import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Resvg } from '@resvg/resvg-js';
import { describe, expect, test } from 'vitest';
import { drawTrainingPicture, trainingChart } from '../../src/documents/training-picture.ts';
import type { ProgrammeNumbers, TrainingNumbers } from '../../src/domain/training/numbers.ts';
import { EXAMPLE_PROGRAMMES } from '../../src/domain/training/programme.ts';
import { trainingNumbersText } from '../../src/texts/training-numbers.ts';

const year = (fiscalYear: number, participants: number | null, facts: Partial<TrainingNumbers> = {}) => ({
  year: fiscalYear,
  sessions: participants === null ? 0 : 1,
  participants,
  unknown: 0,
  attendances: 0,
  people: 0,
  notHeld: false,
  ...facts,
});

const programme = (name: string | null, ...counts: readonly (number | null)[]): ProgrammeNumbers => ({
  name,
  years: [2021, 2022, 2023].map((fiscalYear, index) => year(fiscalYear, counts[index] ?? null)),
});

/** The three programmes with the head counts that were published for fiscal 2023. */
const [NEWCOMERS = '', LEADERS = '', PROMOTERS = ''] = EXAMPLE_PROGRAMMES.map(({ name }) => name);
const PUBLISHED: readonly ProgrammeNumbers[] = [
  programme(NEWCOMERS, 91, 85, 88),
  programme(LEADERS, null, 70, 67),
  programme(PROMOTERS, 105, null, 92),
];
const HARD = programme('髙﨑と①〜⑳の研修∥協DO〈きょうどう〉ｶﾅ—<&>"', 12_345, 1, 0);

const FONT_FILE = fileURLToPath(
  import.meta.resolve('@expo-google-fonts/biz-udpgothic/400Regular/BIZUDPGothic_400Regular.ttf'),
);

/** The characters for which the font has a drawing of its own: its table cmap, format 12. */
const charactersOfFont = (): ReadonlySet<number> => {
  const font = readFileSync(FONT_FILE);
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, index) => 12 + index * 16);
  const cmap = tables.find((at) => font.toString('latin1', at, at + 4) === 'cmap') ?? 0;
  const start = font.readUInt32BE(cmap + 8);
  const encodings = Array.from({ length: font.readUInt16BE(start + 2) }, (_, index) => start + 4 + index * 8);
  const found = encodings
    .map((at) => start + font.readUInt32BE(at + 4))
    .find((at) => font.readUInt16BE(at) === 12);
  if (found === undefined) throw new Error('the font has no table of all characters');
  const characters = new Set<number>();
  for (let group = 0; group < font.readUInt32BE(found + 12); group += 1) {
    const at = found + 16 + group * 12;
    const [first, last] = [font.readUInt32BE(at), font.readUInt32BE(at + 4)];
    for (let character = first; character <= last; character += 1) characters.add(character);
  }
  return characters;
};

/** Width and height as the PNG's header says. */
const sizeOf = (png: Uint8Array): readonly number[] => {
  const bytes = Buffer.from(png);
  expect(bytes.toString('latin1', 1, 4)).toBe('PNG');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
};

/** How many points of a picture are not white. */
const inked = (svg: string, fontFiles: readonly string[]): number => {
  const { pixels } = new Resvg(svg, {
    font: { loadSystemFonts: false, fontFiles: [...fontFiles], defaultFontFamily: 'BIZ UDPGothic' },
  }).render();
  let count = 0;
  for (let at = 0; at < pixels.length; at += 4) if ((pixels[at] ?? 255) < 128) count += 1;
  return count;
};

/** The words of an SVG, as they are drawn. */
const wordsOf = (svg: string): readonly string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/gu)].map(([, words = '']) =>
    words.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
  );

test('it is 720 pixels wide, as wide as a telephone shows it, and grows with its programmes', async () => {
  const [one, three] = await Promise.all([
    drawTrainingPicture(PUBLISHED.slice(0, 1)),
    drawTrainingPicture(PUBLISHED),
  ]);
  expect([sizeOf(one), sizeOf(three)]).toEqual([
    [720, 284],
    [720, 684],
  ]);
});

test('no letter is smaller than 22 pixels, and none leaves the picture', () => {
  const { svg } = trainingChart([...PUBLISHED, HARD]);
  const sizes = [...svg.matchAll(/font-size="(\d+)"/gu)].map(([, size]) => Number(size));
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(22);
  for (const line of svg.match(/<text[^>]*>[^<]*<\/text>/gu) ?? []) {
    const box = new Resvg(
      `<svg xmlns="http://www.w3.org/2000/svg" width="720" height="2000" font-family="BIZ UDPGothic">${line}</svg>`,
      {
        font: { loadSystemFonts: false, fontFiles: [FONT_FILE] },
      },
    ).getBBox();
    expect([line, (box?.x ?? 0) >= 0, (box?.x ?? 0) + (box?.width ?? 721) <= 720]).toEqual([
      line,
      true,
      true,
    ]);
  }
});

describe('its Japanese is drawn on a machine without Japanese fonts', () => {
  test('the font has a drawing for every character of it', () => {
    const known = charactersOfFont();
    const used = [...new Set(wordsOf(trainingChart([...PUBLISHED, HARD]).svg).join(''))];
    expect(used.length).toBeGreaterThan(60);
    expect(used.filter((character) => !known.has(character.codePointAt(0) ?? 0))).toEqual([]);
  });

  test('and it is drawn: without the font the same picture has far less ink', () => {
    const { svg } = trainingChart(PUBLISHED);
    expect(inked(svg, [FONT_FILE]) - inked(svg, [])).toBeGreaterThan(5_000);
  });
});

test('each year is told by a label, its number by words, and its bar by a pattern of its own', () => {
  const { svg } = trainingChart(PUBLISHED.slice(0, 2));
  expect(wordsOf(svg)).toEqual([
    '研修の参加者数',
    '直近3年度',
    NEWCOMERS,
    ...['令和3年度', '91人', '令和4年度', '85人', '令和5年度', '88人'],
    LEADERS,
    ...['令和3年度', '記録なし', '令和4年度', '70人', '令和5年度', '67人'],
  ]);
  expect([...svg.matchAll(/fill="url\(#(year\d)\)"/gu)].map(([, pattern]) => pattern)).toEqual([
    'year0',
    'year1',
    'year2',
    'year1',
    'year2',
  ]);
});

test('bars are as long as their numbers, and one of a single person is still seen', () => {
  const { svg } = trainingChart([programme('甲', 100, 50, 0), programme('乙', 1, 25, 100)]);
  const lengths = [...svg.matchAll(/width="(\d+)" height="34" fill="url/gu)].map(([, length]) =>
    Number(length),
  );
  const [longest = 0] = lengths;
  expect(lengths).toEqual([longest, Math.round(longest / 2), 4, Math.round(longest / 4), longest]);
});

test('the alt text says the same names and numbers in the same order', () => {
  const told = [
    programme(NEWCOMERS, 91, 85, 88),
    {
      name: PROMOTERS,
      years: [
        year(2021, null, { notHeld: true }),
        year(2022, null),
        year(2023, 92, { sessions: 2, unknown: 1 }),
      ],
    },
    programme(null, null, null, 1_234),
  ];
  expect(trainingNumbersText.alt(told)).toBe(
    '研修の参加者数の棒グラフ。新規採用職員ステップ研修:令和3年度 91人、令和4年度 85人、令和5年度 88人。協働推進員研修:令和3年度 開催なし、令和4年度 記録なし、令和5年度 92人以上。その他の研修:令和3年度 記録なし、令和4年度 記録なし、令和5年度 1,234人',
  );
  const [, , ...drawn] = wordsOf(trainingChart(told).svg);
  expect(
    trainingNumbersText
      .alt(told)
      .split(/。|:|、| /u)
      .slice(1),
  ).toEqual(drawn);
});

test('a name too long for three lines is cut, and says so', () => {
  const lines = wordsOf(trainingChart([programme('長'.repeat(200), 1, 2, 3)]).svg).filter((words) =>
    words.startsWith('長'),
  );
  expect(lines.map((line) => [line.length, line.endsWith('…')])).toEqual([
    [25, false],
    [25, false],
    [25, true],
  ]);
});

test('what people typed is drawn as it is, and breaks nothing', async () => {
  const hostile = programme('</text><script>&amp;"\u0000\u0007\ufffe🎉', 1, 2, 3);
  expect(wordsOf(trainingChart([hostile]).svg)).toContain('</text><script>&amp;"🎉');
  expect(sizeOf(await drawTrainingPicture([hostile]))).toEqual([720, 284]);
});
