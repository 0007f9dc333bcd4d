import type { JSX, ReactNode } from 'react';
import { type MessagePlace, sendReply } from './channel-acts.ts';
import { useSending } from './use-sending.ts';
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
  const { text, setText, rows, onKeyDown, onSubmit } = useSending((typed) =>
    run(sendReply(person, place, typed)),
  );
  return (
    <form className="composer-row" onSubmit={onSubmit}>
      <textarea
        aria-label="スレッドに返信"
        placeholder="返信を入力"
        rows={rows}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={onKeyDown}
      />
      <button type="submit">返信する</button>
    </form>
  );
};
