import { z } from 'zod';
import { checkCommandAck, checkMessage } from '../gate/gate.ts';
import type { Refusal } from '../refusals.ts';
import { BlockShape } from '../workspace/shapes.ts';
import type { StoredMessage } from '../workspace/stored.ts';
import type { AnswerTarget } from '../workspace/tickets.ts';
import type { Line } from './line.ts';

const Answer = z.looseObject({
  text: z.string().default(''),
  blocks: z.array(BlockShape).optional(),
  response_type: z.enum(['ephemeral', 'in_channel']).default('ephemeral'),
  replace_original: z.boolean().default(false),
  delete_original: z.boolean().default(false),
  thread_ts: z.string().optional(),
});
type Answer = z.infer<typeof Answer>;

const post = ({ workspace }: Line, target: AnswerTarget, answer: Answer, inAck = false): StoredMessage =>
  workspace.messages.post({
    channel: target.channel,
    author: workspace.bot.userId,
    text: answer.text,
    answerTo: target.person,
    inAck,
    ...(answer.blocks === undefined ? {} : { blocks: answer.blocks }),
    ...(answer.response_type === 'ephemeral' ? { ephemeralFor: target.person } : {}),
    ...(answer.thread_ts === undefined ? {} : { threadTs: answer.thread_ts }),
  });

/** Shows what the bot answered in the ack of a command: nothing, a line of text, or a message. */
export const takeCommandAck = (
  line: Line,
  target: AnswerTarget,
  body: unknown,
): StoredMessage | Refusal | undefined => {
  const refusal = line.refusals.note('ack of a command', checkCommandAck(body));
  if (refusal !== undefined) return refusal;
  return post(line, target, Answer.parse(typeof body === 'string' ? { text: body } : body), true);
};

/** What Slack answers to a POST on a response_url. */
export type AnswerReply = { readonly status: number; readonly body: unknown };

/** Carries out one POST on the response_url `id`: a new message, or a change of the message that was acted on. */
export const takeAnswer = (line: Line, id: string, body: unknown): AnswerReply => {
  const { workspace, refusals } = line;
  const target = workspace.answerUrls.use(id);
  if (typeof target === 'string') return { status: 404, body: { ok: false, error: target } };
  const refusal = refusals.note('response_url', checkMessage(body));
  if (refusal !== undefined) return { status: 400, body: { ok: false, error: refusal.error } };

  const answer = Answer.parse(body);
  const original =
    target.messageTs === undefined ? undefined : workspace.messages.find(target.channel, target.messageTs);
  if (answer.delete_original || answer.replace_original) {
    if (original === undefined) return { status: 404, body: { ok: false, error: 'message_not_found' } };
    // Without blocks the whole message is replaced: the old ones must not stay under the new text.
    if (answer.delete_original) workspace.messages.remove(original);
    else workspace.messages.edit(original, { text: answer.text, blocks: answer.blocks ?? [] });
  } else {
    post(line, target, answer);
  }
  return { status: 200, body: { ok: true } };
};
