/** The key of a page, counted from 1, of the message with this key. */
export const pageKey = (key: string, page: number): string => `${key}/${String(page).padStart(2, '0')}`;

/** The page that a key names. */
export const pageOfKey = (key: string): number => Number(key.split('/').at(-1));
