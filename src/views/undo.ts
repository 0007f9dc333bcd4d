import type { Button, KnownBlock } from '@slack/types';
import { printDayWithWeekday } from '../domain/calendar/japanese-era.ts';
import { undoableUntil } from '../domain/calendar/undo.ts';
import type { Undoable } from '../domain/undoable.ts';
import type { SlackMessage } from '../slack/message.ts';
import { UNDO_BUTTON, undoText } from '../texts/undo.ts';
import { button, buttons, note } from './blocks.ts';
import { doneMessage } from './failure.ts';

/** 元に戻す. */
export const undoButton = ({ kind, id }: Undoable): Button => button(`${kind}.restore`, UNDO_BUTTON, id);

/** The same, and until when, of what was done at `doneAt`. */
export const undoPart = (undoable: Undoable, doneAt: Date): readonly KnownBlock[] => [
  note(undoText.until(printDayWithWeekday(undoableUntil(doneAt)))),
  ...buttons('undo', [undoButton(undoable)]),
];

/** What is said to who pressed 元に戻す. */
export const undoneMessage = (sentence: string): SlackMessage => doneMessage('undone', sentence);
