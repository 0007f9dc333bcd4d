import { z } from 'zod';

/**
 * What stands in a cell or field and says nothing:
 * error-value: #N/A and what else a spreadsheet writes where a formula failed, or ##### where a column was too narrow;
 * ditto: 〃, 同上: as above, which means something else as soon as rows are sorted;
 * blank-mark: 0, -, ―: how people and formulas leave a cell empty;
 * number: a number where a name belongs, as 1.23E+05;
 * placeholder: 未定, 欠員: that there is nobody;
 * lost-letter: ? or 〓 in a name: how Excel and others write a letter that their encoding lacks.
 */
const NO_DATA_KINDS = ['error-value', 'ditto', 'blank-mark', 'number', 'placeholder', 'lost-letter'] as const;
export type NoDataKind = (typeof NO_DATA_KINDS)[number];

const plain = (text: string): string => text.normalize('NFKC').replaceAll(/\s/gu, '');

const ERROR_VALUE =
  /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|BUSY!|UNKNOWN!|GETTING_DATA|#+)$/iu;
const DITTO = /^(?:[〃々仝〻ゝヽ]+|["“”„'’]{1,2}|同上|上に?同じ|同じ|同左|同前|以下同じ)$/u;
const BLANK_MARK = /^(?:0|[-‐‑‒–—―−ー─━~〜_.…‥*×/]+)$/u;
const NUMBER = /^[-+]?[\d,]*\.?\d+(?:e[-+]?\d+)?%?$/iu;
const PLACEHOLDER =
  /^(?:(?:後任)?未定|未選任|未選出|未登録|未記入|欠員|空席|空欄|該当(?:者)?な[しい]|な[し]|無し|不明|(?:調整|検討|選考|選任|人選)中|(?:後日|追って)(?:報告|連絡)|n\/a|tbd|null|none|undefined|true|false)(?:\(.*\))?$/iu;
const LOST_LETTER = /[?〓□]/u;

/** What can stand nowhere in a file: it says something only beside the cell it came from. */
export const noDataInCell = (text: string): NoDataKind | undefined => {
  const typed = plain(text);
  if (ERROR_VALUE.test(typed)) return 'error-value';
  if (DITTO.test(typed)) return 'ditto';
  return BLANK_MARK.test(typed) ? 'blank-mark' : undefined;
};

/** The same for what something is called by, as a 課: neither a number nor a word for there being none. */
export const noDataInTitle = (text: string): NoDataKind | undefined => {
  const typed = plain(text);
  const found = noDataInCell(text);
  if (found !== undefined) return found;
  if (NUMBER.test(typed)) return 'number';
  return PLACEHOLDER.test(typed) ? 'placeholder' : undefined;
};

/** The same for a person's name, in which a mark for a lost letter is never meant. */
export const noDataInName = (text: string): NoDataKind | undefined =>
  noDataInTitle(text) ?? (LOST_LETTER.test(text.normalize('NFKC')) ? 'lost-letter' : undefined);

/** A finding of a schema for a name of `noDataIn`; `params` says which, for the sentence at the field. */
export const refuseNoData =
  (noDataIn: (text: string) => NoDataKind | undefined) =>
  (text: string, context: z.RefinementCtx): void => {
    const noData = noDataIn(text);
    if (noData !== undefined) context.addIssue({ code: 'custom', params: { noData } });
  };

/** What `refuseNoData` says of a field. */
export const NoDataFinding = z.object({
  code: z.literal('custom'),
  params: z.object({ noData: z.enum(NO_DATA_KINDS) }),
});
