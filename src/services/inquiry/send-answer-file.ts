import type { Actor } from '../../domain/actor.ts';
import type { TargetKey } from '../../domain/inquiry/inquiry.ts';
import { answersAs } from '../../domain/inquiry/standing.ts';
import { targetRef } from '../../domain/inquiry/target.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { readTargetInPlace } from '../../queries/inquiry/target-in-place.ts';
import type { FileToSend, Uploads } from '../../slack/uploads.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** Sends what was attached to an answer to one who may see it, in the bot's direct messages, with a word; gives its name. */
export const sendAnswerFile = async (
  { clock, db, uploads }: ServiceDeps & { readonly uploads: Pick<Uploads, 'send'> },
  key: TargetKey,
  answerId: string,
  words: string,
  actor: Actor,
): Promise<Result<string, Refusal>> => {
  const at = clock.now();
  const act = { actor, action: 'send-answer-file', at, subject: targetRef(key) };
  const found = await db.look<FileToSend, Refusal>(act, async (record) => {
    const here = await readTargetInPlace(record, key, false);
    if (here === undefined) return refuse({ kind: 'gone' });
    if (answersAs(actor, here.target, here.place.departmentId) === undefined)
      return refuse({ kind: 'not-allowed', who: 'promoter' });
    const answer = (await record.inquiryTargets.answersOf(key)).find(({ id }) => id === answerId);
    const file = answer?.file == null ? undefined : await record.storedFiles.find(answer.file.id);
    return file === undefined ? refuse({ kind: 'gone' }) : succeed(file);
  });
  if (!found.ok) return found;
  const sent = await uploads.send(actor.id, found.value, words);
  return sent.ok ? succeed(found.value.name) : sent;
};
