/**
 * An address within text. Sentences follow it without a space (https://example.jp/をご覧ください), so it has the letters of
 * RFC 3986 only, parentheses in pairs, and no punctuation at its end.
 */
export const ADDRESS: RegExp =
  /https?:\/\/(?:[\w\-.~:/?#@!$&'*+,;=%]|\([\w\-.~:/?#@!$&'*+,;=%]*\))+(?<![.,:;!?'])/gu;
