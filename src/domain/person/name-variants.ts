import { plainName } from './written-name.ts';

/**
 * Letters that stand for one another in Japanese names, a group a word. The tables that exist (Unihan's, OpenCC's) also
 * tie Chinese forms and letters that are different names in Japan, so this one is kept by hand; see decision 0032.
 */
const VARIANTS = `
  亜亞 会會 伝傳 児兒 円圓 剣劍劔 勲勳 厳嚴 与與 万萬 並竝 乗乘 予豫 亀龜 亘亙 仏佛 仮假 価價 来來 克剋 双雙 収收 吉𠮷 台臺 団團 国國圀 塩鹽 増增 壮壯 声聲 壷壺 学學 実實
  宝寶寳 寛寬 寿壽 将將 尭堯 尚尙 岳嶽 峰峯 島嶋嶌 崎﨑嵜碕 嵯嵳 巣巢 帯帶 広廣 庁廳 弁辨瓣辯 弥彌 当當 彦彥 従從 徳德 応應 恒恆 恵惠 慎愼 懐懷 戸戶 戻戾 拡擴 挙擧 教敎
  数數 斉斎齊齋斊 曽曾 昂昻 晃晄 晋晉 暁曉 朗朖 条條 栄榮 桑桒 桜櫻 桧檜 柏栢 柳栁 梅楳 検檢 楽樂 槙槇 様樣 橋槗𣘺 横橫 歩步 歯齒 毎每 気氣 沢澤 浄淨 浜濱濵 涼凉 清淸 済濟
  渋澁 渓溪 淵渕渊 温溫 満滿 滝瀧 瀬瀨 灯燈 点點 為爲 煕熙 熊熋 独獨 瑶瑤 画畫 留畄 穂穗 秋穐 称稱 稲稻 穣穰 竜龍 粋粹 経經 絵繪 継繼 総總 緑綠 縁緣 縄繩 群羣 聡聰 舎舍
  舘館 船舩 芦蘆 芸藝 茎莖 荘莊 蒋蔣 蔵藏 薗園 薫薰 薮藪 虎乕 蛍螢 衛衞 覚覺 覧覽 誉譽 譲讓 豊豐 頼賴 辺邊邉 遥遙 郎郞 郷鄕鄉 録錄 鉄鐵銕 鋭銳 鎌鐮 鎮鎭 関關 随隨 静靜
  青靑 顕顯 駅驛 鴎鷗 鶏鷄 鶴鸖靏靍 麦麥 黄黃 黒黑 黙默 富冨 真眞 祢禰 礼禮 禄祿 禅禪 埜野 秘祕 翠翆 萌萠 苅刈 県縣 巻卷 権權 写寫 釈釋 触觸 酔醉 図圖 専專 浅淺 践踐 繊纖
  対對 滞滯 択擇 単單 昼晝 虫蟲 鋳鑄 聴聽 徴徵 転轉 闘鬪 読讀 脳腦 拝拜 発發 髪髮 抜拔 変變 舗舖 褒襃 翻飜 訳譯 薬藥 揺搖 謡謠 両兩 塁壘 励勵 霊靈 齢齡 恋戀 炉爐 労勞
  楼樓 湾灣 巌巖 凛凜 高髙 桝枡 籠篭 兎兔 冴冱
`;

/** The groups, in which the first letter stands for the others. */
export const NAME_VARIANTS: readonly (readonly string[])[] = VARIANTS.trim()
  .split(/\s+/u)
  .map((group) => [...group.normalize('NFKC')]);

/** The one letter of each group that stands for all of it. */
const STANDS_FOR: ReadonlyMap<string, string> = new Map(
  NAME_VARIANTS.flatMap((letters) =>
    letters.map((letter): readonly [string, string] => [letter, letters[0] ?? letter]),
  ),
);

const KATAKANA = /[ァ-ヶ]/gu;
const TO_HIRAGANA = 0x60;

/**
 * A name as it would be spelled with the commonest letters: 髙嶺 﨑 is 高嶺 崎, 佐々木 is 佐佐木, ハナ is はな. Spaces are kept. For
 * comparing only: it is nobody's name.
 */
export const commonSpelling = (name: string): string =>
  [...plainName(name).replace(/(\p{Script=Han})々/gu, '$1$1')]
    .map((letter) => STANDS_FOR.get(letter) ?? letter)
    .join('')
    .replace(KATAKANA, (kana) => String.fromCodePoint((kana.codePointAt(0) ?? 0) - TO_HIRAGANA))
    .toLowerCase();
