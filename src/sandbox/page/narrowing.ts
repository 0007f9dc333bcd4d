/** Above this many entries a list gets a box that narrows it. */
const longList = 20;

export const isLong = (items: readonly unknown[]): boolean => items.length > longList;

/** Spaces, half or full width, do not count: 山田花子 finds 山田 花子. */
const folded = (text: string): string => text.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase();

type Findable = { readonly key: string; readonly label: string; readonly description?: string };

/**
 * The items whose words contain `wanted`, and those chosen already, in the order they are offered. Nothing that was chosen
 * goes out of sight, so it can be taken out again whatever is typed.
 */
export const narrowed = <I extends Findable>(
  items: readonly I[],
  wanted: string,
  chosen: readonly string[],
): readonly I[] =>
  items.filter(
    ({ key, label, description = '' }) =>
      chosen.includes(key) || folded(label + description).includes(folded(wanted)),
  );
