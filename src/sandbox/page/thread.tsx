import { type JSX, type ReactNode, useState } from 'react';

/** How many replies a message has, and the replies themselves once they are asked for. */
export const Thread = ({
  id,
  count,
  children,
}: {
  readonly id: string;
  readonly count: number;
  readonly children: ReactNode;
}): JSX.Element => {
  const [open, setOpen] = useState(false);
  return (
    <div className="thread">
      <button
        type="button"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {count}件の返信
      </button>
      {open && <ol id={id}>{children}</ol>}
    </div>
  );
};
