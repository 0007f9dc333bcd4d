import {
  type ChangeKind,
  type ChangeSide,
  type DocumentChange,
  movedNumbers,
  type RowName,
} from '../domain/document-change.ts';
import { receiverWord } from './report.ts';

/** 変更点: what differs between chapter 5 as it was given out and as it is now. */

export const CHANGES_BUTTON = { file: 'ワードで受け取る' } as const;

export const changesText = {
  title: '刊行後の変更点',
  titleOf: (year: string) => `${year} 第5章 刊行後の変更点`,
  since: (when: string, who: string, format: string) =>
    `${when}に${receiverWord(who)}が${format}で受け取ったものと、今の記録との違いです。`,
  count: (count: number) => `全${count}件`,
  none: '受け取ったあとの変更はありません。',
  neverGiven: (year: string) => `${year}の第5章は、まだファイルで受け取られていません。`,
  /** The document's beginning, before its first heading. */
  whole: '全体',
  between: ' > ',
  before: (text: string) => `前:${text}`,
  after: (text: string) => `今:${text}`,
  nothing: '(なし)',
  fileName: (year: string) => `実施状況報告書_第5章_${year}_変更点.docx`,
  beside: (year: string) => `${year}の第5章の、刊行後の変更点です。`,
  sent: '協DOボットとのメッセージに、変更点のファイルを送りました。',
} as const;

/** The table of the file. */
export const CHANGES_COLUMN = { no: 'No', place: '箇所', what: '項目', before: '前', after: '今' } as const;

const numberWord = (number: string): string => (number === '' ? 'Noなし' : `No${number}`);
const rowWord = ({ number, name }: RowName): string => (number === null ? `「${name}」` : numberWord(number));

/** The row that a change is in: by what it is called now, and before where that is another. */
const rowOf = (before: ChangeSide | null, after: ChangeSide | null): string => {
  const [was, is] = [before?.row, after?.row];
  const now = is ?? was;
  if (now === undefined || now === null) return '';
  return was && is && was.number !== is.number ? `${rowWord(is)}(前は${rowWord(was)})` : rowWord(now);
};

const labelOf = ({ before, after }: DocumentChange): string => (after ?? before)?.says[0]?.label ?? '';

const WHAT: Readonly<Record<ChangeKind, (change: DocumentChange) => string>> = {
  title: () => '題',
  running: () => '各ページの上の見出し',
  heading: () => '見出し',
  lines: () => '文章',
  fact: labelOf,
  table: ({ before, after }) =>
    before === null || after === null ? `表「${(after ?? before)?.table ?? ''}」` : '表の名前',
  columns: () => '表の列',
  row: ({ before, after }) => `${rowOf(before, after)}の行`,
  cell: (change) => `${rowOf(change.before, change.after)} ${labelOf(change)}`,
  numbers: () => 'ほかの行のNo',
  order: () => '並び順',
};

/** What one side says, a line each. */
const linesOf = (kind: ChangeKind, side: ChangeSide): readonly string[] => {
  switch (kind) {
    case 'table':
      return [side.table ?? ''];
    case 'row':
      return side.says
        .filter(({ lines }) => lines.length > 0)
        .flatMap(({ label, lines: [first = '', ...rest] }) => [`${label ?? ''}:${first}`, ...rest]);
    case 'columns':
    case 'order':
      return [side.says.flatMap(({ lines }) => lines).join('、')];
    default:
      return side.says.flatMap(({ lines }) => lines);
  }
};

const rangeOf = ([first, last]: readonly [string, string]): string =>
  first === last ? numberWord(first) : `${numberWord(first)}から${last}まで`;

/** A change in words: where it stands, the outermost heading first, of what it is, and what was and is said there, a line each. */
export type ChangeInWords = {
  readonly place: readonly string[];
  readonly what: string;
  readonly before: readonly string[] | null;
  readonly after: readonly string[] | null;
};

export const changeInWords = (change: DocumentChange): ChangeInWords => {
  const { kind, before, after } = change;
  const added = before === null ? '(追加)' : '';
  const gone = after === null ? '(削除)' : '';
  const inWords = { place: (after ?? before)?.headings ?? [], what: `${WHAT[kind](change)}${added}${gone}` };
  if (kind === 'numbers' && before !== null && after !== null) {
    const runs = movedNumbers(linesOf(kind, before), linesOf(kind, after));
    return {
      ...inWords,
      before: runs.map((run) => rangeOf(run.before)),
      after: runs.map((run) => rangeOf(run.after)),
    };
  }
  return { ...inWords, before: before && linesOf(kind, before), after: after && linesOf(kind, after) };
};
