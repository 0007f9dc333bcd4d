import type { Pieces } from '../domain/pieces.ts';

/** Stands before every id. */
const FIRST = '00000000-0000-0000-0000-000000000000';

/** Reads rows in the order of their ids, so many at once: thousands at once would be made in one go, while nothing else is done. */
export const inPages = async <Row extends { readonly id: string }>(
  { rows: most, giveWay }: Pieces,
  read: (page: { readonly after: string; readonly most: number }) => Promise<readonly Row[]>,
): Promise<readonly Row[]> => {
  const rows: Row[] = [];
  for (;;) {
    const page = await read({ after: rows.at(-1)?.id ?? FIRST, most });
    rows.push(...page);
    if (page.length < most) return rows;
    await giveWay();
  }
};
