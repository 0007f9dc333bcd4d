import type { Actor } from '../domain/actor.ts';
import { joinParts } from '../domain/parts.ts';
import { succeed } from '../domain/result.ts';
import { subjectOf } from '../domain/subject.ts';
import type { ServiceDeps } from './service-deps.ts';

/**
 * Plans the answer to what somebody wrote in the bot's DM: that nobody reads it, and where the buttons are. The text itself
 * does not come here. `ts` names the message, so that an event that arrives twice is answered once.
 */
export const answerFreeText = async ({ clock, db }: ServiceDeps, ts: string, actor: Actor): Promise<void> => {
  const at = clock.now();
  await db.act({ actor, action: 'answer-free-text', at }, async (record) => {
    await record.deliveries.plan(
      {
        key: joinParts('free-text-answer', actor.id, ts),
        kind: 'free-text-answer',
        recipient: actor.id,
        subject: subjectOf('slack-user', actor.id),
      },
      at,
    );
    return succeed(null);
  });
};
