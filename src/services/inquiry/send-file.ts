import type { Actor } from '../../domain/actor.ts';
import { answersAs } from '../../domain/inquiry/standing.ts';
import { may } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { FileToSend, Uploads } from '../../slack/uploads.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** Sends 様式・資料 of an inquiry to one who may answer it, in the bot's direct messages, with a word; gives its name. */
export const sendInquiryFile = async (
  { clock, db, uploads }: ServiceDeps & { readonly uploads: Pick<Uploads, 'send'> },
  inquiryId: string,
  wordsFor: (name: string) => string,
  actor: Actor,
): Promise<Result<string, Refusal>> => {
  const act = {
    actor,
    action: 'send-inquiry-file',
    at: clock.now(),
    subject: subjectOf('inquiry', inquiryId),
  };
  const found = await db.look<FileToSend, Refusal>(act, async (record) => {
    const inquiry = await record.inquiries.find(inquiryId);
    const targets = await record.inquiryTargets.ofInquiry(inquiryId);
    const places = await record.departments.placesOf(targets.map(({ sectionId }) => sectionId));
    const isTheirs = targets.some(
      (target) => answersAs(actor, target, places.get(target.sectionId)?.departmentId ?? '') !== undefined,
    );
    if (!isTheirs && !may(actor, 'manage-inquiry')) return refuse({ kind: 'not-allowed', who: 'promoter' });
    const file = inquiry?.file == null ? undefined : await record.storedFiles.find(inquiry.file.id);
    return file === undefined ? refuse({ kind: 'gone' }) : succeed(file);
  });
  if (!found.ok) return found;
  const sent = await uploads.send(actor.id, found.value, wordsFor(found.value.name));
  return sent.ok ? succeed(found.value.name) : sent;
};
