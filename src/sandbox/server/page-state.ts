import { nameIn } from '../driver/messages-read.ts';
import type { Change } from '../workspace/changes.ts';
import type { JsonObject } from '../workspace/shapes.ts';
import type { StoredMessage } from '../workspace/stored.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** How far back a person scrolls. */
const shownMessages = 200;

const clock = new Intl.DateTimeFormat('ja-JP', {
  timeZone: 'Asia/Tokyo',
  month: 'long',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
});

const messagePart = (
  workspace: Workspace,
  message: StoredMessage,
  replies: readonly StoredMessage[],
): JsonObject => ({
  ts: message.ts,
  author: {
    id: message.author,
    name: nameIn(workspace)(message.author),
    isBot: workspace.person(message.author)?.is_bot === true,
  },
  text: message.text,
  ...(message.blocks === undefined || message.blocks.length === 0 ? {} : { blocks: message.blocks }),
  files: message.files ?? [],
  ephemeral: message.ephemeralFor !== undefined,
  edited: message.edited !== undefined,
  reactions: Object.entries(message.reactions ?? {}).map(([name, people]) => ({ name, people })),
  time: clock.format(Number(message.ts) * 1000),
  replies: replies.map((reply) => messagePart(workspace, reply, [])),
});

const viewPart = (workspace: Workspace, person: string): JsonObject | null => {
  const stack = workspace.views.stack(person);
  const top = stack.at(-1);
  if (top === undefined) return null;
  const { title, blocks, submit, close, callback_id, private_metadata, clear_on_close } = top.payload;
  const words = { title, submit, close };
  const isLast = stack.length === 1 || clear_on_close;
  return { id: top.id, hash: top.hash, callback_id, private_metadata, blocks, ...words, isLast };
};

const homePart = (workspace: Workspace, person: string): JsonObject | null => {
  const home = workspace.views.home(person);
  return home === undefined ? null : { id: home.id, hash: home.hash, blocks: home.payload.blocks };
};

/** All that `person` sees now, as the practice page asks for it. Times are Tokyo's, e.g. 8月10日 9:00. */
export const pageState = (workspace: Workspace, person: string): JsonObject => {
  const channel = (id: string, name: string, kind: 'channel' | 'dm'): JsonObject => {
    const isSeen = ({ ephemeralFor }: StoredMessage): boolean =>
      ephemeralFor === undefined || ephemeralFor === person;
    return {
      id,
      name,
      kind,
      unread: workspace.reads.unread(person, id),
      messages: workspace.messages
        .in(id)
        .filter(isSeen)
        .filter(({ threadTs }) => threadTs === undefined)
        .slice(-shownMessages)
        .map((message) =>
          messagePart(workspace, message, workspace.messages.replies(message).filter(isSeen)),
        ),
    };
  };
  const joined = workspace
    .channels()
    .filter(({ members, is_archived }) => members.includes(person) && !is_archived);
  const notice = workspace.notice(person);
  const known = workspace.channels().filter((each) => !each.is_private || each.members.includes(person));
  const named = [
    ...workspace.people().map((each) => [each.id, each.real_name]),
    ...known.map((each) => [each.id, each.name]),
  ];
  return {
    version: workspace.changes.version(),
    names: Object.fromEntries(named),
    channels: [
      ...joined.map((each) => channel(each.id, each.name, 'channel')),
      channel(workspace.dmOf(person), workspace.bot.name, 'dm'),
    ],
    choosable: known.filter((each) => !each.is_archived).map(({ id, name }) => ({ id, name })),
    view: viewPart(workspace, person),
    home: homePart(workspace, person),
    ...(notice === undefined ? {} : { notice }),
  };
};

/** Whether a change may alter what `person` sees. */
export const concerns = (workspace: Workspace, person: string, change: Change): boolean => {
  if ('view' in change) return change.view.person === person;
  if ('person' in change) return change.person === person;
  if (!('message' in change)) return true;
  const { channel, ephemeralFor } = change.message;
  if (ephemeralFor !== undefined) return ephemeralFor === person;
  return channel === workspace.dmOf(person) || workspace.channel(channel)?.members.includes(person) === true;
};
