import { typed } from '../steps.ts';
import { ALL, button, ONE, type Way } from './kinds.ts';

/** Ways in to the search: everybody may look, and sees what they may see (tests/handlers/search). */

const WORDS = { words: ['協働'], year: null };
const MORE = { ...WORDS, kind: 'meeting', after: { at: 0, id: ONE } };

export const SEARCHING: readonly Way[] = [
  button('search.open', 'take-part', ALL),
  {
    id: 'search.run',
    act: 'take-part',
    may: ALL,
    send: () => ({ metadata: {}, fields: { searchWords: typed('協働') } }),
  },
  button('search.again', 'take-part', ALL, JSON.stringify(WORDS)),
  button('search.more', 'take-part', ALL, JSON.stringify(MORE)),
  button('search-meeting.open', 'take-part', ALL, ({ announcedRecord }) => `${announcedRecord}:2026`),
  button('search-training.open', 'take-part', ALL, `${ONE}:2026`),
  button('search-body.open', 'take-part', ALL, ({ headquarters }) => `${headquarters}:2026`),
  button('search-promoter.open', 'take-part', ALL, ({ welfareSection }) => welfareSection),
];
