import type { KnownBlock } from '@slack/types';

/** What a view shows: the callback id by which a feature says how it is drawn anew, and of what it is. */
export type Shown = { readonly by: string; readonly of: string };

/**
 * A message as Slack takes it. `text` serves notifications and screen readers and holds no opinions. `shown` is for a dialog alone, where
 * a list is drawn anew when what it shows was changed.
 */
export type SlackMessage = { readonly text: string; readonly blocks: KnownBlock[]; readonly shown?: Shown };
