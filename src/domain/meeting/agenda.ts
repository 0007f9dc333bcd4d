/** 案件の種別: 審議, 報告, 協議. */
export const AGENDA_KINDS = ['deliberation', 'report', 'discussion'] as const;
export type AgendaKind = (typeof AGENDA_KINDS)[number];

/** 案件: one matter of a meeting, with its kind where one was given. */
export type AgendaItem = { readonly text: string; readonly kind: AgendaKind | null };

const KIND_OF: Readonly<Record<string, AgendaKind>> = {
  審議: 'deliberation',
  報告: 'report',
  協議: 'discussion',
};
/** What people call each kind. */
export const AGENDA_WORD: Readonly<Record<AgendaKind, string>> = {
  deliberation: '審議',
  report: '報告',
  discussion: '協議',
};

const NUMBER = '[0-9０-９]{1,3}';
/** ①, ⑴, ⒈, ❶ and their like. */
const ENCIRCLED = '[①-⒛⓪-⓿❶-➓㉑-㉟㊱-㊿]';
const OF_YEARS = '[かカヵヶケ箇]';
/** What a number counts or names though a half-width space stands between: 「3 か年計画」「1 号館」「3 R」. */
const COUNTED =
  '(?:[かカヵヶケ箇]|[年月日時分秒号回次期件名人者組台個本枚棟階市町村区県国級種割円億万千百周点倍歳学]|[%％℃]|[a-zA-Zａ-ｚＡ-Ｚ]{1,3}(?![a-zA-Zａ-ｚＡ-Ｚ]))';
const SPACE = '[\\s　]';

/**
 * A number before a 案件. `1.` and `1、` are numbers only where no digit follows (1.5次産業, 1、2号館), a number alone only
 * before a full-width space (１　年間予定) or a half-width one and what it does not count (1 予算, but 3 か年計画), 第1号議案 only before a space or a colon.
 */
const LEADING_NUMBER = new RegExp(
  `^(?:${[
    `[(（]${NUMBER}[)）]`,
    `${NUMBER}[)）]`,
    ENCIRCLED,
    `${NUMBER}[.．、，,:：](?![0-9０-９])`,
    '[・･]',
    `[0-9０-９]{1,2}(?:　${SPACE}*(?!${OF_YEARS})|\\s+(?!${COUNTED}|[0-9０-９]{3}(?![0-9０-９])))(?=\\S)`,
    `(?:第${SPACE}*${NUMBER}${SPACE}*号${SPACE}*議案|議案第?${SPACE}*${NUMBER}${SPACE}*号?|(?:議題|案件)${NUMBER})(?:[:：]|${SPACE})(?=${SPACE}*\\S)`,
  ].join('|')})${SPACE}*`,
  'u',
);
const TRAILING_KIND = /^(.*\S)[\s　]*[(（](審議|報告|協議)[)）]$/u;

const readLine = (line: string): readonly AgendaItem[] => {
  const text = line.trim().replace(LEADING_NUMBER, '').trim();
  if (text === '') return [];
  const [, before, word] = TRAILING_KIND.exec(text) ?? [];
  const kind = word === undefined ? undefined : KIND_OF[word];
  return before === undefined || kind === undefined ? [{ text, kind: null }] : [{ text: before, kind }];
};

/**
 * The 案件 typed one a line. Empty lines are ignored, one leading number is dropped (`1.` `(1)` `①` `１　` `1、` `第1号議案　`), a trailing kind in half or full
 * width is taken off; all else stays as typed. E.g. `①年間予定について（審議）` is 年間予定について, deliberation.
 */
export const readAgenda = (text: string): readonly AgendaItem[] =>
  text.split(/\r\n|\r|\n/u).flatMap(readLine);

/** One 案件 with its kind after it, as people read it: 年間予定について(審議). */
const printAgendaItem = (item: AgendaItem): string =>
  item.kind === null ? item.text : `${item.text}(${AGENDA_WORD[item.kind]})`;

/** The numbered lines of the annual report: (1)… (2)…, each with its kind after it. */
export const printAgenda = (items: readonly AgendaItem[]): readonly string[] =>
  items.map((item, index) => `(${index + 1})${printAgendaItem(item)}`);

/**
 * The text that `readAgenda` reads back as the same items, never longer than what was once typed: an item that begins
 * like a number gets the shortest mark before it, so that only the mark is dropped.
 */
export const agendaText = (items: readonly AgendaItem[]): string =>
  items
    .map((item) => (LEADING_NUMBER.test(item.text) ? `・${printAgendaItem(item)}` : printAgendaItem(item)))
    .join('\n');
