import { shorten } from '../letters.ts';
import { printRecordDate } from '../occasion/date.ts';
import { printAgenda } from './agenda.ts';
import type { MeetingFacts } from './meeting.ts';

/**
 * 日付 as chapter 5 prints it: the date, then the note, then (書面開催) for a written meeting; every other way prints
 * nothing. E.g. 令和5年8月10日まで 開催案内送付(書面開催).
 */
export const printMeetingDate = ({ date, note, way }: Pick<MeetingFacts, 'date' | 'note' | 'way'>): string =>
  `${[printRecordDate(date), note].filter((part) => part !== '').join(' ')}${way === 'written' ? '(書面開催)' : ''}`;

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
