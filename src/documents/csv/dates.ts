import {
  DATE_PRECISIONS,
  type DatePrecision,
  fieldsOf,
  type RecordDateFields,
  readEdge,
  readRecordDate,
  type WrittenRecordDateProblem,
} from '../../domain/occasion/date.ts';
import { csvText } from '../../texts/csv.ts';
import { DATE_LABEL, PRECISION_WORD, RECORD_DATE_SENTENCES } from '../../texts/record-date.ts';
import { sentenceOf } from '../../texts/sentence.ts';
import { type Found, wordIn } from './cells.ts';
import { daySentence } from './columns.ts';

/** A cell of a row by its label. */
export type Cell = (label: string) => string;

const { heldOn: ON, heldUntil: UNTIL, precision: PRECISION } = DATE_LABEL;

/** 年月日, 年月, 期限(…まで) as the form has them, or 期限 alone. */
const readPrecision = (typed: string): DatePrecision | undefined =>
  typed === '期限' ? 'until' : wordIn(DATE_PRECISIONS, (word) => PRECISION_WORD[word].word, typed);

const PRECISION_WORDS = DATE_PRECISIONS.map((word) => PRECISION_WORD[word].word);

/** Why a date in one cell can't be read. */
export const dateSentence = (problem: WrittenRecordDateProblem): string => {
  if (problem.kind !== 'unread') return sentenceOf(RECORD_DATE_SENTENCES, problem);
  return daySentence(problem.cause, csvText.unreadableDay);
};

/** Of a month no day is known; a day may be printed as its month, if that was asked for. */
const edgeProblems = (
  column: string,
  typed: string,
  wanted: DatePrecision | undefined,
  isAsked: boolean,
): readonly Found[] => {
  const read = readEdge(typed);
  if (typed === '') return [];
  if (!read.ok) return [{ column, sentence: daySentence(read.error, csvText.unreadableDay) }];
  const { precision } = read.value;
  return wanted === undefined || precision === wanted || (precision === 'day' && isAsked)
    ? []
    : [{ column, sentence: csvText.unreadableDay }];
};

/** 開催日 alone may hold a date as the report prints it (令和5年7月から9月まで); with the other two it is one day. */
export const readDates = (cell: Cell): RecordDateFields | readonly Found[] => {
  const [on, until, typed] = [cell(ON), cell(UNTIL), cell(PRECISION)];
  if (on !== '' && until === '' && typed === '') {
    const read = readRecordDate(on);
    return read.ok ? fieldsOf(read.value) : [{ column: ON, sentence: dateSentence(read.error) }];
  }
  const [first, last] = [readEdge(on), readEdge(until)];
  const precision = typed === '' ? (first.ok ? first.value.precision : 'day') : readPrecision(typed);
  const problems = [
    ...edgeProblems(ON, on, precision, typed !== ''),
    ...edgeProblems(UNTIL, until, precision, typed !== ''),
    ...(precision === undefined ? [{ column: PRECISION, sentence: csvText.oneOf(PRECISION_WORDS) }] : []),
  ];
  return problems.length > 0 || !first.ok || precision === undefined
    ? problems
    : { heldOn: first.value.on, heldUntil: last.ok ? last.value.on : undefined, precision };
};
