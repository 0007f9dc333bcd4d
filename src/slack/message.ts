import type { KnownBlock } from '@slack/types';

/** A message as Slack takes it. `text` serves notifications and screen readers and holds no opinions. */
export type SlackMessage = { readonly text: string; readonly blocks: KnownBlock[] };
