import { type JSX, type KeyboardEvent, type RefObject, useState } from 'react';
import { type Channel, type Directory, runShortcut } from './api.ts';
import { sendCommand } from './channel-acts.ts';
import { CommandList } from './command-list.tsx';
import { isSending } from './keys.ts';
import { useCompletion } from './use-completion.ts';
import type { Workspace } from './use-workspace.ts';

/** The box to type in, with the commands and shortcuts under it. What begins like a command is completed. */
export const Composer = ({
  directory,
  channel,
  person,
  run,
  box,
}: {
  readonly directory: Directory;
  readonly channel: Channel;
  readonly person: string;
  readonly run: Workspace['run'];
  readonly box: RefObject<HTMLTextAreaElement | null>;
}): JSX.Element => {
  const [text, setText] = useState('');
  const send = async (): Promise<void> => {
    const sent = text.trim();
    if (sent === '') return;
    setText('');
    const answer = await run(sendCommand(person, channel.id, sent));
    // What was refused comes back, unless something else has been typed meanwhile.
    if (!answer.ok) setText((now) => (now === '' ? sent : now));
  };
  const insert = (command: string): void => {
    setText(`${command} `);
    box.current?.focus();
  };
  const completion = useCompletion(text, directory.commands, insert);
  const isOffering = completion.entries.length > 0;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (completion.onKey(event) || !isSending(event)) return;
    event.preventDefault();
    void send();
  };
  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <label htmlFor="composer-text">メッセージやコマンドを入力</label>
      {isOffering && <CommandList completion={completion} onTake={insert} />}
      <div className="composer-row">
        <textarea
          id="composer-text"
          ref={box}
          rows={Math.min(6, text.split('\n').length)}
          value={text}
          placeholder="例:/kyodo-meeting"
          aria-describedby="composer-keys"
          aria-autocomplete="list"
          aria-controls={isOffering ? completion.listId : undefined}
          aria-activedescendant={
            completion.chosen === undefined ? undefined : completion.entryId(completion.chosen)
          }
          onChange={({ target }) => setText(target.value)}
          onKeyDown={onKeyDown}
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
