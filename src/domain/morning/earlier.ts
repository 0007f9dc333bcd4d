import type { LocalDate } from '../calendar/local-date.ts';
import type { EarlierWord } from '../earlier-word.ts';
import { lastDayOfRecord } from '../occasion/date.ts';
import { isLineOpen, type LineContent, type ShownLine } from './content.ts';

/** Whether what was asked is done; what ended otherwise, or is somebody else's now, is not. */
const isDone = (line: LineContent): boolean => {
  switch (line.kind) {
    case 'inquiry':
    case 'inquiry-answered':
      return line.answer !== null;
    case 'written-meeting':
    case 'written-told':
      return line.answered === 'all';
    case 'collect':
      return line.isCollected;
    case 'action-item':
      return line.item.settled?.outcome === 'done';
    case 'video':
      return line.state !== null;
    case 'guide':
      return line.appointment.guideConfirmedAt !== null;
    case 'held-meeting':
      return line.meeting.heldConfirmedAt !== null;
    case 'held-training':
      return line.session.heldConfirmedAt !== null;
    case 'preparation':
      return line.preparation === 'held' || line.preparation === 'in-writing';
    case 'written-closed':
      return line.meeting.state === 'announced';
    case 'roster-report':
    case 'report-missing':
    case 'away-over-due':
    case 'department-unanswered':
    case 'unanswered':
    case 'deactivated':
      return !isLineOpen(line);
  }
};

/** When it is due, where it is ever due. */
const dueOf = (line: LineContent): LocalDate | undefined => {
  if (line.kind === 'video') return lastDayOfRecord(line.session.date);
  return 'dueOn' in line ? line.dueOn : undefined;
};

/** What an earlier message, which told of a line as due on `toldDueOn`, says in its place. */
export const earlierWord = (line: LineContent, toldDueOn: LocalDate | undefined): EarlierWord => {
  if (isDone(line)) return 'done';
  const isDueOtherwise = toldDueOn !== undefined && toldDueOn !== dueOf(line);
  return isLineOpen(line) && isDueOtherwise ? 'due-changed' : 'newest';
};

/** The line as an earlier message shows it. */
export const earlierLine = (line: LineContent, toldDueOn: LocalDate | undefined): ShownLine => ({
  kind: 'earlier',
  of: line,
  word: earlierWord(line, toldDueOn),
});
