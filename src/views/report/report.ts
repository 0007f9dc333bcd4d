import type { KnownBlock } from '@slack/types';
import { type FiscalYear, printFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { printMoment } from '../../domain/calendar/moment.ts';
import type { Unsettled } from '../../domain/chapter5/unsettled.ts';
import type { FileFormat } from '../../domain/file-format.ts';
import { joinParts } from '../../domain/parts.ts';
import type { ReportFile } from '../../services/report/begin.ts';
import type { Given } from '../../services/report/open.ts';
import type { SlackMessage } from '../../slack/message.ts';
import { CHAPTER_TEXT_BUTTON } from '../../texts/chapter-text.ts';
import { comparedWord, FORMAT_WORD, REPORT_BUTTON, reportText } from '../../texts/report.ts';
import { button, buttons, header, note, paragraph } from '../blocks.ts';
import { doneMessage } from '../failure.ts';
import { escaped } from '../mrkdwn.ts';
import { pageNote, pageOf, turnButtons, type Unit } from '../paging.ts';
import { withUniqueActions } from '../unique-actions.ts';
import { type PlaceInReport, settlingButton } from './settling.ts';

/** What a button carries besides, of a file with 前年度との比較. */
export const COMPARED = 'compared';

/** What was given out, and who got it. */
export type NamedGiven = Given & { readonly name: string };

/** What is known of a year's report before it is made. */
export type ReportBefore = {
  readonly year: FiscalYear;
  readonly unsettled: readonly Unsettled[];
  /** What was given out last. */
  readonly given: NamedGiven | undefined;
  /** What was given out last of all that says anything else than it would by now. */
  readonly other: NamedGiven | undefined;
};

const carriedBy = ({ year, format, attempt, compared }: ReportFile): string =>
  joinParts(year, format, attempt, compared ? COMPARED : undefined);

/** The order of need: what is handed on is a Word file. */
const IN_ORDER: readonly FileFormat[] = ['docx', 'xlsx', 'html', 'md'];

/** A button for each format, and one for each with 前年度との比較. */
const formatButtons = (year: FiscalYear, wanted: FileFormat | undefined): readonly KnownBlock[] => {
  const row = (compared: boolean): readonly KnownBlock[] =>
    buttons(
      compared ? 'formats-compared' : 'formats',
      IN_ORDER.map((format) =>
        button(
          'report.make',
          compared ? comparedWord(format) : FORMAT_WORD[format],
          carriedBy({ year, format, attempt: 1, compared }),
          format === wanted && !compared ? 'primary' : undefined,
        ),
      ),
    );
  // In one block each has an id of its own.
  return withUniqueActions([...row(false), note(reportText.compared), ...row(true)]);
};

const givenBlocks = ({ year, given, other }: ReportBefore): readonly KnownBlock[] => {
  if (given === undefined) return [];
  const momentOf = ({ delivery }: NamedGiven): string => printMoment(delivery.givenAt);
  const formatOf = ({ delivery }: NamedGiven): string => FORMAT_WORD[delivery.format];
  const said = reportText.given(momentOf(given), given.name, formatOf(given));
  if (other === undefined) return [note(said)];
  const isLast = other.delivery === given.delivery;
  const changed = isLast ? reportText.changed : reportText.changedSince(momentOf(other), formatOf(other));
  return [
    note(`${said}${changed}`),
    ...buttons('changes', [button('report-changes.open', REPORT_BUTTON.changes, joinParts(year, 1))]),
  ];
};

/** A point that is left, with whatever settles it. */
const unitOf = ({ text, settle }: Unsettled, place: PlaceInReport, index: number): Unit => ({
  heading: reportText.left,
  blocks: [
    paragraph(text),
    ...buttons(
      joinParts('settle', index),
      settle.slice(0, 5).map((one) => settlingButton(one, place)),
    ),
  ],
  length: text.length,
});

/** So many points stand on a page: each has its buttons. */
const MOST_POINTS = 10;

/** What stands between the record and the report of a year, page by page, and the buttons that make it. */
export const reportMessage = (before: ReportBefore, page: number, wanted?: FileFormat): SlackMessage => {
  const { year, unsettled } = before;
  const label = printFiscalYear(year);
  const title = reportText.title(label);
  const lead = unsettled.length === 0 ? reportText.settled : reportText.unsettled(unsettled.length);
  const units = unsettled.map((point, index) => unitOf(point, { year, page }, index));
  const shown = pageOf(units, page, undefined, MOST_POINTS);
  return {
    text: escaped(`${title} ${lead}`),
    blocks: [
      header(title),
      paragraph(`${lead}\n${reportText.choose}`),
      ...formatButtons(year, wanted),
      ...givenBlocks(before),
      ...shown.blocks,
      ...pageNote(shown),
      ...buttons('pages', [
        ...turnButtons('report', shown, (to) => joinParts(year, to)),
        button('report.again', REPORT_BUTTON.again, joinParts(year, shown.shown)),
        button('chapter-text.edit', CHAPTER_TEXT_BUTTON.open, joinParts(year, 'preface')),
      ]),
    ],
    shown: { by: 'report', of: joinParts(year, shown.shown) },
  };
};

const sentences = (...said: readonly string[]): SlackMessage => ({
  text: escaped(said.join('')),
  blocks: [paragraph(said.join('\n'))],
});

const wordsOf = ({ year, format }: ReportFile): readonly [string, string] => [
  printFiscalYear(year),
  FORMAT_WORD[format],
];

/** In the person's messages, until the file is there. */
export const reportMaking = (file: ReportFile): SlackMessage =>
  sentences(reportText.making(...wordsOf(file)));

/** The answer where it was asked for. */
export const reportMakingThere = (file: ReportFile): SlackMessage =>
  doneMessage('making', reportText.makingThere(...wordsOf(file)));

/** What that becomes when the file is there. */
export const reportMade = (file: ReportFile, unsettled: number): SlackMessage =>
  sentences(reportText.made(...wordsOf(file)), ...(unsettled === 0 ? [] : [reportText.madeWith(unsettled)]));

/** What it becomes when there is none: why, and a button to try again. */
export const reportNotMade = (file: ReportFile, sentence: string): SlackMessage => {
  const { text, blocks } = sentences(reportText.failed(sentence));
  const again = carriedBy({ ...file, attempt: file.attempt + 1 });
  return {
    text,
    blocks: [...blocks, ...buttons('again', [button('report.make', REPORT_BUTTON.retry, again)])],
  };
};

/** To words that are neither a year nor a format. */
export const reportUnreadable = (words: readonly string[]): SlackMessage =>
  sentences(reportText.unreadable(words.join(' '), reportText.examples));
