import { type KeyboardEvent, useId, useState } from 'react';
import type { Directory } from './api.ts';
import { isConverting } from './keys.ts';

type Command = Directory['commands'][number];

/** The commands that begin with what is typed; none unless it is the beginning of a command and nothing more. */
const commandsFor = (typed: string, commands: readonly Command[]): readonly Command[] =>
  /^\/\S*$/u.test(typed) ? commands.filter(({ command }) => command.startsWith(typed)) : [];

export type Completion = {
  readonly listId: string;
  readonly entries: readonly Command[];
  /** Which entry Enter and Tab take; none while a whole command stands there, because Enter sends that. */
  readonly chosen: number | undefined;
  readonly entryId: (index: number) => string;
  /** Takes the keys that belong to the list; gives whether it did. */
  readonly onKey: (event: KeyboardEvent) => boolean;
};

/**
 * Offers the commands that go on from what is typed, as Slack does: the arrow keys choose, Enter and Tab take, Esc puts
 * the list away until something else is typed.
 */
export const useCompletion = (
  typed: string,
  commands: readonly Command[],
  take: (command: string) => void,
): Completion => {
  const listId = useId();
  const [moved, setMoved] = useState<{ readonly typed: string; readonly to: number }>();
  const [refused, setRefused] = useState<string>();
  const entries = refused === typed ? [] : commandsFor(typed, commands);
  const isWhole = commands.some(({ command }) => command === typed);
  const first = isWhole || entries.length === 0 ? undefined : 0;
  const chosen = moved?.typed === typed && entries.length > 0 ? moved.to : first;
  const move = (by: number): void => {
    const from = chosen ?? (by > 0 ? -1 : 0);
    setMoved({ typed, to: (from + by + entries.length) % entries.length });
  };
  const onKey = (event: KeyboardEvent): boolean => {
    if (entries.length === 0 || isConverting(event)) return false;
    const entry = chosen === undefined ? undefined : entries[chosen];
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Escape') setRefused(typed);
    else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey && entry) take(entry.command);
    else return false;
    event.preventDefault();
    return true;
  };
  return { listId, entries, chosen, entryId: (index) => `${listId}-${index}`, onKey };
};
