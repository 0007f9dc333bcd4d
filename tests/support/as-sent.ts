import type { SlackMessage } from '../../src/slack/message.ts';

/** What Slack gets of a message: what it shows is only for dialogs. */
export const asSent = ({ text, blocks }: SlackMessage): Pick<SlackMessage, 'text' | 'blocks'> => ({
  text,
  blocks,
});
