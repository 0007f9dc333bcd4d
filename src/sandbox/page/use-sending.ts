import { type FormEvent, type KeyboardEvent, useState } from 'react';
import type { Answer } from './api.ts';
import { isSending } from './keys.ts';

/** The box grows with the lines that are typed, up to this many; then it scrolls. */
const MOST_ROWS = 6;

export type Sending = {
  readonly text: string;
  readonly setText: (text: string) => void;
  /** For the textarea. */
  readonly rows: number;
  /** For the textarea: Enter sends. */
  readonly onKeyDown: (event: KeyboardEvent) => void;
  /** For the form around it. */
  readonly onSubmit: (event: FormEvent) => void;
};

/** A box whose text goes to `act` and leaves it empty. What was refused comes back, unless something else has been typed meanwhile. */
export const useSending = (act: (text: string) => Promise<Answer>): Sending => {
  const [text, setText] = useState('');
  const send = async (): Promise<void> => {
    const sent = text.trim();
    if (sent === '') return;
    setText('');
    const answer = await act(sent);
    if (!answer.ok) setText((now) => (now === '' ? sent : now));
  };
  const onSubmit = (event: FormEvent | KeyboardEvent): void => {
    event.preventDefault();
    void send();
  };
  return {
    text,
    setText,
    rows: Math.min(MOST_ROWS, text.split('\n').length),
    onKeyDown: (event) => {
      if (isSending(event)) onSubmit(event);
    },
    onSubmit,
  };
};
