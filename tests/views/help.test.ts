import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FEATURES } from '../../src/handlers/features.ts';
import type { Audience, Subcommand } from '../../src/handlers/types.ts';
import { NOUN_TITLE, NOUNS } from '../../src/texts/home.ts';
import { type City, PERSON, startCity, type Who } from '../handlers/permission/city.ts';
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
  '/kyodo': ['', 'ヘルプ help', '検索 search', '不在 absence', '設定 settings', '引継 handover'],
  '/kyodo-digest': ['', '投稿 write', 'プレビュー preview 確認', '発行 issue'],
  '/kyodo-inquiry': ['', '作成 new', '状況 status'],
  '/kyodo-meeting': ['', '一覧 list', '書面 written', '開催なし none', '年間 schedule', '対応事項 actions'],
  '/kyodo-opinion': ['', '一覧 list', '登録 add', '取込 import', '出力 file'],
  '/kyodo-promoter': ['', '一覧 list', '登録 add', '取込 import', '選任報告 report'],
  '/kyodo-report': ['', '文章 text'],
  '/kyodo-training': ['', '一覧 list', '受講者 attend', '受付 出席 受講 checkin'],
};

test('every subcommand that people were told of is there, and no other', () => {
  const words = (of: string) =>
    SUBCOMMANDS.filter(([command]) => command === of).map((subcommand) => subcommand[1].words.join(' '));
  const commands = [...new Set(SUBCOMMANDS.map(([command]) => command))];
  expect(Object.fromEntries(commands.map((command) => [command, words(command)]))).toEqual(TOLD);
});

/** The lines that the help must have for these audiences, by what they are about. */
const expectedFor = (audiences: readonly Audience[]) =>
  Object.fromEntries(
    NOUNS.flatMap((noun) => {
      const about = FEATURES.filter((feature) => feature.noun === noun);
      const lines = about.flatMap(({ commands = {} }) =>
        Object.entries(commands).flatMap(([command, subcommands]) =>
          subcommands
            .filter(({ audience }) => audiences.includes(audience))
            .map((subcommand) => `${typedOf([command, subcommand])} … ${subcommand.does}`),
        ),
      );
      const sent = about
        .flatMap(({ sends = [] }) => sends.filter(({ audience }) => audiences.includes(audience)))
        .map(({ what }) => what);
      const all = [...lines, ...(sent.length === 0 ? [] : [`お送りするもの:${sent.join('、')}`])];
      return all.length === 0 ? [] : [[NOUN_TITLE[noun], all]];
    }),
  );

/** The lines of a help as it arrived, by the heading over them. */
const linesByHeading = (plain: string) => {
  const headings: readonly string[] = Object.values(NOUN_TITLE);
  const found: Record<string, string[]> = {};
  let heading = '';
  for (const line of plain.split('\n'))
    if (headings.includes(line)) {
      heading = line;
      found[heading] = [];
    } else found[heading]?.push(line);
  return found;
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

  test('tells the secretariat of every subcommand and of what it is sent, by noun, in at most 50 lines', async () => {
    const help = await answerTo(practice.secretary, '/kyodo', 'ヘルプ');
    const expected = expectedFor(['all', 'promoters', 'chiefs', 'secretariat']);
    expect(linesByHeading(help.plain)).toEqual(expected);
    expect(Object.keys(expected)).toEqual(['全体', '会議', '研修', '照会', '通信', '名簿', '報告書', '設定']);
    expect(help.plain.split('\n').length).toBeLessThanOrEqual(50);
    expect(help.buttons).toEqual([
      '検索',
      '引継資料',
      '会議を記録',
      '会議の一覧',
      '書面開催を始める',
      '開催なしを記録',
      '年間スケジュール',
      '対応事項の一覧',
      '年間スケジュールを作成',
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
      '名簿をCSVで受け取る',
      '選任を報告',
      '第5章を作成',
      '第5章の文章',
      '評価・意見の一覧',
      '評価・意見を登録',
      '評価・意見を取り込む',
      '不在期間を登録',
      '設定',
      '過去の記録を取り込む',
      '変更の記録',
    ]);
  });

  const UNKNOWN = '「存じません」という使い方はありません。';

  /** What follows it is a 年度 and a 形式, which its own tests see to. */
  const takesAnything = '/kyodo-report';

  test.each([...new Set(SUBCOMMANDS.map(([command]) => command))].filter((each) => each !== takesAnything))(
    '%s answers a word like no other with those that may follow it, in one line',
    async (command) => {
      const answer = await answerTo(practice.secretary, command, '存じません');
      const words = SUBCOMMANDS.filter(([of]) => of === command).flatMap(([, each]) =>
        each.words.slice(0, 1),
      );
      expect(answer.plain.split('\n')).toEqual([
        UNKNOWN,
        `${command} に続けて入力できる言葉:${words.join('、')}`,
        '「/kyodo ヘルプ」で、入力できる言葉を表示します。',
      ]);
    },
  );

  test.each([
    ['/kyodo-meeting', '一欄', '/kyodo-meeting 一覧 年度・会議体'],
    ['/kyodo-meeting', '開催無し', '/kyodo-meeting 開催なし'],
    ['/kyodo-meeting', 'lsit', '/kyodo-meeting list 年度・会議体'],
    ['/kyodo', 'ＳＥＴＩＮＧＳ', '/kyodo settings'],
    ['/kyodo', '受付け', '/kyodo-training 受付 コード'],
    ['/kyodo-promoter', '選任報国', '/kyodo-promoter 選任報告'],
  ])('%s %s is answered with %s alone', async (command, word, meant) => {
    const { plain } = await answerTo(practice.secretary, command, word);
    const lines = plain.split('\n');
    expect([lines[1], lines[2]?.startsWith(`${meant} … `), lines.length]).toEqual([
      `「${meant}」のことでしょうか。`,
      true,
      4,
    ]);
  });

  test('staff are not told of a word that they may not type', async () => {
    const { plain } = await answerTo(practice.slack.person(STAFF), '/kyodo', '設低');
    expect(plain.split('\n')).toEqual([
      '「設低」という使い方はありません。',
      '/kyodo に続けて入力できる言葉:ヘルプ、検索、不在',
      '「/kyodo ヘルプ」で、入力できる言葉を表示します。',
    ]);
  });
});

describe('the help of each role', () => {
  let city: City;
  beforeAll(async () => {
    city = await startCity();
  });
  afterAll(async () => {
    expect(city.practice.slack.refusals).toEqual([]);
    await city.practice.stop();
  });

  test.each<[Who, readonly Audience[]]>([
    ['secretary', ['all', 'promoters', 'chiefs', 'secretariat']],
    ['chief', ['all', 'promoters', 'chiefs']],
    ['promoter', ['all', 'promoters']],
    ['member', ['all']],
    ['staff', ['all']],
  ])('tells a %s of what is for %j, and of nothing else, by noun, in at most 50 lines', async (who, of) => {
    const { plain } = await answerTo(city.practice.slack.person(PERSON[who]), '/kyodo', 'ヘルプ');
    const told = linesByHeading(plain);
    expect([told, Object.keys(told)]).toEqual([expectedFor(of), Object.keys(expectedFor(of))]);
    expect(plain.split('\n').length).toBeLessThanOrEqual(50);
  });
});
