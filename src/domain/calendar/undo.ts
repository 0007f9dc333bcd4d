import { addDays, type LocalDate, todayInTokyo } from './local-date.ts';

/** For so many days what was done by a final act can be undone (元に戻す). */
const UNDO_DAYS = 30;

/** The last day on which an act of that moment can be undone. */
export const undoableUntil = (doneAt: Date): LocalDate => addDays(todayInTokyo(doneAt), UNDO_DAYS);

/** Whether an act of the moment `doneAt` can still be undone now. */
export const isUndoable = (doneAt: Date, now: Date): boolean => todayInTokyo(now) <= undoableUntil(doneAt);
