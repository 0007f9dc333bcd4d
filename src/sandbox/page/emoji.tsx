import type { JSX } from 'react';

/** The emoji that people use most; Slack knows some thousands. */
const signs: Readonly<Record<string, string>> = {
  '+1': '👍',
  '-1': '👎',
  bell: '🔔',
  blush: '😊',
  books: '📚',
  bow: '🙇',
  bulb: '💡',
  calendar: '📅',
  camera: '📷',
  cherry_blossom: '🌸',
  clap: '👏',
  deciduous_tree: '🌳',
  exclamation: '❗',
  eyes: '👀',
  fire: '🔥',
  grin: '😁',
  handshake: '🤝',
  heart: '❤️',
  hugging_face: '🤗',
  joy: '😂',
  laughing: '😆',
  loudspeaker: '📢',
  mag: '🔍',
  mega: '📣',
  memo: '📝',
  mount_fuji: '🗻',
  muscle: '💪',
  ok_hand: '👌',
  party_popper: '🎉',
  pencil: '📝',
  point_right: '👉',
  pray: '🙏',
  pushpin: '📌',
  question: '❓',
  rocket: '🚀',
  school: '🏫',
  seedling: '🌱',
  smile: '😄',
  smiley: '😃',
  sparkles: '✨',
  star: '⭐',
  sunny: '☀️',
  sweat_smile: '😅',
  tada: '🎉',
  tulip: '🌷',
  thumbsdown: '👎',
  thumbsup: '👍',
  umbrella: '☔',
  warning: '⚠️',
  wave: '👋',
  white_check_mark: '✅',
};

/** Slack writes an emoji as code points in hexadecimal, e.g. `1f4dd` or `1f468-200d-1f4bb`. */
const fromCodes = (codes: string): string =>
  String.fromCodePoint(...codes.split('-').map((code) => Number.parseInt(code, 16)));

/** An emoji that can be heard by its name too; one that is not known here stays `:name:`. */
export const EmojiSign = ({
  name,
  unicode,
}: {
  readonly name: string;
  readonly unicode?: string | undefined;
}): JSX.Element => {
  const sign =
    unicode === undefined ? (Object.hasOwn(signs, name) ? signs[name] : undefined) : fromCodes(unicode);
  if (sign === undefined) return <>:{name}:</>;
  return (
    <span role="img" aria-label={name}>
      {sign}
    </span>
  );
};
