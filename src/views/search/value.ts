import type { WantedPage } from '../../domain/search/found.ts';
import type { SearchWords } from '../../domain/search/words.ts';

/** What is looked for, and the page, as buttons and views carry it: JSON of one line, well under what Slack takes. */
export const searchValue = (wanted: SearchWords, page?: WantedPage): string =>
  JSON.stringify({ ...wanted, ...page });
