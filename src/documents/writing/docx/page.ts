/** Lengths are in twips, twentieths of a point: A4 with 20 mm around, and 5 mm more under what stands at its head. */
export const PAGE = { width: 11906, height: 16838, margin: 1134, head: 1418 } as const;
/** How wide the text is. */
export const BETWEEN: number = PAGE.width - 2 * PAGE.margin;
/** Sizes of letters are in half points. */
export const SIZE = { text: 21, small: 18, subheading: 22, heading: 24, title: 32 } as const;

/** The width of a column that has so much of 100 of the text's. */
export const widthOf = (share: number): number => Math.floor((BETWEEN * share) / 100);

/** What stays free within a cell. */
export const MARGINS = { top: 60, bottom: 60, left: 100, right: 100 } as const;
