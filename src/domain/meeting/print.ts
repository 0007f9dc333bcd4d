import { shorten } from '../letters.ts';
import { printRecordDate } from '../occasion/date.ts';
import { printAgenda } from './agenda.ts';
import type { MeetingFacts } from './meeting.ts';

const WRITTEN_MARK = '(書面開催)';
/** The mark as people type it into a note. */
const TYPED_MARK = /\s*[(（]\s*書\s*面\s*開\s*催\s*[)）]/u;
const TYPED_MARKS = new RegExp(TYPED_MARK, 'gu');

/** A note without the mark: again and again, because what stood around one may make another. */
const withoutMark = (note: string): string => {
  const rest = note.replace(TYPED_MARK, '');
  return rest === note ? note.trim() : withoutMark(rest);
};

/**
 * 日付欄の注記 as it is printed where (書面開催) is said beside it: without that word of its own. For every other way the note
 * stands as typed, but says it once at most.
 */
export const printMeetingNote = ({ note, way }: Pick<MeetingFacts, 'note' | 'way'>): string => {
  const rest = withoutMark(note);
  if (way === 'written') return rest === '書面開催' ? '' : rest;
  return [...note.matchAll(TYPED_MARKS)].length < 2 ? note : `${rest}${WRITTEN_MARK}`;
};

/**
 * 日付 as chapter 5 prints it: the date, then the note, then (書面開催) for a written meeting, once whatever the note says;
 * every other way prints nothing. E.g. 令和5年8月10日まで 開催案内送付(書面開催).
 */
export const printMeetingDate = ({ date, note, way }: Pick<MeetingFacts, 'date' | 'note' | 'way'>): string =>
  `${[printRecordDate(date), printMeetingNote({ note, way })].filter((part) => part !== '').join(' ')}${way === 'written' ? WRITTEN_MARK : ''}`;

/** Lines that fit into `most` characters; what is left out is counted in a last line: ほか40件. */
export const fittingLines = (lines: readonly string[], most: number): readonly string[] => {
  const shown: string[] = [];
  let left = most - 12;
  for (const line of lines) {
    if (line.length + 1 > left) break;
    left -= line.length + 1;
    shown.push(line);
  }
  if (shown.length === lines.length) return shown;
  if (shown.length > 0) return [...shown, `ほか${lines.length - shown.length}件`];
  const [first = ''] = lines;
  const rest = lines.length > 1 ? [`ほか${lines.length - 1}件`] : [];
  return [shorten(first, most - 20), ...rest];
};

/** 案件 numbered, in at most `most` characters. */
export const printAgendaWithin = (items: MeetingFacts['items'], most: number): string =>
  fittingLines(printAgenda(items), most).join('\n');
