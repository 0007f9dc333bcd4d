import type { FileToSend } from '../slack/uploads.ts';
import { doneMessage } from '../views/failure.ts';
import type { Asked, HandlerDeps } from './types.ts';

/** What is said with a file, and where it was asked for once it has come. */
type Words = { readonly beside: string; readonly sent: string };

/** Sends a file to who asked for it, in the bot's messages with them, and answers that it is there, or why it can't be. */
export const sendOwnFile = async (
  { uploads }: Pick<HandlerDeps, 'uploads'>,
  { actor, answer, refuse }: Pick<Asked, 'actor' | 'answer' | 'refuse'>,
  file: FileToSend,
  { beside, sent }: Words,
): Promise<void> => {
  const sending = await uploads.send(actor.id, file, beside);
  await (sending.ok ? answer(doneMessage('sent', sent)) : refuse(sending.error));
};
