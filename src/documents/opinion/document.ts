import { printFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { printDayWithWeekday } from '../../domain/calendar/japanese-era.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import type { OpinionOnDesk } from '../../domain/opinion/desk.ts';
import type { OpinionYear } from '../../domain/opinion/opinion.ts';
import type { OpinionsToTake } from '../../services/opinion/take.ts';
import { OPINION_RESPONSE_WORD, opinionText } from '../../texts/opinion.ts';
import { OPINION_COLUMN, opinionFileText } from '../../texts/opinion-file.ts';
import type { Cell, Column, DocumentPart, TextDocument } from '../writing/text-document.ts';

const COLUMNS: readonly Column[] = [
  { heading: OPINION_COLUMN.number, share: 9 },
  { heading: OPINION_COLUMN.item, share: 15 },
  { heading: OPINION_COLUMN.words, share: 31 },
  { heading: OPINION_COLUMN.consideration, share: 31 },
  { heading: OPINION_COLUMN.response, share: 14 },
];

const linesOf = (text: string): Cell => text.split('\n');

/** What was answered when it was considered last, under the words that were given. */
const beforeLines = (before: OpinionYear | undefined): Cell =>
  before === undefined
    ? []
    : [
        opinionFileText.before(
          printFiscalYear(before.fiscalYear),
          before.response === null ? opinionFileText.unrecorded : OPINION_RESPONSE_WORD[before.response],
        ),
        ...linesOf(before.consideration),
      ];

/** The number, of one that is carried with its year. */
const numberOf = ({ opinion, isCarried }: OpinionOnDesk): string =>
  isCarried
    ? opinionFileText.carriedNumber(printFiscalYear(opinion.fiscalYear), opinion.number)
    : opinion.number;

const rowOf = (one: OpinionOnDesk): readonly Cell[] => {
  const { opinion, considered, before } = one;
  const consideration = considered?.consideration ?? '';
  const response = considered?.response ?? null;
  return [
    [numberOf(one)],
    [opinion.item],
    [...linesOf(opinion.words), ...beforeLines(before)],
    consideration === '' ? [opinionFileText.unrecorded] : linesOf(consideration),
    response === null
      ? [opinionFileText.unrecorded]
      : [
          OPINION_RESPONSE_WORD[response],
          ...(considered === undefined || considered.responseWhen === ''
            ? []
            : [opinionFileText.when(considered.responseWhen)]),
        ],
  ];
};

const tableOf = (caption: string, listed: readonly OpinionOnDesk[]): DocumentPart => ({
  kind: 'table',
  caption,
  columns: COLUMNS,
  rows: listed.map(rowOf),
});

/** The rows of a year in order, its own before 前年度からの継続, with their headings: what every format has alike. */
export const opinionRows = ({
  listed,
}: Pick<OpinionsToTake, 'listed'>): {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
} => ({ headings: COLUMNS.map(({ heading }) => heading), rows: listed.map(rowOf) });

/** 評価・意見に対する市の調査・検討 of a year as a document; what has no answer prints (未記録). */
export const opinionDocument = ({ year, at, listed }: OpinionsToTake): TextDocument => {
  const title = opinionFileText.title(printFiscalYear(year));
  const own = listed.filter(({ isCarried }) => !isCarried);
  const carried = listed.filter(({ isCarried }) => isCarried);
  return {
    title,
    running: title,
    parts: [
      { kind: 'lines', lines: [opinionFileText.asOf(printDayWithWeekday(todayInTokyo(at)))] },
      own.length === 0 ? { kind: 'lines', lines: [opinionText.none] } : tableOf(opinionText.ownTitle, own),
      ...(carried.length === 0
        ? []
        : [
            { kind: 'heading', text: opinionText.carriedTitle } as const,
            tableOf(opinionText.carriedTitle, carried),
          ]),
    ],
  };
};
