import { type JSX, useContext, useState } from 'react';
import { askOptions, type Directory, fileAddress, type Message, type Pressed } from './api.ts';
import { BlockKitDialog } from './block-kit-dialog.tsx';
import { Blocks } from './blocks.tsx';
import { pressInMessage, react, runMessageShortcut } from './channel-acts.ts';
import { changeOf, type FormValues, withValue } from './field-values.ts';
import { InspectingContext } from './inspecting.ts';
import { Menu } from './menu.tsx';
import { ReactionChoice, Reactions } from './reactions.tsx';
import { MrkdwnText } from './text-blocks.tsx';
import { Thread } from './thread.tsx';
import type { Workspace } from './use-workspace.ts';

/** One message: who, when, what, and whether others see it. Fields in it tell the bot as soon as they change. */
export const MessageItem = ({
  message,
  person,
  channel,
  shortcuts,
  inThread = false,
  run,
}: {
  readonly message: Message;
  readonly person: string;
  readonly channel: string;
  readonly shortcuts: Directory['messageShortcuts'];
  /** A reply; it has no thread of its own. */
  readonly inThread?: boolean;
  readonly run: Workspace['run'];
}): JSX.Element => {
  const [values, setValues] = useState<FormValues>({});
  const [threadOpen, setThreadOpen] = useState(false);
  const [choosing, setChoosing] = useState(false);
  const [inspecting, setInspecting] = useState(false);
  const mayInspect = useContext(InspectingContext);
  const place = { channel, ts: message.ts };
  const press = (pressed: Pressed): void => void run(pressInMessage(person, place, pressed));
  const onReact = (name: string, on: boolean): void => {
    setChoosing(false);
    void run(react(person, place, name, on));
  };
  /** What may be done with it; some only where others see it, too. */
  const sharedActs = [
    { key: 'react', words: 'リアクションを付ける', choose: () => setChoosing(!choosing) },
    ...(inThread ? [] : [{ key: 'reply', words: 'スレッドで返信', choose: () => setThreadOpen(true) }]),
    ...shortcuts.map(({ callbackId, name }) => ({
      key: callbackId,
      words: name,
      choose: () => void run(runMessageShortcut(person, callbackId, place)),
    })),
  ];
  const acts = [
    ...(message.ephemeral ? [] : sharedActs),
    ...(mayInspect ? [{ key: 'blocks', words: 'Block Kitを見る', choose: () => setInspecting(true) }] : []),
  ];
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
        {message.reactions.length > 0 && (
          <Reactions reactions={message.reactions} person={person} onReact={onReact} />
        )}
        {acts.length > 0 && <Menu className="message-menu" label="その他の操作" entries={acts} />}
        {choosing && <ReactionChoice onReact={onReact} />}
        {inspecting && (
          <BlockKitDialog
            surface="message"
            payload={{ text: message.text, ...(message.blocks ? { blocks: message.blocks } : {}) }}
            onClose={() => setInspecting(false)}
          />
        )}
        {(message.replies.length > 0 || threadOpen) && (
          <Thread
            person={person}
            place={place}
            count={message.replies.length}
            open={threadOpen}
            onOpen={setThreadOpen}
            run={run}
          >
            {message.replies.map((reply) => (
              <MessageItem
                key={reply.ts}
                message={reply}
                person={person}
                channel={channel}
                shortcuts={shortcuts}
                inThread
                run={run}
              />
            ))}
          </Thread>
        )}
      </div>
    </li>
  );
};
