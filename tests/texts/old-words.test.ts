import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const filesOf = (room: string): readonly string[] =>
  readdirSync(`src/${room}`, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/u.test(file))
    .map((file) => `src/${room}/${file}`);

/** Where words that people read are written. */
const SURFACES = [
  ...['texts', 'views', 'handlers', 'documents', 'jobs', 'cli', 'sandbox'].flatMap(filesOf),
  ...['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md', 'docs/operations.md'],
  'manifest.json',
];

/** Comments are for those who read the code. */
const withoutComments = (source: string): string =>
  source.replaceAll(/\/\*[\s\S]*?\*\//gu, '').replaceAll(/^\s*\/\/.*$/gmu, '');

const read = (file: string): string => {
  const source = readFileSync(file, 'utf8');
  return /\.tsx?$/u.test(file) ? withoutComments(source) : source;
};

type OldWord = {
  readonly old: RegExp;
  /** A sentence in which it stood. */
  readonly stood: string;
  readonly now: string;
  /** Files in which it stands for something else. */
  readonly but?: readonly string[];
};

const OLD_WORDS: readonly OldWord[] = [
  { old: /問い合わ|問い合せ|お問い合/u, stood: 'お問い合わせは事務局まで。', now: 'お問合せ' },
  {
    old: /(?<!協働)推進員を(?:\d+|\$\{count\})名/u,
    stood: '推進員を112名選任しました。',
    now: '協働推進員を112名選任しました。',
  },
  { old: /在任する推進員/u, stood: '4月1日に在任する推進員の記録がありません。', now: '在任する協働推進員' },
  { old: /ご覧になれる方:/u, stood: 'ご覧になれる方:出席 3名', now: '表示している方:' },
  {
    // The README tells which words the CSV file has: 役割(推進員、主任).
    old: /(?<!協働推進員\(|`\(推進員、)主任(?!を含む)/u,
    stood: '福祉課(主任)',
    now: '協働推進員(主任)',
    // What CSV files say, and how a made-up roster comes about.
    but: ['src/texts/roster-import.ts', 'src/texts/inquiry.ts'],
  },
  { old: /\}\(主任\)/u, stood: '福祉課}(主任)', now: '協働推進員(主任)' },
  {
    old: /をお願いしています。任期/u,
    stood: '福祉課の協働推進員をお願いしています。任期は',
    now: 'の協働推進員に選任されました。',
  },
  { old: /」の委員として登録/u, stood: '「幹事会」の委員として登録しました。', now: '委員長として' },
  { old: /照会を訂正/u, stood: '照会を訂正', now: '照会を編集' },
  { old: /登録を変更'/u, stood: "'推進員の登録を変更'", now: '推進員を編集' },
  {
    old: /にはSlackでお知らせできません。文面|代わりに回答を入力してください/u,
    stood:
      '紙山 とおるさんにはSlackでお知らせできません。文面をお渡しいただくか、代わりに回答を入力してください。',
    now: 'さんはSlackを使っていません。文面を渡すか、回答を代理入力してください。',
  },
  {
    old: /回答が差し戻されました。お手数/u,
    stood: '回答が差し戻されました。お手数ですが、もう一度ご回答ください。',
    now: '○○さん(協働推進員(主任))から',
  },
  {
    old: /決まりましたら、あらためてお知らせ/u,
    stood: '日程が決まりましたら、あらためてお知らせします。',
    now: '決まりましたら、このボットのホームに表示されます。',
  },
  {
    old: /済みましたら、この一覧にも/u,
    stood: '次の件をお願いします。済みましたら、この一覧にも表示されます。',
    now: '回答すると、ここに「済み」と表示されます。',
  },
  {
    old: /この照会は締め切られました。回答は不要/u,
    stood: 'この照会は締め切られました。回答は不要です。',
    now: '(締め切りました)',
  },
  { old: /記事を保存しました。掲載/u, stood: '記事を保存しました。掲載する号は', now: '事務局に送る' },
  { old: /次の言葉が使えます/u, stood: '次の言葉が使えます。', now: 'のことでしょうか。' },
  { old: /[tT]itle: 'お知らせ'/u, stood: "noticeTitle: 'お知らせ'", now: '送信しました' },
  {
    old: /理由を入れて「登録する」を押す/u,
    stood: '理由を入れて「登録する」を押すと、次の記録を取り消します。',
    now: '取り消す',
  },
];

const found = (word: OldWord, texts: readonly (readonly [file: string, text: string])[]): readonly string[] =>
  texts
    .filter(([file, text]) => word.old.test(text) && word.but?.includes(file) !== true)
    .map(([file]) => file);

describe('words that people no longer read', () => {
  const texts = SURFACES.map((file) => [file, read(file)] as const);

  test('stand in many files', () => expect(texts.length).toBeGreaterThan(100));

  test.each(OLD_WORDS)('$old: now $now', (word) => {
    // The sentence that stood there would be found.
    expect(found(word, [['src/texts/old.ts', word.stood]])).toEqual(['src/texts/old.ts']);
    expect(found(word, texts)).toEqual([]);
  });
});

describe('edit forms', () => {
  const views = filesOf('views').map((file) => [file, read(file)] as const);

  test('are submitted by the same words, written once', () => {
    const own = views.filter(([, text]) => text.includes("'変更を保存する'")).map(([file]) => file);
    const alike = views.filter(([, text]) => text.includes('SAVE_CHANGES')).map(([file]) => file);
    expect(own).toEqual([]);
    expect(alike.length).toBeGreaterThanOrEqual(8);
  });
});
