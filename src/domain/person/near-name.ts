import { commonSpelling } from './name-variants.ts';
import { plainName } from './written-name.ts';

/** What is put behind a name out of politeness. */
const POLITE = /(?:様|さま|さん|氏|殿|どの|君|くん|先生)$/u;

/** What somebody is, written behind the name. */
const TITLE =
  /(?:(?:課|部|局|室|係|所|館|園|校|次|会|理事|委員|副委員|副会)長|(?:課|部|局|室|係)長(?:補佐|代理)|主任|主査|主事|主幹|参事|補佐|代理|理事|委員|職員|担当|推進員|協働推進員)$/u;

/** Where somebody belongs, written before the name without a space. */
const PLACE = /^.*(?:[課室部局係所館園校署]|センター|委員会|事務局)(?=..)/u;

const BRACKETED = /[([{<「『【〔〈《]([^)\]}>」』】〕〉》]*)[)\]}>」』】〕〉》]?/gu;
const GAP = /[\s・,、,./:;|]+/u;

/** More words than any name with its section and title has. */
const MOST_WORDS = 8;

const bareOf = (text: string): string => {
  const polite = text.replace(POLITE, '');
  return polite.replace(TITLE, '').replace(TITLE, '').replace(POLITE, '');
};

/** Every run of words that stand beside one another, written together. */
const runsOf = (text: string): readonly string[] => {
  const words = text.split(GAP).filter((word) => word !== '');
  const few = words.slice(0, MOST_WORDS);
  return few.flatMap((_, from) =>
    few.slice(from).map((__, more) => few.slice(from, from + more + 1).join('')),
  );
};

/** How a name is compared with others that may be nearly the same. */
type NearKeys = {
  /** All that is written, in the commonest letters, without spaces. */
  readonly whole: string;
  /** All that may be the name in it, when a section, a title, 様 or brackets stand beside it. */
  readonly parts: readonly string[];
};

/** The keys of a name as it was written, e.g. of 「市民課 髙嶺 﨑 様」: among its parts is 高嶺崎. */
export const nearKeysOf = (name: string): NearKeys => {
  const plain = plainName(name);
  const inBrackets = [...plain.matchAll(BRACKETED)].map(([, words = '']) => words);
  const texts = [plain.replace(BRACKETED, ' '), ...inBrackets, plain].map(commonSpelling);
  const runs = texts.flatMap(runsOf);
  const parts = runs.flatMap((run) => [run, bareOf(run), bareOf(run.replace(PLACE, ''))]);
  return {
    whole: commonSpelling(plain).replace(/\s+/gu, ''),
    parts: [...new Set(parts)].filter((part) => [...part].length > 1),
  };
};
