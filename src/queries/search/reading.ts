import type { Actor } from '../../domain/actor.ts';
import type { SearchQuery } from '../../domain/search/query.ts';

/** Who looks for what, and when. */
export type SearchReading = { readonly actor: Actor; readonly query: SearchQuery; readonly now: Date };
