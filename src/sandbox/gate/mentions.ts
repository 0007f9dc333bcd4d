const USER = /^@[UW][A-Z0-9]{2,}(\|.*)?$/;
const CHANNEL = /^#[CG][A-Z0-9]{2,}(\|.*)?$/;
const LINK = /^https?:\/\/[^\s|]+(\|(?<label>[^|\n]*))?$/;
// A date Slack shows in the reader's time zone: it calls nobody.
const DATE = /^!date\^\d+\^/;

/** An angle bracket pair with what it holds, a written entity, or a sign that stands alone. */
const TOKENS = /<(?<inside>[^<>]*)>|&(?:amp|lt|gt);|[<>&]/g;
const STRAY_AMPERSAND = /&(?!(?:amp|lt|gt);)/;

const asMention = (inside: string): string | undefined => {
  if (inside.startsWith('!') && !DATE.test(inside)) return `mention not allowed: <${inside}>`;
  if (inside.startsWith('@') && !USER.test(inside)) return `invalid user id: <${inside}>`;
  if (inside.startsWith('#') && !CHANNEL.test(inside)) return `invalid channel id: <${inside}>`;
  return undefined;
};

const asLink = (inside: string): string | undefined => {
  if (/^[!@#]/.test(inside)) return undefined;
  const link = LINK.exec(inside);
  if (!link) return `not a link, must be escaped: <${inside}>`;
  return STRAY_AMPERSAND.test(link.groups?.label ?? '') ? 'must be escaped: &' : undefined;
};

const tokensOf = (text: string): readonly { readonly whole: string; readonly inside: string | undefined }[] =>
  [...text.matchAll(TOKENS)].map((match) => ({ whole: match[0], inside: match.groups?.inside }));

/**
 * What in a text would call people: `<!channel>`, `<!here>`, `<!everyone>`, `<!subteam^…>`, and mentions whose id is
 * not an id. `<@U12345>`, `<#C12345>` and `<!date^…>` pass.
 */
export const unwantedMentions = (text: string): readonly string[] =>
  tokensOf(text).flatMap(({ inside }) => asMention(inside ?? '') ?? []);

/**
 * Everything in a mrkdwn text that shows somebody's words were put in without escaping: unwanted mentions, and a
 * `<`, `>` or `&` that belongs to no entity, mention or http(s) link. E.g. `A & B` is refused, `A &amp; B` passes.
 */
export const unsafeMrkdwn = (text: string): readonly string[] =>
  tokensOf(text).flatMap(({ whole, inside }) => {
    if (inside !== undefined) return asMention(inside) ?? asLink(inside) ?? [];
    return whole.length === 1 ? `must be escaped: ${whole}` : [];
  });
