import { type JSX, useState } from 'react';
import {
  askOptions,
  type Directory,
  fileAddress,
  type Message,
  type Pressed,
  pressInMessage,
  runMessageShortcut,
} from './api.ts';
import { Blocks } from './blocks.tsx';
import { changeOf, type FormValues, withValue } from './field-values.ts';
import { Menu } from './menu.tsx';
import { MrkdwnText } from './text-blocks.tsx';
import { Thread } from './thread.tsx';
import type { Workspace } from './use-workspace.ts';

/** One message: who, when, what, and whether others see it. Fields in it tell the bot as soon as they change. */
export const MessageItem = ({
  message,
  person,
  channel,
  shortcuts,
  run,
}: {
  readonly message: Message;
  readonly person: string;
  readonly channel: string;
  /** What may be chosen for a message of a channel. */
  readonly shortcuts: Directory['messageShortcuts'];
  readonly run: Workspace['run'];
}): JSX.Element => {
  const [values, setValues] = useState<FormValues>({});
  const press = (pressed: Pressed): void => void run(pressInMessage(person, channel, message.ts, pressed));
  return (
    <li className={message.ephemeral ? 'message ephemeral' : 'message'}>
      <span className={message.author.isBot ? 'avatar bot' : 'avatar'} aria-hidden="true">
        {message.author.isBot ? '協' : message.author.name.slice(0, 1)}
      </span>
      <div className="message-body">
        {message.ephemeral && <p className="only-you">あなただけに表示されています</p>}
        <p className="byline">
          <strong>{message.author.name}</strong>
          {message.author.isBot && <span className="badge">アプリ</span>}
          <span className="time">{message.time}</span>
        </p>
        {message.blocks && message.blocks.length > 0 ? (
          <Blocks
            blocks={message.blocks}
            surface={{
              id: `message-${message.ts}`,
              values,
              errors: {},
              ask: (blockId, actionId, typed) =>
                askOptions(person, { channel, ts: message.ts }, { blockId, actionId, typed }),
              press,
              change: (blockId, field, value) => {
                setValues(withValue(values, blockId, field.action_id, value));
                press({ blockId, actionId: field.action_id, ...changeOf(value) });
              },
            }}
          />
        ) : (
          <MrkdwnText text={message.text} />
        )}
        {message.files.map(({ id, name }) => (
          <p key={id}>
            <a href={fileAddress(person, id)} download={name}>
              ファイル:{name}
            </a>
          </p>
        ))}
        {message.edited && <p className="more">(編集済み)</p>}
        {!message.ephemeral && shortcuts.length > 0 && (
          <Menu
            className="message-menu"
            label="その他の操作"
            entries={shortcuts.map(({ callbackId, name }) => ({
              key: callbackId,
              words: name,
              choose: () => void run(runMessageShortcut(person, callbackId, channel, message.ts)),
            }))}
          />
        )}
        {message.replies.length > 0 && (
          <Thread id={`thread-${message.ts}`} count={message.replies.length}>
            {message.replies.map((reply) => (
              <MessageItem
                key={reply.ts}
                message={reply}
                person={person}
                channel={channel}
                shortcuts={shortcuts}
                run={run}
              />
            ))}
          </Thread>
        )}
      </div>
    </li>
  );
};
