import type { JSX } from 'react';
import type { Message } from './api.ts';
import { emojiOf } from './emoji.ts';

/** What is offered; any other reaction is shown by its sign, too. */
const OFFERED: Readonly<Record<string, string>> = {
  '+1': 'いいね',
  white_check_mark: '確認しました',
  eyes: '見ています',
  bow: 'お願いします',
  pray: 'ありがとうございます',
  tada: 'おめでとうございます',
};

type React = (name: string, on: boolean) => void;

/** The reactions of a message with their numbers; pressing one adds one's own or takes it back. */
export const Reactions = ({
  reactions,
  person,
  onReact,
}: {
  readonly reactions: Message['reactions'];
  readonly person: string;
  readonly onReact: React;
}): JSX.Element => (
  <fieldset className="reactions" aria-label="リアクション">
    {reactions.map(({ name, people }) => {
      const mine = people.includes(person);
      return (
        <button
          key={name}
          type="button"
          aria-pressed={mine}
          aria-label={`${OFFERED[name] ?? name} ${people.length}件`}
          onClick={() => onReact(name, !mine)}
        >
          {emojiOf(name, undefined)} {people.length}
        </button>
      );
    })}
  </fieldset>
);

/** The reactions one may add. */
export const ReactionChoice = ({ onReact }: { readonly onReact: React }): JSX.Element => (
  <fieldset className="reactions" aria-label="リアクションを選ぶ">
    {Object.entries(OFFERED).map(([name, words]) => (
      <button key={name} type="button" aria-label={words} title={words} onClick={() => onReact(name, true)}>
        {emojiOf(name, undefined)}
      </button>
    ))}
  </fieldset>
);
