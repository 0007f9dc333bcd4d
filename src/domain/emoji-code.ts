/** Where a code like `:tada:` may stand: no letter or digit before its first colon and behind its last, so that 10:30:45 holds none. */
const BEFORE = '(?<![A-Za-z0-9])';
const BEHIND = '(?![A-Za-z0-9])';

/** The source of an expression for a code that stands by itself, whose first group is the name; `more` is what may belong to it. */
export const emojiCode = (more = ''): string => `${BEFORE}:([a-z0-9_+'-]{1,60}):${more}${BEHIND}`;
