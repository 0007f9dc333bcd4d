/** The emoji that people use most; Slack knows some thousands. */
const signs: ReadonlyMap<string, string> = new Map(
  Object.entries({
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
    thumbsdown: '👎',
    thumbsup: '👍',
    tulip: '🌷',
    umbrella: '☔',
    warning: '⚠️',
    wave: '👋',
    white_check_mark: '✅',
  }),
);

/** Slack writes an emoji as code points in hexadecimal, e.g. `1f4dd` or `1f468-200d-1f4bb`. */
const fromCodes = (codes: string): string =>
  String.fromCodePoint(...codes.split('-').map((code) => Number.parseInt(code, 16)));

/** The sign of an emoji; one that is not known here stays `:name:`. */
export const emojiOf = (name: string, unicode: string | undefined): string =>
  (unicode === undefined ? signs.get(name) : fromCodes(unicode)) ?? `:${name}:`;
