import type { JSX, RefObject } from 'react';
import { type Channel, type Directory, runShortcut } from './api.ts';
import { sendCommand } from './channel-acts.ts';
import { CommandList } from './command-list.tsx';
import { useCompletion } from './use-completion.ts';
import { useSending } from './use-sending.ts';
import type { Workspace } from './use-workspace.ts';

/** The box to type in, with the commands and shortcuts under it. What begins like a command is completed. */
export const Composer = ({
  directory,
  channel,
  person,
  run,
  box,
  onSend,
}: {
  readonly directory: Directory;
  readonly channel: Channel;
  readonly person: string;
  readonly run: Workspace['run'];
  readonly box: RefObject<HTMLTextAreaElement | null>;
  /** Something typed leaves. */
  readonly onSend: () => void;
}): JSX.Element => {
  const { text, setText, rows, onKeyDown, onSubmit } = useSending((typed) => {
    onSend();
    return run(sendCommand(person, channel.id, typed));
  });
  const insert = (command: string): void => {
    setText(`${command} `);
    box.current?.focus();
  };
  const completion = useCompletion(text, directory.commands, insert);
  const isOffering = completion.entries.length > 0;
  return (
    <form className="composer" onSubmit={onSubmit}>
      <label htmlFor="composer-text">メッセージやコマンドを入力</label>
      {isOffering && <CommandList completion={completion} onTake={insert} />}
      <div className="composer-row">
        <textarea
          id="composer-text"
          ref={box}
          rows={rows}
          value={text}
          placeholder="例:/kyodo-meeting"
          aria-describedby="composer-keys"
          aria-autocomplete="list"
          aria-controls={isOffering ? completion.listId : undefined}
          aria-activedescendant={
            completion.chosen === undefined ? undefined : completion.entryId(completion.chosen)
          }
          onChange={({ target }) => setText(target.value)}
          onKeyDown={(event) => completion.onKey(event) || onKeyDown(event)}
        />
        <button type="submit" className="primary">
          送信
        </button>
      </div>
      <p className="keys" id="composer-keys">
        Enterで送信、Shift+Enterで改行。/ を入力するとコマンドの候補が出ます。
      </p>
      <fieldset className="insertions" aria-label="コマンド">
        {directory.commands.map(({ command, hint }) => (
          <button key={command} type="button" title={hint} onClick={() => insert(command)}>
            {command}
          </button>
        ))}
      </fieldset>
      <fieldset className="insertions" aria-label="ショートカット">
        {directory.shortcuts.map(({ callbackId, name }) => (
          <button key={callbackId} type="button" onClick={() => void run(runShortcut(person, callbackId))}>
            <span aria-hidden="true">⚡ </span>
            {name}
          </button>
        ))}
      </fieldset>
    </form>
  );
};
