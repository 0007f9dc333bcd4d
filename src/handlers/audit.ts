import { z } from 'zod';
import { may } from '../domain/permission.ts';
import { listAuditLines } from '../services/list-audit-lines.ts';
import { AUDIT_BUTTON } from '../texts/audit.ts';
import { auditMessage, LINES_A_PAGE } from '../views/audit.ts';
import { problemMessage } from '../views/failure.ts';
import type { ButtonRequest, Feature, HandlerDeps } from './types.ts';

const show = async (
  deps: HandlerDeps,
  { actor, answer }: Pick<ButtonRequest, 'actor' | 'answer'>,
  page: number,
  put: ButtonRequest['answer'],
): Promise<void> => {
  const at = { limit: LINES_A_PAGE, skip: (page - 1) * LINES_A_PAGE };
  const listed = await listAuditLines(deps, {}, at, actor);
  await (listed.ok ? put(auditMessage(listed.value, page)) : answer(problemMessage(listed.error)));
};

/** 変更の記録: the newest page. */
const openAudit =
  (deps: HandlerDeps) =>
  async (request: ButtonRequest): Promise<void> =>
    show(deps, request, 1, request.answer);

const Page = z.coerce.number().int().min(1).max(100_000);

/** Another page, in place of the one shown. */
const turnAudit =
  (deps: HandlerDeps) =>
  async (request: ButtonRequest): Promise<void> =>
    show(deps, request, Page.parse(request.value), request.replace);

/** 変更の記録, for the secretariat. */
export const auditFeature: Feature = {
  buttons: { 'audit.open': openAudit, 'audit.previous': turnAudit, 'audit.next': turnAudit },
  openers: [{ actionId: 'audit.open', words: AUDIT_BUTTON, may: (actor) => may(actor, 'see-audit') }],
};
