const ENTITY: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/** A mention, a link, or a letter that Slack escapes. */
const MARKED = /<([^<>|\s][^<>|]*)(?:\|([^<>]*))?>|&(?:amp|lt|gt);/gu;

/** What stands in the place of a name that nobody can tell. */
export const NAMELESS = { person: '(氏名不明)', channel: '(非公開)', group: '(グループ)' } as const;

/** Names of people and channels, by Slack id. */
export type MentionNames = {
  readonly people: ReadonlyMap<string, string>;
  readonly channels: ReadonlyMap<string, string>;
};

const unescaped = (text: string): string =>
  text.replaceAll(/&(?:amp|lt|gt);/gu, (entity) => ENTITY[entity] ?? entity);

/** Slack ids of people and channels that are to be named. */
export type Mentioned = { readonly [Kind in keyof MentionNames]: readonly string[] };

/** Whom and what a message's text mentions, each once. */
export const mentionedIn = (text: string): Mentioned => {
  const targets = [...text.matchAll(MARKED)].map(([, target = '']) => target);
  const idsAfter = (sign: string): readonly string[] => [
    ...new Set(targets.filter((target) => target.startsWith(sign)).map((target) => target.slice(1))),
  ];
  return { people: idsAfter('@'), channels: idsAfter('#') };
};

/** `<!here>`, `<!subteam^S1|@課>`, `<!date^1700000000^{date}|11月14日>`: the label where there is one, of a group without one a word. */
const special = (name: string, label: string): string => {
  if (label !== '') return label;
  return name.startsWith('subteam^') ? `@${NAMELESS.group}` : `@${name.split('^')[0]}`;
};

const linked = (target: string, label: string): string => {
  const address = target.replace(/^(?:mailto|tel):/u, '');
  return label === '' || label === target || label === address ? address : `${label} ${address}`;
};

/**
 * The text of a message as a person reads it: names for mentions, addresses by themselves, labels of links before them. A name
 * the record or Slack knows goes before the label in the text, which is what somebody was called when it was written.
 * E.g. `see <https://a.example|here> &amp; <@U1|hana>` is `see here https://a.example & @花田 花子`.
 */
export const readableText = (text: string, { people, channels }: MentionNames): string =>
  text.replaceAll(MARKED, (marked, target: string | undefined, given: string | undefined) => {
    if (target === undefined) return unescaped(marked);
    const [sign, id, label] = [target[0], target.slice(1), unescaped(given ?? '')];
    if (sign === '@') return `@${people.get(id) ?? (label || NAMELESS.person)}`;
    if (sign === '#') return `#${channels.get(id) ?? (label || NAMELESS.channel)}`;
    return sign === '!' ? special(id, label) : linked(unescaped(target), label);
  });
