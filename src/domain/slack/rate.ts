/** So many posts a minute the bot makes in a workspace: Slack takes 300 in any minute, bursts included. */
export const POSTS_A_MINUTE = 295;
