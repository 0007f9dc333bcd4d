import { z } from 'zod';
import type { Actor } from '../domain/actor.ts';
import type { Result } from '../domain/result.ts';
import type { SlackMessage } from '../slack/message.ts';
import { type Problem, problemSentence } from '../views/problem.ts';
import type { HandlerDeps } from './types.ts';

const Posted = z.object({ channel: z.string(), ts: z.string() });

/** A file that takes a while to make, and what is said of it. */
type Making<T> = {
  /** As the log calls it. */
  readonly name: string;
  readonly making: SlackMessage;
  /** Makes it and sends it. */
  readonly make: () => Promise<Result<T, Problem>>;
  readonly made: (made: T) => SlackMessage;
  /** Why it is not there. */
  readonly notMade: (sentence: string) => SlackMessage;
  /** The sentence of a failure, by the id under which the log has it. */
  readonly broken: (failureId: string) => string;
};

/** Makes a file: the person's messages say so at once, and in the same place when it is there, or why it is not. */
export const tellOfMaking = async <T>(
  { client, boundary, log }: Pick<HandlerDeps, 'client' | 'boundary' | 'log'>,
  { id }: Pick<Actor, 'id'>,
  { name, making, make, made, notMade, broken }: Making<T>,
): Promise<void> => {
  const { text, blocks } = making;
  const posted = Posted.parse(await client.chat.postMessage({ channel: id, text, blocks }));
  const become = async (message: SlackMessage): Promise<void> => {
    await client.chat.update({ ...posted, text: message.text, blocks: message.blocks });
  };
  await boundary.run(
    name,
    async () => {
      const sent = await make();
      const message = sent.ok ? made(sent.value) : notMade(problemSentence(sent.error));
      // The file is there, or it is not: that a word about it can't be changed is no reason to tell the other.
      await become(message).catch((error: unknown) => log.warn({ err: error }, `${name} not told`));
    },
    (failure) => become(notMade(broken(failure.id))),
    'within',
  );
};
