import type { ContextBlock } from '@slack/types';

/** Small print with people named as Slack shows them; what stands beside the mentions is in our own words, or escaped. */
export const mentioningNote = (text: string): ContextBlock => ({
  type: 'context',
  elements: [{ type: 'mrkdwn', verbatim: true, text }],
});
