import { type FiscalYear, printFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import type { DocumentChange } from '../../domain/document-change.ts';
import { cut } from '../../domain/letters.ts';
import { joinParts } from '../../domain/parts.ts';
import { whereDiffer } from '../../domain/where-differ.ts';
import type { SlackMessage } from '../../slack/message.ts';
import {
  CHANGES_BUTTON,
  type ChangeInWords,
  changeInWords,
  changesText,
} from '../../texts/report-changes.ts';
import { button, buttons, header, MOST_LETTERS, note, paragraph } from '../blocks.ts';
import { escaped } from '../mrkdwn.ts';
import { pageNote, pageOf, turnButtons, type Unit } from '../paging.ts';

/** A text in as many pieces as Slack takes one by one; no letter is split. */
const inPieces = (text: string): readonly string[] => {
  const piece = cut(text, MOST_LETTERS);
  return piece.length === text.length ? [text] : [piece, ...inPieces(text.slice(piece.length))];
};

/** What was and is said, place by place where it is long. */
const pairsOf = ({ before, after }: ChangeInWords): readonly string[] => {
  const said = (lines: readonly string[]): string => lines.join('\n');
  if (before !== null && after !== null) {
    return whereDiffer(said(before), said(after)).flatMap((place) => [
      changesText.before(place.before === '' ? changesText.nothing : place.before),
      changesText.after(place.after === '' ? changesText.nothing : place.after),
    ]);
  }
  if (before !== null) return [changesText.before(said(before))];
  return after === null ? [] : [changesText.after(said(after))];
};

/** A change in one paragraph, or where it is longer than that in several, which may stand on several pages. */
const unitsOf = (change: DocumentChange): readonly Unit[] => {
  const words = changeInWords(change);
  const heading = words.place.length === 0 ? changesText.whole : words.place.join(changesText.between);
  return inPieces([words.what, ...pairsOf(words)].join('\n')).map((text) => ({
    heading,
    blocks: [paragraph(text)],
    length: text.length,
  }));
};

/** 変更点 of a year's report: since what (`since`), and everything that differs, a page of it. */
export const changesMessage = (
  year: FiscalYear,
  since: string,
  changes: readonly DocumentChange[],
  page: number,
): SlackMessage => {
  const title = changesText.titleOf(printFiscalYear(year));
  const shown = pageOf(changes.flatMap(unitsOf), page);
  const lead = changes.length === 0 ? changesText.none : changesText.count(changes.length);
  const valueFor = (to: number): string => joinParts(year, to);
  return {
    text: escaped(`${title} ${lead}`),
    blocks: [
      header(title),
      note(`${since}${lead}`),
      ...shown.blocks,
      ...pageNote(shown),
      ...buttons('pages', [
        ...turnButtons('report-changes', shown, valueFor),
        ...(changes.length === 0 ? [] : [button('report-changes.file', CHANGES_BUTTON.file, String(year))]),
      ]),
    ],
    shown: { by: 'report-changes', of: valueFor(shown.shown) },
  };
};
