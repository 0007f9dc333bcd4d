import { z } from 'zod';
import { runCommand } from '../acts/acting.ts';
import { knownPerson, notices } from '../acts/line.ts';
import { say } from '../acts/telling.ts';
import { asTyped } from '../acts/typed.ts';
import { gone, type PagePosts, replyTo } from './page-reply.ts';

const place = { person: z.string(), channel: z.string() };
const Typed = z.object({ ...place, text: z.string(), threadTs: z.string().optional() });
const Read = z.object({ ...place, ts: z.string() });
const Reacted = Read.extend({ name: z.string().regex(/^[a-z0-9_+-]{1,100}$/u), on: z.boolean() });

/** What a person does in a channel or a thread: writes, sends a command, reacts, reads. */
export const channelPosts: PagePosts = {
  command: async (line, body) => {
    const { person, channel, text, threadTs } = Typed.parse(body);
    const [, command, rest = ''] = /^(\/\S+)\s*([\s\S]*)$/.exec(text.trim()) ?? [];
    if (command === undefined) {
      const thread = threadTs === undefined ? {} : { threadTs };
      await say(line, person, { channel, text: asTyped(text), ...thread });
      return { ok: true };
    }
    if (threadTs !== undefined) return { ok: false, problem: notices.commandInThread(command) };
    const { status } = await runCommand(line, person, { command, text: rest, channel });
    return replyTo(status, notices.command(command));
  },
  react: async ({ workspace }, body) => {
    const { person, channel, ts, name, on } = Reacted.parse(body);
    const message = workspace.messages.find(channel, ts);
    if (message === undefined) return gone;
    if (on) workspace.messages.react(message, name, person);
    else workspace.messages.unreact(message, name, person);
    return { ok: true };
  },
  read: async (line, body) => {
    const { person, channel, ts } = Read.parse(body);
    line.workspace.reads.read(knownPerson(line, person).id, channel, ts);
    return { ok: true };
  },
};
