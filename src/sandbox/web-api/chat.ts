import { z } from 'zod';
import { checkMessage } from '../gate/gate.ts';
import { BlockShape, type JsonObject } from '../workspace/shapes.ts';
import type { StoredMessage } from '../workspace/stored.ts';
import {
  type ApiAnswer,
  type ApiContext,
  type ApiMethod,
  apiMethod,
  failure,
  jsonArgument,
  refused,
} from './call.ts';
import { messageOutput, placeOf, placeToPost } from './places.ts';

const Metadata = z.looseObject({ event_type: z.string().optional(), event_payload: z.unknown().optional() });

/** What a message is made of; kept as sent, so that the gate judges the bot's own words. */
const content = {
  text: z.string().default(''),
  blocks: jsonArgument(z.unknown()).optional(),
  metadata: jsonArgument(z.unknown()).optional(),
};
const Posting = z.looseObject({ channel: z.string(), thread_ts: z.string().optional(), ...content });
const Ephemeral = z.looseObject({ channel: z.string(), user: z.string(), ...content });
const Updating = z.looseObject({ channel: z.string(), ts: z.string(), ...content });
const Pointing = z.object({ channel: z.string(), ts: z.string() });

/** Says where a message goes, not what it is: nothing for the gate. */
const routing = ['token', 'team_id', 'channel', 'user', 'ts', 'thread_ts', 'reply_broadcast'];

/** Form bodies carry these as words; the gate wants them decoded. */
const flags = ['unfurl_links', 'unfurl_media', 'mrkdwn', 'link_names'];
const words = new Map<unknown, boolean>([
  ['true', true],
  ['1', true],
  ['false', false],
  ['0', false],
]);
const decoded = (name: string, value: unknown): unknown =>
  flags.includes(name) ? (words.get(value) ?? value) : value;

const gateFault = (where: string, args: JsonObject, { refusals }: ApiContext): ApiAnswer | undefined => {
  const payload = Object.fromEntries(
    Object.entries(args)
      .filter(([name, value]) => !routing.includes(name) && value !== undefined)
      .map(([name, value]) => [name, decoded(name, value)]),
  );
  const refusal = refusals.note(where, checkMessage(payload));
  return refusal === undefined ? undefined : refused(refusal);
};

type Content = { readonly text: string; readonly blocks?: unknown; readonly metadata?: unknown };
type Parts = Pick<StoredMessage, 'text' | 'blocks' | 'metadata'>;

/** Past the gate the parts have the shapes Slack's side works with. */
const partsOf = ({ text, blocks, metadata }: Content): Parts => ({
  text,
  ...(blocks === undefined ? {} : { blocks: z.array(BlockShape).parse(blocks) }),
  ...(metadata === undefined ? {} : { metadata: Metadata.parse(metadata) }),
});

const isRich = ({ blocks = [] }: Pick<StoredMessage, 'blocks'>): boolean =>
  blocks.some(({ type }) => type === 'rich_text');

const own = (
  args: { channel: string; ts: string },
  { workspace }: ApiContext,
  error: string,
): StoredMessage | ApiAnswer => {
  const place = placeOf(workspace, args.channel);
  if (!place.ok) return failure(place.error);
  const message = workspace.messages.find(place.id, args.ts);
  if (message === undefined || message.ephemeralFor !== undefined) return failure('message_not_found');
  return message.author === workspace.bot.userId ? message : failure(error);
};

const scopes = ['chat:write'];

export const chatMethods: Readonly<Record<string, ApiMethod>> = {
  'chat.postMessage': apiMethod(
    Posting,
    (args, context) => {
      const { workspace } = context;
      const place = placeToPost(workspace, args.channel);
      if (!place.ok) return failure(place.error);
      if (workspace.channel(place.id)?.is_archived === true) return failure('is_archived');
      const fault = gateFault('chat.postMessage', args, context);
      if (fault !== undefined) return fault;
      const thread = args.thread_ts === undefined ? {} : { threadTs: args.thread_ts };
      const author = workspace.bot.userId;
      const posted = workspace.messages.post({ channel: place.id, author, ...partsOf(args), ...thread });
      return { ok: true, channel: place.id, ts: posted.ts, message: messageOutput(workspace, posted, true) };
    },
    { scopes },
  ),

  'chat.postEphemeral': apiMethod(
    Ephemeral,
    (args, context) => {
      const { workspace } = context;
      const place = placeToPost(workspace, args.channel);
      if (!place.ok) return failure(place.error);
      const members = workspace.channel(place.id)?.members ?? [workspace.dmPartner(place.id)?.id];
      if (!members.includes(args.user)) return failure('user_not_in_channel');
      const fault = gateFault('chat.postEphemeral', args, context);
      if (fault !== undefined) return fault;
      const author = workspace.bot.userId;
      const seenBy = { ephemeralFor: args.user, answerTo: args.user };
      const posted = workspace.messages.post({ channel: place.id, author, ...partsOf(args), ...seenBy });
      return { ok: true, message_ts: posted.ts };
    },
    { scopes },
  ),

  'chat.update': apiMethod(
    Updating,
    (args, context) => {
      const message = own(args, context, 'cant_update_message');
      if ('ok' in message) return message;
      if (context.workspace.channel(message.channel)?.is_archived === true) return failure('is_inactive');
      const fault = gateFault('chat.update', args, context);
      if (fault !== undefined) return fault;
      // Slack's own rule for changes: rich text stays rich.
      if (isRich(message) && !isRich(partsOf(args))) return failure('block_mismatch');
      const edited = context.workspace.messages.edit(message, partsOf(args));
      const output = messageOutput(context.workspace, edited, true);
      return { ok: true, channel: edited.channel, ts: edited.ts, text: edited.text, message: output };
    },
    { scopes },
  ),

  'chat.delete': apiMethod(
    Pointing,
    (args, context) => {
      const message = own(args, context, 'cant_delete_message');
      if ('ok' in message) return message;
      context.workspace.messages.remove(message);
      return { ok: true, channel: message.channel, ts: message.ts };
    },
    { scopes },
  ),

  'chat.getPermalink': apiMethod(
    z.object({ channel: z.string(), message_ts: z.string() }),
    ({ channel, message_ts: ts }, { workspace }) => {
      const place = placeOf(workspace, channel);
      if (!place.ok) return failure(place.error);
      if (workspace.messages.find(channel, ts) === undefined) return failure('message_not_found');
      const permalink = `https://${workspace.team.domain}.slack.com/archives/${channel}/p${ts.replace('.', '')}`;
      return { ok: true, channel, permalink };
    },
  ),
};
