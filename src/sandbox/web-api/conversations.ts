import { z } from 'zod';
import type { Channel } from '../workspace/seed.ts';
import type { JsonObject } from '../workspace/shapes.ts';
import type { StoredMessage } from '../workspace/stored.ts';
import type { Workspace } from '../workspace/workspace.ts';
import {
  type ApiAnswer,
  type ApiMethod,
  apiMethod,
  failure,
  flagArgument,
  limitArgument,
  pageOf,
} from './call.ts';
import { messageOutput, placeOf } from './places.ts';

const paging = { limit: limitArgument(100, 999), cursor: z.string().optional() };
const span = {
  oldest: z.coerce.number().default(0),
  latest: z.coerce.number().default(Number.POSITIVE_INFINITY),
  inclusive: flagArgument.optional(),
  include_all_metadata: flagArgument.optional(),
};

const channelOutput = (channel: Channel, workspace: Workspace): JsonObject => ({
  id: channel.id,
  name: channel.name,
  is_channel: true,
  is_group: false,
  is_im: false,
  is_private: channel.is_private,
  is_archived: channel.is_archived,
  is_member: channel.members.includes(workspace.bot.userId),
  is_ext_shared: channel.is_ext_shared,
  num_members: channel.members.length,
});

const within =
  ({ oldest, latest, inclusive }: { oldest: number; latest: number; inclusive?: boolean | undefined }) =>
  ({ ts }: StoredMessage): boolean => {
    const at = Number(ts);
    return inclusive === true ? at >= oldest && at <= latest : at > oldest && at < latest;
  };

/** What every reader sees: ephemeral messages are in no history. */
const lasting = (messages: readonly StoredMessage[]): readonly StoredMessage[] =>
  messages.filter(({ ephemeralFor }) => ephemeralFor === undefined);

const opened = (
  workspace: Workspace,
  channel: string,
  scopes: readonly string[],
  read: (place: string) => ApiAnswer,
): ApiAnswer => {
  const place = placeOf(workspace, channel);
  if (!place.ok) return failure(place.error);
  const needed = place.kind === 'im' ? 'im:history' : 'channels:history';
  return scopes.includes(needed)
    ? read(place.id)
    : { ...failure('missing_scope'), needed, provided: scopes.join(',') };
};

export const conversationMethods: Readonly<Record<string, ApiMethod>> = {
  'conversations.open': apiMethod(
    z.object({ users: z.string() }),
    ({ users }, { workspace }) => {
      const person = workspace.person(users);
      if (person === undefined || person.is_bot) return failure('user_not_found');
      return { ok: true, channel: { id: workspace.dmOf(person.id) } };
    },
    { scopes: ['im:write'] },
  ),

  'conversations.info': apiMethod(
    z.object({ channel: z.string() }),
    ({ channel: id }, { workspace }) => {
      const partner = workspace.dmPartner(id);
      if (partner !== undefined)
        return { ok: true, channel: { id, is_im: true, user: partner.id, is_archived: false } };
      const channel = workspace.channel(id);
      const hidden = channel?.is_private === true && !channel.members.includes(workspace.bot.userId);
      if (channel === undefined || hidden) return failure('channel_not_found');
      return { ok: true, channel: channelOutput(channel, workspace) };
    },
    { scopes: ['channels:read'] },
  ),

  'conversations.list': apiMethod(
    z.object({
      exclude_archived: flagArgument.optional(),
      types: z.string().default('public_channel'),
      ...paging,
    }),
    (args, { workspace }) => {
      const types = args.types.split(',').map((type) => type.trim());
      const wanted = workspace.channels().filter((channel) => {
        if (args.exclude_archived === true && channel.is_archived) return false;
        if (channel.is_private && !channel.members.includes(workspace.bot.userId)) return false;
        return types.includes(channel.is_private ? 'private_channel' : 'public_channel');
      });
      const { page, cursor } = pageOf(wanted, args);
      const channels = page.map((channel) => channelOutput(channel, workspace));
      return { ok: true, channels, response_metadata: { next_cursor: cursor } };
    },
    { scopes: ['channels:read'] },
  ),

  'conversations.history': apiMethod(
    z.object({ channel: z.string(), ...paging, ...span }),
    (args, { workspace, scopes }) =>
      opened(workspace, args.channel, scopes, (place) => {
        const heads = lasting(workspace.messages.in(place)).filter(({ threadTs }) => threadTs === undefined);
        const { page, more, cursor } = pageOf(heads.filter(within(args)).reverse(), args);
        const messages = page.map((each) => messageOutput(workspace, each, args.include_all_metadata));
        return { ok: true, messages, has_more: more, response_metadata: { next_cursor: cursor } };
      }),
  ),

  'conversations.replies': apiMethod(
    z.object({ channel: z.string(), ts: z.string(), ...paging, ...span }),
    (args, { workspace, scopes }) =>
      opened(workspace, args.channel, scopes, (place) => {
        const head = workspace.messages.find(place, args.ts);
        if (head === undefined || head.ephemeralFor !== undefined) return failure('thread_not_found');
        const replies = lasting(workspace.messages.replies(head));
        const { page, more, cursor } = pageOf([head, ...replies.filter(within(args))], args);
        const messages = page.map((each) => messageOutput(workspace, each, args.include_all_metadata));
        return { ok: true, messages, has_more: more, response_metadata: { next_cursor: cursor } };
      }),
  ),
};
