import { type JSX, type ReactNode, useState } from 'react';
import { type MessagePlace, sendReply } from './channel-acts.ts';
import { isSending } from './keys.ts';
import type { Workspace } from './use-workspace.ts';

/** How many replies a message has; the replies themselves and a box for another once they are asked for. */
export const Thread = ({
  person,
  place,
  count,
  open,
  onOpen,
  run,
  children,
}: {
  readonly person: string;
  readonly place: MessagePlace;
  readonly count: number;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  readonly run: Workspace['runAloud'];
  readonly children: ReactNode;
}): JSX.Element => {
  const id = `thread-${place.ts}`;
  return (
    <div className="thread">
      <button
        type="button"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => onOpen(!open)}
      >
        {count > 0 ? `${count}件の返信` : 'スレッド'}
      </button>
      {open && (
        <div id={id}>
          {count > 0 && <ol>{children}</ol>}
          <ReplyBox person={person} place={place} run={run} />
        </div>
      )}
    </div>
  );
};

/** Writes into a thread. Enter sends; what could not be sent comes back. */
const ReplyBox = ({
  person,
  place,
  run,
}: {
  readonly person: string;
  readonly place: MessagePlace;
  readonly run: Workspace['runAloud'];
}): JSX.Element => {
  const [text, setText] = useState('');
  const send = async (): Promise<void> => {
    const sent = text.trim();
    if (sent === '') return;
    setText('');
    const answer = await run(sendReply(person, place, sent));
    if (!answer.ok) setText((now) => (now === '' ? sent : now));
  };
  return (
    <form
      className="composer-row"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <textarea
        aria-label="スレッドに返信"
        placeholder="返信を入力"
        rows={Math.min(6, text.split('\n').length)}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={(event) => {
          if (!isSending(event)) return;
          event.preventDefault();
          void send();
        }}
      />
      <button type="submit">返信する</button>
    </form>
  );
};
