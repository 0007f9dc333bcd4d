import type { JsonObject } from '../workspace/shapes.ts';
import type { StoredMessage } from '../workspace/stored.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Where a call's `channel` leads, or Slack's word for why it leads nowhere. */
export type Place =
  | { readonly ok: true; readonly id: string; readonly kind: 'im' | 'channel' }
  | { readonly ok: false; readonly error: 'channel_not_found' | 'not_in_channel' };

/** A D… id, or a C… id of a channel the bot is in. A private channel it is not in does not exist for it. */
export const placeOf = (workspace: Workspace, channel: string): Place => {
  if (channel.startsWith('D')) {
    const known = workspace.dmPartner(channel) !== undefined;
    return known ? { ok: true, id: channel, kind: 'im' } : { ok: false, error: 'channel_not_found' };
  }
  const found = workspace.channel(channel);
  if (found === undefined) return { ok: false, error: 'channel_not_found' };
  if (found.members.includes(workspace.bot.userId)) return { ok: true, id: channel, kind: 'channel' };
  return { ok: false, error: found.is_private ? 'channel_not_found' : 'not_in_channel' };
};

/** As `placeOf`, but a user id leads to that person's direct messages: only chat.postMessage is so kind. */
export const placeToPost = (workspace: Workspace, channel: string): Place => {
  const person = workspace.person(channel);
  return placeOf(workspace, person === undefined ? channel : workspace.dmOf(person.id));
};

/** What a message says of its thread: a reply whose it is, a message with replies how many there are. */
const threadPart = ({ messages }: Workspace, message: StoredMessage): JsonObject => {
  if (message.threadTs !== undefined) {
    const head = messages.find(message.channel, message.threadTs);
    return {
      thread_ts: message.threadTs,
      ...(head === undefined ? {} : { parent_user_id: head.author }),
    };
  }
  const replies = messages.replies(message).filter(({ ephemeralFor }) => ephemeralFor === undefined);
  const latest = replies.at(-1);
  if (latest === undefined) return {};
  const users = [...new Set(replies.map(({ author }) => author))];
  return {
    thread_ts: message.ts,
    reply_count: replies.length,
    reply_users_count: users.length,
    reply_users: users,
    latest_reply: latest.ts,
    subscribed: false,
  };
};

/** A message as the Web API and interaction payloads show it. Metadata only where it was asked for. */
export const messageOutput = (
  workspace: Workspace,
  message: StoredMessage,
  withMetadata = false,
): JsonObject => {
  const { bot, team } = workspace;
  return {
    type: 'message',
    user: message.author,
    ts: message.ts,
    text: message.text,
    team: team.id,
    ...(message.author === bot.userId ? { bot_id: bot.botId, app_id: bot.appId } : {}),
    ...(message.blocks === undefined ? {} : { blocks: message.blocks }),
    ...threadPart(workspace, message),
    ...(message.edited === undefined ? {} : { edited: { user: message.author, ts: message.edited } }),
    ...(message.reactions === undefined
      ? {}
      : {
          reactions: Object.entries(message.reactions).map(([name, users]) => ({
            name,
            users,
            count: users.length,
          })),
        }),
    ...(withMetadata && message.metadata !== undefined ? { metadata: message.metadata } : {}),
  };
};
