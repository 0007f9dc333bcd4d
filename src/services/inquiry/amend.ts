import { randomUUID } from 'node:crypto';
import type { Actor } from '../../domain/actor.ts';
import type { AmendDraft } from '../../domain/inquiry/course.ts';
import { documentProblem, MOST_DOCUMENT_BYTES } from '../../domain/inquiry/document-file.ts';
import { factsOf, type InquiryProblem } from '../../domain/inquiry/inquiry.ts';
import { targetRef } from '../../domain/inquiry/target.ts';
import { may } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { Files } from '../../slack/files.ts';
import type { FormInput, ServiceDeps } from '../service-deps.ts';

/** 照会を編集: what an inquiry that was sent says. Whom it asks and how stays, and nobody is asked again. */
export const amendInquiry = async (
  { clock, db, files }: ServiceDeps & { readonly files: Files },
  { inquiryId, revision }: { readonly inquiryId: string; readonly revision: number },
  { key, draft }: FormInput<AmendDraft>,
  actor: Actor,
): Promise<Result<null, InquiryProblem | Refusal>> => {
  const at = clock.now();
  const [fileId] = draft.file;
  const isAllowed = may(actor, 'manage-inquiry');
  const got =
    isAllowed && fileId !== undefined
      ? await files.read(fileId, { ownerId: actor.id, mostBytes: MOST_DOCUMENT_BYTES })
      : undefined;
  const subject = subjectOf('inquiry', inquiryId);
  return db.submit<null, InquiryProblem | Refusal>(
    { actor, action: 'amend-inquiry', at, subject },
    { key, content: draft },
    async (record) => {
      if (!isAllowed) return refuse({ kind: 'not-allowed', who: 'secretariat' });
      const inquiry = await record.inquiries.findToChange(inquiryId);
      if (inquiry === undefined || inquiry.state === 'draft' || inquiry.state === 'cancelled')
        return refuse({ kind: 'gone' });
      if (inquiry.revision !== revision) return refuse(await record.changedMeanwhile(subject));
      const problem = documentProblem(got);
      if (problem !== undefined) return refuse(problem);
      const newFileId = got?.ok === true ? randomUUID() : null;
      if (got?.ok === true && newFileId !== null)
        await record.storedFiles.keep(newFileId, got.file, { by: actor.id, at });
      const { reason, file: _, ...words } = draft;
      const { title, documentNumber, requester, content, link, file } = inquiry;
      await record.inquiries.putFacts(
        inquiryId,
        { ...factsOf(inquiry), ...words },
        newFileId ?? file?.id ?? null,
      );
      await record.audit({
        subject,
        reason,
        before: { title, documentNumber, requester, content, link, file: file?.name ?? null },
        after: words,
      });
      const targets = await record.inquiryTargets.ofInquiry(inquiryId);
      await record.deliveries.refreshLines([subjectOf('inquiry', inquiryId), ...targets.map(targetRef)]);
      return succeed(null);
    },
  );
};
