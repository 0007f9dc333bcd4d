import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FEATURES } from '../../src/handlers/features.ts';
import type { Audience, Subcommand } from '../../src/handlers/types.ts';
import { AUDIENCE_TITLE } from '../../src/texts/help.ts';
import { answerTo } from '../handlers/steps.ts';
import { type Practice, STAFF, startPractice } from '../support/practice.ts';

/** Every subcommand of every feature with its command, asked of the features themselves. */
const SUBCOMMANDS: readonly (readonly [string, Subcommand])[] = FEATURES.flatMap(({ commands = {} }) =>
  Object.entries(commands).flatMap(([command, subcommands]) =>
    subcommands.map((subcommand) => [command, subcommand] as const),
  ),
);

const typedOf = ([command, { words, argument }]: (typeof SUBCOMMANDS)[number]): string =>
  [command, ...words.slice(0, 1), ...(argument === undefined ? [] : [argument])].join(' ');

const ROMAN = /^[a-z]+$/u;
const JAPANESE = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+$/u;

describe.each(SUBCOMMANDS.filter(([, { words }]) => words.length > 0))(
  '%s with %o',
  (_command, { words }) => {
    test('can be typed in Japanese and in ASCII, and Japanese comes first', () => {
      expect(words.filter((word) => !ROMAN.test(word) && !JAPANESE.test(word))).toEqual([]);
      expect(words[0]).toMatch(JAPANESE);
      expect(words.some((word) => ROMAN.test(word))).toBe(true);
    });

    test('is typed as it arrives: normalised and small', () => {
      expect(words.map((word) => word.normalize('NFKC').toLowerCase())).toEqual(words);
    });
  },
);

test('no word means two things in one command', () => {
  const typed = SUBCOMMANDS.flatMap(([command, { words }]) =>
    words.length === 0 ? [command] : words.map((word) => `${command} ${word}`),
  );
  expect(typed.filter((each, index) => typed.indexOf(each) !== index)).toEqual([]);
});

/** The words of each command in the order of the help, as people were told them. */
const TOLD: Readonly<Record<string, readonly string[]>> = {
  '/kyodo': ['', 'ヘルプ help', '不在 absence', '設定 settings'],
  '/kyodo-digest': ['', '投稿 write', 'プレビュー preview 確認', '発行 issue'],
  '/kyodo-inquiry': ['', '作成 new', '状況 status'],
  '/kyodo-meeting': ['', '一覧 list', '開催なし none'],
  '/kyodo-promoter': ['', '一覧 list', '登録 add', '取込 import', '選任報告 report'],
  '/kyodo-training': ['', '一覧 list', '受講者 attend', '受付 出席 受講 checkin'],
};

test('every subcommand that people were told of is there, and no other', () => {
  const words = (of: string) =>
    SUBCOMMANDS.filter(([command]) => command === of).map((subcommand) => subcommand[1].words.join(' '));
  const commands = [...new Set(SUBCOMMANDS.map(([command]) => command))];
  expect(Object.fromEntries(commands.map((command) => [command, words(command)]))).toEqual(TOLD);
});

const AUDIENCES = ['all', 'promoters', 'chiefs', 'secretariat'] as const satisfies readonly Audience[];

/** Every line the help must have for these audiences, a list under each heading. */
const expectedFor = (audiences: readonly Audience[]) =>
  Object.fromEntries(
    audiences.flatMap((audience) => {
      const lines = SUBCOMMANDS.filter(([, subcommand]) => subcommand.audience === audience).map(
        (subcommand) => `${typedOf(subcommand)} … ${subcommand[1].does}`,
      );
      return lines.length === 0 ? [] : [[AUDIENCE_TITLE[audience], lines.toSorted()]];
    }),
  );

/** The lines of a help as it arrived, by the heading over them. */
const linesByHeading = (plain: string) => {
  const headings: readonly string[] = [...Object.values(AUDIENCE_TITLE), 'ボットからお送りするもの'];
  const found: Record<string, string[]> = {};
  let heading = '';
  for (const line of plain.split('\n'))
    if (headings.includes(line)) {
      heading = line;
      found[heading] = [];
    } else found[heading]?.push(line);
  return Object.fromEntries(Object.entries(found).map(([name, lines]) => [name, lines.toSorted()]));
};

describe('the help', () => {
  let practice: Practice;
  beforeAll(async () => {
    practice = await startPractice();
  });
  afterAll(async () => {
    expect(practice.slack.refusals).toEqual([]);
    await practice.stop();
  });

  const SENT = { ボットからお送りするもの: FEATURES.flatMap(({ sends = [] }) => sends).toSorted() };

  test('tells the secretariat of every subcommand and of all that is sent', async () => {
    const help = await answerTo(practice.secretary, '/kyodo', 'ヘルプ');
    expect(linesByHeading(help.plain)).toEqual({ ...expectedFor(AUDIENCES), ...SENT });
    expect(help.buttons).toEqual([
      '会議を記録',
      '会議の一覧',
      '開催なしを記録',
      '研修を記録',
      '研修の一覧',
      '受講を記録',
      '研修の種類',
      '照会の状況',
      '照会を作成',
      '記事を書く',
      '号を編集・発行',
      '毎月の発行日',
      '協働推進員の一覧',
      '推進員を登録',
      '名簿を取り込む',
      '選任を報告',
      '設定',
      '不在期間を登録',
      '変更の記録',
    ]);
  });

  test('tells staff of what everybody may type', async () => {
    const help = await answerTo(practice.slack.person(STAFF), '/kyodo', 'ヘルプ');
    expect(linesByHeading(help.plain)).toEqual({ ...expectedFor(['all']), ...SENT });
  });

  test.each(SUBCOMMANDS.filter(([, { words }]) => words.length > 0).map(typedOf))(
    'of a command whose word nobody knows tells of %s too',
    async (typed) => {
      const help = await answerTo(practice.secretary, typed.split(' ')[0] ?? '', '存じません');
      expect(help.plain.split('\n')[1]).toBe('「存じません」という使い方はありません。次の言葉が使えます。');
      expect(help.plain).toContain(`\n${typed} … `);
    },
  );
});
