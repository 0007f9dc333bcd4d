const ENTITY: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/**
 * The text of a message as a person reads it: addresses by themselves, labels of links before them, names of mentions where
 * Slack gives them. E.g. `see <https://a.example|here> &amp; <@U1|hana>` is `see here https://a.example & @hana`.
 */
export const readableText = (text: string): string =>
  text
    .replaceAll(/<([^<>|]+)(?:\|([^<>]*))?>/gu, (_, target: string, label: string | undefined) => {
      if (target.startsWith('@') || target.startsWith('#')) return `${target[0]}${label ?? target.slice(1)}`;
      if (target.startsWith('!')) return label ?? `@${target.slice(1).split('^')[0]}`;
      return label === undefined || label === target ? target : `${label} ${target}`;
    })
    .replaceAll(/&(?:amp|lt|gt);/gu, (entity) => ENTITY[entity] ?? entity);
