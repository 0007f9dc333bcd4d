import { NAME_VARIANTS } from '../person/name-variants.ts';

/**
 * Old forms of letters as they stand in brackets in the 常用漢字表 (内閣告示第2号, 30 November 2010), each beside the letter of
 * today. Those that Unicode's own folding (NFKC) makes the same are left out, as are those that the variants in names have already.
 */
const OLD_FORMS = `
  悪惡 圧壓 囲圍 医醫 壱壹 隠隱 営營 縁緣 艶艷 欧歐 殴毆 奥奧 穏穩 壊壞 概槪 殻殼 渇渴 缶罐 陥陷 勧勸 歓歡 観觀 帰歸 偽僞 戯戲 犠犧 旧舊 拠據
  虚虛 峡峽 挟挾 狭狹 区區 駆驅 径徑 掲揭 軽輕 撃擊 欠缺 研硏 倹儉 険險 圏圈 献獻 験驗 効效 鉱鑛 号號 砕碎 剤劑 雑雜 参參 桟棧 蚕蠶 惨慘 賛贊
  残殘 糸絲 辞辭 湿濕 獣獸 縦縱 粛肅 処處 緒緖 叙敍 渉涉 焼燒 証證 奨奬 状狀 剰剩 畳疊 壌壤 嬢孃 醸釀 嘱囑 寝寢 尽盡 髄髓 枢樞 窃竊 摂攝 戦戰
  銭錢 潜潛 争爭 捜搜 挿插 痩瘦 装裝 騒騷 臓臟 即卽 属屬 続續 堕墮 体體 担擔 胆膽 断斷 弾彈 遅遲 痴癡 勅敕 逓遞 党黨 盗盜 届屆 弐貳 悩惱 覇霸
  廃廢 売賣 蛮蠻 瓶甁 払拂 併倂 麺麵 余餘 来來 乱亂 猟獵 双雙 暦曆 歴歷 錬鍊 稲稻 薬藥 徳德 黙默 巣巢
`;

/** Small kana that names of places have in either size, as they are once katakana is hiragana: 千里ヶ丘 and 千里ケ丘. */
const KANA_OF_PLACES = ['けゖ', 'かゕ'];
/** Strokes and waves that look alike and that one or the other keyboard gives. */
const ALIKE = ['-‐−–—―', '~〜'];

const FIRST_KATAKANA = 0x30a1;
const LAST_KATAKANA = 0x30f6;
const TO_HIRAGANA = 0x60;

const between = (first: number, last: number): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

const SMALL_KANA = new Map(KANA_OF_PLACES.flatMap((pair) => [[pair[1] ?? '', pair[0] ?? ''] as const]));

const hiraganaOf = (katakana: number): string => {
  const hiragana = String.fromCodePoint(katakana - TO_HIRAGANA);
  return SMALL_KANA.get(hiragana) ?? hiragana;
};

/** Capitals beyond those of ASCII, in the letters that Japanese keyboards have. */
const CAPITALS = 'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ';

const groupsOf = (words: string): readonly (readonly string[])[] =>
  words
    .trim()
    .split(/\s+/u)
    .map((group) => [...group]);

/** Groups that share a letter are one: 斉斎 and 斎齋. Each letter stands beside the first of its group. */
const merged = (groups: readonly (readonly string[])[]): ReadonlyMap<string, string> => {
  const standsFor = new Map<string, string>();
  for (const group of groups) {
    const known = group.find((letter) => standsFor.has(letter));
    const first = (known === undefined ? group[0] : standsFor.get(known)) ?? '';
    const joined = new Set(group.flatMap((letter) => standsFor.get(letter) ?? []));
    for (const [letter, stands] of standsFor) if (joined.has(stands)) standsFor.set(letter, first);
    for (const letter of group) standsFor.set(letter, first);
  }
  return standsFor;
};

const OF_KANJI = merged([...NAME_VARIANTS, ...groupsOf(OLD_FORMS)]);

/**
 * For each letter that is folded, the one that stands for it in what is searched, in order: kana, capitals, old forms and other variants of
 * kanji, strokes. The function kyodo_fold of the database has the same table; changing it takes a migration that writes the searched columns anew.
 */
export const FOLDED_LETTERS: ReadonlyMap<string, string> = new Map(
  [
    ...between(FIRST_KATAKANA, LAST_KATAKANA).map(
      (code) => [String.fromCodePoint(code), hiraganaOf(code)] as const,
    ),
    ['ヽ', 'ゝ'] as const,
    ['ヾ', 'ゞ'] as const,
    ...SMALL_KANA,
    ...[...CAPITALS].map((letter) => [letter, letter.toLowerCase()] as const),
    ...ALIKE.flatMap(([first = '', ...others]) => others.map((letter) => [letter, first] as const)),
    ...OF_KANJI,
  ].filter(([letter, stands]) => letter !== stands),
);
