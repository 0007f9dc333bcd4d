import { type JSX, type KeyboardEvent, type RefObject, useState } from 'react';
import { type Channel, type Directory, runShortcut, sendCommand } from './api.ts';
import type { Workspace } from './use-workspace.ts';

/**
 * The box to type in, with the commands and shortcuts under it. Enter sends, Shift+Enter starts a new line; the Enter that
 * ends a conversion of the input method does neither.
 */
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
  const onKeyDown = (event: KeyboardEvent): void => {
    // Safari reports the Enter that ends a conversion after the conversion; its key code is still 229.
    const converting = event.nativeEvent.isComposing || event.keyCode === 229;
    if (event.key !== 'Enter' || event.shiftKey || converting) return;
    event.preventDefault();
    void send();
  };
  const insert = (command: string): void => {
    setText(`${command} `);
    box.current?.focus();
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
      <div className="composer-row">
        <textarea
          id="composer-text"
          ref={box}
          rows={Math.min(6, text.split('\n').length)}
          value={text}
          placeholder="例:/kyodo-meeting"
          aria-describedby="composer-keys"
          onChange={({ target }) => setText(target.value)}
          onKeyDown={onKeyDown}
        />
        <button type="submit" className="primary">
          送信
        </button>
      </div>
      <p className="keys" id="composer-keys">
        Enterで送信、Shift+Enterで改行
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
